package onecard.platform.purchases;

import java.util.concurrent.CompletableFuture;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.SerialNo;

/// One kitchen for every purchase, whichever door it came through.
///
/// [#take] never throws for what an order says and never completes exceptionally: every ending is
/// an [Outcome]. The future completes after the commit, and only then.
public interface Purchases {
    /// Decides a sale or a void, exactly once for its number however often it is asked.
    CompletableFuture<Outcome> take(Order order);

    /// Tells who pays with this and what is in the purses; books nothing.
    ///
    /// @param terminal who asks
    Inquiry inquire(SerialNo terminal, Instrument instrument);
}
