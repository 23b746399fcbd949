package onecard.platform.merchants;

import java.util.List;
import java.util.Optional;

/// The merchants of the site and their outlets. [#all] and [#find] answer from a snapshot that is
/// as new as the version read with it; they cost no query while nothing changed.
public interface Merchants {
    /// Returns all merchants in order of their ids.
    List<Merchant> all();

    /// Finds one merchant.
    Optional<Merchant> find(MerchantId id);

    /// Adds a merchant without outlets.
    Merchant add(String name);

    /// Renames a merchant.
    Merchant rename(MerchantId id, String name);

    /// Adds an outlet to a merchant.
    Merchant.Outlet addOutlet(MerchantId merchant, String name);

    /// Removes a merchant that nothing refers to; else it says what is in the way.
    void remove(MerchantId id);
}
