package onecard.platform.system;

import java.util.Set;

/// Somebody who works with the console (操作员).
///
/// @param id who
/// @param name what is typed at the sign-in
/// @param displayName what others read, on receipts too
/// @param language what answers are written in
/// @param merchants whose rows are seen
/// @param permissions what may be done
public record Operator(
        int id,
        String name,
        String displayName,
        Language language,
        MerchantScope merchants,
        Set<Permission> permissions) {
    public Operator {
        permissions = Set.copyOf(permissions);
    }

    /// Tells whether this operator may do that.
    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
