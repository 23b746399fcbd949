package onecard.platform;

import java.util.List;
import java.util.Map;

/// One row of a timetable of modes, as the console sends it.
public final class ModeSlot {
    private ModeSlot() {}

    /// A row of Mondays and Sundays.
    public static Map<String, Object> slot(String from, String to, String mode, long cents) {
        return Map.of(
                "weekdays",
                List.of(1, 7),
                "from",
                from,
                "to",
                to,
                "mode",
                mode,
                "fixedCents",
                cents);
    }
}
