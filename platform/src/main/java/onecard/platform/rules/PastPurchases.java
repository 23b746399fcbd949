package onecard.platform.rules;

import java.time.LocalDate;
import java.util.function.Consumer;

/// The purchases of the past, to be replayed. The room that keeps the journal implements it.
public interface PastPurchases {
    /// The stretch of the past that is looked at.
    ///
    /// @param since from this business day on, what was taken counts for windows that began before
    /// @param from the first business day whose purchases are decided again
    /// @param to the last one
    record Range(LocalDate since, LocalDate from, LocalDate to) {}

    /// Returns how many entries [#forEach] will show.
    long count(Range range);

    /// Shows what happened, account after account, for each in the order of booking. One statement
    /// reads it all; the reader sees it while it streams.
    void forEach(Range range, Consumer<PastEntry> reader);
}
