package onecard.wire;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;

/// When a terminal works how by itself (自动切换工作模式, `M-103`). Outside all slots the usual mode holds;
/// where two slots overlap, the first.
///
/// @param zone in which days and times are meant
/// @param slots at least one, at most [Limits#MAX_SLOTS]
public record ModePlan(ZoneId zone, List<ModePlan.Slot> slots) {
    private static final int MINUTES_PER_DAY = 24 * 60;

    /// The longest time without a change of any plan.
    private static final int DAYS = 8;

    public ModePlan {
        slots = List.copyOf(slots);
        Limits.requireBetween("The number of slots", 1, Limits.MAX_SLOTS, slots.size());
    }

    /// A stretch of time on some days of the week.
    ///
    /// @param fromMinute of the day, 0 to 1,439
    /// @param toMinute end, not included, up to 1,440
    /// @param fixedAmount the price in fixed mode
    public record Slot(
            Set<DayOfWeek> weekdays, int fromMinute, int toMinute, Mode mode, Money fixedAmount) {
        public Slot {
            Limits.require(!weekdays.isEmpty(), "A slot is on a day of the week at least", "none");
            weekdays = Set.copyOf(weekdays);
            Limits.requireBetween("A minute of the day", 0, MINUTES_PER_DAY - 1, fromMinute);
            Limits.requireBetween("The end of a slot", fromMinute + 1, MINUTES_PER_DAY, toMinute);
            Limits.requireBetween(
                    "A fixed amount in cents", 0, Limits.MAX_PRICE_CENTS, fixedAmount.cents());
        }

        private boolean holds(ZonedDateTime moment) {
            int minute = moment.getHour() * 60 + moment.getMinute();
            return weekdays.contains(moment.getDayOfWeek())
                    && minute >= fromMinute
                    && minute < toMinute;
        }

        /// Returns the days as bits: Monday is 1, Sunday is 64.
        long dayBits() {
            return weekdays.stream().mapToLong(day -> 1L << (day.getValue() - 1)).sum();
        }

        static Set<DayOfWeek> days(long bits) {
            var days = EnumSet.noneOf(DayOfWeek.class);
            for (DayOfWeek day : DayOfWeek.values()) {
                if ((bits & 1L << (day.getValue() - 1)) != 0) {
                    days.add(day);
                }
            }
            return days;
        }
    }

    /// Returns the slot that holds at a moment.
    public Optional<Slot> at(Instant moment) {
        ZonedDateTime here = moment.atZone(zone);
        return slots.stream().filter(slot -> slot.holds(here)).findFirst();
    }

    /// Returns the next moment after this at which another slot holds, or none; empty if the same
    /// holds always.
    public Optional<Instant> nextChange(Instant moment) {
        Optional<Slot> now = at(moment);
        ZonedDateTime midnight = moment.atZone(zone).toLocalDate().atStartOfDay(zone);
        for (int day = 0; day < DAYS; day++) {
            ZonedDateTime start = midnight.plusDays(day);
            Optional<Instant> change =
                    slots.stream()
                            .flatMap(slot -> List.of(slot.fromMinute(), slot.toMinute()).stream())
                            .distinct()
                            .sorted()
                            .map(minute -> onTheClock(start, minute))
                            .filter(edge -> edge.isAfter(moment) && !at(edge).equals(now))
                            .findFirst();
            if (change.isPresent()) {
                return change;
            }
        }
        return Optional.empty();
    }

    private static Instant onTheClock(ZonedDateTime midnight, int minute) {
        return minute == MINUTES_PER_DAY
                ? midnight.plusDays(1).toInstant()
                : midnight.withHour(minute / 60).withMinute(minute % 60).toInstant();
    }
}
