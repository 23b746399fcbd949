package onecard.simulator;

import java.time.Duration;
import java.time.Instant;

/// The time between two attempts to fetch something that did not come.
final class Rest {
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final Watch watch;
    private Instant notBefore = Instant.MIN;

    Rest(Watch watch) {
        this.watch = watch;
    }

    void begin() {
        notBefore = watch.instant().plus(RETRY);
    }

    boolean isOver() {
        return !watch.instant().isBefore(notBefore);
    }
}
