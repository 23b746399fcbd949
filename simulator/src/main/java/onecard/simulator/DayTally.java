package onecard.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import onecard.vocabulary.Money;
import onecard.wire.Approved;

/// Counts the slips of the newest day, which begins at midnight of the terminal's place.
final class DayTally {
    /// Less than any purchase charges: the slip does not count.
    private static final Money UNCOUNTED = Money.ofCents(-1);

    private final ZoneId zone;
    private LocalDate day = LocalDate.EPOCH;
    private Totals totals = Totals.NONE;

    DayTally(ZoneId zone) {
        this.zone = zone;
    }

    /// Counts what became of a slip.
    void changed(Optional<Slip> before, Slip after) {
        LocalDate saleDay = LocalDate.ofInstant(after.sale().terminalTime(), zone);
        if (saleDay.isAfter(day)) {
            day = saleDay;
            totals = Totals.NONE;
        }
        Money was = before.map(DayTally::counted).orElse(UNCOUNTED);
        Money is = counted(after);
        if (saleDay.equals(day) && !was.equals(is)) {
            totals = is.equals(UNCOUNTED) ? totals.minus(was) : totals.plus(is);
        }
    }

    private static Money counted(Slip slip) {
        boolean counts =
                switch (slip.state()) {
                    case STORED, REPORTED -> true;
                    case APPROVED, VOIDING, NOT_VOIDED ->
                            slip.decision().filter(Approved.class::isInstance).isPresent();
                    case OPEN, DECLINED, VOIDED, NOTHING_CHARGED, OTHER_CONTENT -> false;
                };
        return counts ? slip.standing() : UNCOUNTED;
    }

    /// Returns the totals of the day in which this moment lies.
    Totals of(Instant at) {
        return LocalDate.ofInstant(at, zone).equals(day) ? totals : Totals.NONE;
    }
}
