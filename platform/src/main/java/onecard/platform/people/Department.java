package onecard.platform.people;

import java.util.Optional;

/// A department (部门): a class, a year, the kitchen staff.
///
/// @param id for ever
/// @param code by the rule of `D-28`: `0`, then two digits per level; empty once it was removed
/// @param name as written
/// @param parent empty at the root, and once it was removed
public record Department(DepartmentId id, String code, String name, Optional<DepartmentId> parent) {
    /// Tells whether people can belong to it.
    public boolean isThere() {
        return !code.isEmpty();
    }
}
