package onecard.platform.system.signin;

import java.util.List;
import java.util.Set;
import onecard.platform.system.Language;
import onecard.platform.system.MerchantScope;
import onecard.platform.system.Operator;
import onecard.platform.system.Permission;

/// An operator as stored, with everything the roles add up to.
record OperatorRow(
        int id,
        String name,
        String displayName,
        String passwordHash,
        boolean mustChange,
        Language language,
        MerchantScope merchants,
        boolean active,
        long revision,
        List<String> roles,
        Set<Permission> permissions) {

    Operator operator() {
        return new Operator(id, name, displayName, language, merchants, permissions);
    }
}
