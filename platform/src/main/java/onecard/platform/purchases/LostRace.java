package onecard.platform.purchases;

import java.io.Serial;

/// Another node was faster with one of the numbers on this tray: roll back, look again.
final class LostRace extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    LostRace(String what) {
        super(what);
    }
}
