package onecard.platform.purchases;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// When a recorded purchase happened: by the terminal's clock, put right by what is known of it.
/// What cannot be (in the future, older than a terminal keeps records, or by a clock of which
/// nothing is known) counts when it arrives, and is marked. Pure.
///
/// @param at the transaction time
/// @param isUnsure whether it is only the time of arrival
record RecordTime(Instant at, boolean isUnsure) {
    /// Longer than a terminal keeps records through any holidays.
    static final Duration STORE_MAX = Duration.ofDays(92);

    /// What the way and two clocks may make of now.
    private static final Duration SLACK = Duration.ofMinutes(1);

    /// @param ahead how far the terminal's clock is ahead of ours, if it ever said
    static RecordTime of(Instant terminalTime, Optional<Duration> ahead, Instant arrivedAt) {
        Instant arrived = arrivedAt.truncatedTo(ChronoUnit.MICROS);
        if (ahead.isEmpty()) {
            return new RecordTime(arrived, true);
        }
        Instant at = terminalTime.minus(ahead.get()).truncatedTo(ChronoUnit.MICROS);
        if (at.isAfter(arrived.plus(SLACK)) || at.isBefore(arrived.minus(STORE_MAX))) {
            return new RecordTime(arrived, true);
        }
        return new RecordTime(at.isAfter(arrived) ? arrived : at, false);
    }
}
