package onecard.simulator;

import java.time.Duration;
import java.time.Instant;

/// A clock that only moves when somebody waits.
final class VirtualWatch implements Watch {
    private Instant at = Instant.parse("2026-09-01T04:00:00Z");

    @Override
    public synchronized Instant instant() {
        return at;
    }

    @Override
    public synchronized void pause(Duration duration) {
        at = at.plus(duration);
    }
}
