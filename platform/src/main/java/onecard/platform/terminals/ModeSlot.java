package onecard.platform.terminals;

import java.time.DayOfWeek;
import java.util.Set;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;

/// A working mode at certain times on certain days of the week (`M-103`).
///
/// @param fromMinute of the day, 0 to 1,439
/// @param toMinute end, not included, up to 1,440
/// @param fixedAmount the price in fixed mode
public record ModeSlot(
        Set<DayOfWeek> weekdays, int fromMinute, int toMinute, Mode mode, Money fixedAmount) {
    public ModeSlot {
        weekdays = Set.copyOf(weekdays);
    }

    boolean overlaps(ModeSlot other) {
        return fromMinute < other.toMinute
                && other.fromMinute < toMinute
                && weekdays.stream().anyMatch(other.weekdays::contains);
    }
}
