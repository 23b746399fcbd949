package onecard.platform.lists;

import java.time.LocalDate;
import onecard.platform.Rooms;

/// The nightly look at all cards.
public final class Night {
    private Night() {}

    public static void passes(Rooms rooms, LocalDate day) {
        rooms.door(ListUpkeep.class).run(day);
    }
}
