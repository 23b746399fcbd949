package onecard.platform.merchants;

import java.util.List;

/// A merchant (商户, 餐厅): whoever gets the takings of the terminals that stand there.
///
/// @param id for ever
/// @param name unique (`M-083`)
/// @param outlets its windows and counters, in order of their ids
public record Merchant(MerchantId id, String name, List<Outlet> outlets) {
    public Merchant {
        outlets = List.copyOf(outlets);
    }

    /// A place of a merchant (窗口, 档口).
    ///
    /// @param id for ever
    /// @param name unique within the merchant
    public record Outlet(OutletId id, String name) {}
}
