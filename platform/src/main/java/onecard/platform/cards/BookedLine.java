package onecard.platform.cards;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import onecard.vocabulary.Money;

/// A line of a batch that was booked.
///
/// @param first the journal number of its first entry
/// @param cleared what of an earlier subsidy it cleared
/// @param untilBefore the last day of the subsidy purse before it
/// @param at when it was booked
record BookedLine(
        BatchLine line, long first, Money cleared, Optional<LocalDate> untilBefore, Instant at) {}
