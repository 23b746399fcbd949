package onecard.platform.system;

import java.util.Optional;

/// Which version of the product this is.
public final class ProductVersion {
    /// The version, from the jar it was built into; `dev` where there is none.
    public static final String TEXT =
            Optional.ofNullable(ProductVersion.class.getPackage().getImplementationVersion())
                    .orElse("dev");

    private ProductVersion() {}
}
