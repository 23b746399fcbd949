package onecard.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import onecard.vocabulary.Money;
import onecard.wire.Approved;

/// Counts the slips of the newest day and of the day before, by the minute. A day begins at
/// midnight of the terminal's place.
final class DayTally {
    /// Less than any purchase charges: the slip does not count.
    private static final Money UNCOUNTED = Money.ofCents(-1);

    private final ZoneId zone;
    private LocalDate newest = LocalDate.EPOCH;
    private final NavigableMap<LocalDate, Day> days = new TreeMap<>();

    DayTally(ZoneId zone) {
        this.zone = zone;
    }

    private static final class Day {
        private final NavigableMap<Integer, Totals> minutes = new TreeMap<>();
        private Totals whole = Totals.NONE;
    }

    /// Counts what became of a slip.
    void changed(Optional<Slip> before, Slip after) {
        ZonedDateTime at = after.sale().terminalTime().atZone(zone);
        LocalDate saleDay = at.toLocalDate();
        if (saleDay.isAfter(newest)) {
            newest = saleDay;
            days.headMap(newest.minusDays(1)).clear();
        }
        Money was = before.map(DayTally::counted).orElse(UNCOUNTED);
        Money is = counted(after);
        if (!saleDay.isBefore(newest.minusDays(1)) && !was.equals(is)) {
            Day day = days.computeIfAbsent(saleDay, _ -> new Day());
            day.whole = changed(day.whole, was, is);
            day.minutes.compute(
                    minute(at.toLocalTime()),
                    (_, sum) -> changed(sum == null ? Totals.NONE : sum, was, is));
        }
    }

    private static Totals changed(Totals totals, Money was, Money is) {
        Totals rest = was.equals(UNCOUNTED) ? totals : totals.minus(was);
        return is.equals(UNCOUNTED) ? rest : rest.plus(is);
    }

    private static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
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

    /// Returns the totals of the day in which this moment lies; of days gone by only of one.
    Totals of(Instant at) {
        Day day = days.get(LocalDate.ofInstant(at, zone));
        return day == null ? Totals.NONE : day.whole;
    }

    /// Returns the totals of the day before that in which this moment lies.
    Totals ofDayBefore(Instant at) {
        Day day = days.get(LocalDate.ofInstant(at, zone).minusDays(1));
        return day == null ? Totals.NONE : day.whole;
    }

    /// Returns the totals of a part of the day in which this moment lies.
    ///
    /// @param to end, not included
    Totals of(Instant at, LocalTime from, LocalTime to) {
        Day day = days.get(LocalDate.ofInstant(at, zone));
        return day == null
                ? Totals.NONE
                : day.minutes.subMap(minute(from), minute(to)).values().stream()
                        .reduce(Totals.NONE, Totals::plus);
    }
}
