package onecard.platform.terminals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import onecard.vocabulary.Money;

/// What a terminal says of its day (`W-04`).
///
/// @param at when it said so
/// @param clock what its own clock showed
/// @param count purchases of the day of its clock
/// @param sum what they charged
/// @param lastSeq the last number it drew
/// @param unsent records that wait at the terminal
/// @param oldestAge for how long the oldest of them has waited
public record DayTold(
        Instant at,
        Instant clock,
        int count,
        Money sum,
        long lastSeq,
        int unsent,
        Duration oldestAge) {
    /// A clock that is further off shows any day; what was said then belongs to ours.
    private static final Duration OFF_MAX = Duration.ofHours(1);

    /// Returns the day of which it speaks.
    LocalDate day(ZoneId zone) {
        boolean off = Duration.between(at, clock).abs().compareTo(OFF_MAX) > 0;
        return LocalDate.ofInstant(off ? at : clock, zone);
    }

    /// Returns the day by its own clock, whatever that shows.
    LocalDate ownDay(ZoneId zone) {
        return LocalDate.ofInstant(clock, zone);
    }

    /// Returns when the oldest record that waits was sold.
    Optional<Instant> oldestAt() {
        return unsent == 0 ? Optional.empty() : Optional.of(at.minus(oldestAge));
    }
}
