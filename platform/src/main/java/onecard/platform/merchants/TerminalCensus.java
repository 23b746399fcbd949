package onecard.platform.merchants;

import java.util.Map;

/// How many terminals stand at each merchant; the room that knows terminals implements it.
public interface TerminalCensus {
    /// Counts the terminals of every merchant that has any.
    Map<MerchantId, Integer> perMerchant();
}
