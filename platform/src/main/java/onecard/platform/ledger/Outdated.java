package onecard.platform.ledger;

import java.io.Serial;

/// An account is not as whoever posts remembered it: roll back, lock it, and look again.
public final class Outdated extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    Outdated(Throwable cause) {
        super("An account is not as it is remembered", cause);
    }
}
