package onecard.platform.merchants;

import java.time.LocalTime;

/// From when to when a meal is served. One that ends before it begins crosses midnight.
///
/// @param from the first minute that belongs to the meal
/// @param to the first minute that does not; midnight at the end of the day is `00:00`
public record Hours(LocalTime from, LocalTime to) {
    public Hours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("A meal does not end when it begins: " + from);
        }
        if (from.getSecond() != 0 || to.getSecond() != 0) {
            throw new IllegalArgumentException("A meal begins and ends at a full minute");
        }
    }

    /// Tells whether the meal ends on the day after it began.
    public boolean crossesMidnight() {
        return to.isBefore(from);
    }
}
