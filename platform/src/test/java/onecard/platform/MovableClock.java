package onecard.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that runs with the real one and can be moved on.
public final class MovableClock extends Clock {
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    /// Lets time go by.
    public void pass(Duration time) {
        ahead.updateAndGet(before -> before.plus(time));
    }

    /// Goes to a moment and runs on from there.
    public void goTo(Instant moment) {
        ahead.set(Duration.between(Clock.systemUTC().instant(), moment));
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Nobody asks a clock for a zone here");
    }
}
