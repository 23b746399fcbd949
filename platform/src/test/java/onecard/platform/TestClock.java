package onecard.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands still until a test moves it.
public final class TestClock extends Clock {
    private final AtomicReference<Instant> now;

    private TestClock(Instant now) {
        this.now = new AtomicReference<>(now);
    }

    /// Returns a clock that stands at this moment, `2026-03-02T11:30:00+08:00`.
    public static TestClock at(String moment) {
        return new TestClock(OffsetDateTime.parse(moment).toInstant());
    }

    /// Puts the clock to a moment.
    public void setTo(String moment) {
        now.set(OffsetDateTime.parse(moment).toInstant());
    }

    /// Moves the clock on.
    public void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("A clock gives instants; zones are the site's");
    }
}
