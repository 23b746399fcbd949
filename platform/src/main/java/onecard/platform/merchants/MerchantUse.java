package onecard.platform.merchants;

import java.util.List;

/// Asked before a merchant is removed: a room above tells which of its own things name it.
public interface MerchantUse {
    /// Returns the names of what would lose its merchant, such as trade rules; at most a few of
    /// them.
    List<String> of(MerchantId merchant);
}
