package onecard.platform.system.signin;

import java.util.List;
import onecard.platform.system.Language;
import onecard.platform.system.MerchantScope;

/// An operator who is about to be one.
record NewOperator(
        String name,
        String displayName,
        boolean mustChange,
        Language language,
        MerchantScope merchants,
        List<String> roles) {}
