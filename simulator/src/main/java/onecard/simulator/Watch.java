package onecard.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;

/// A terminal's clock, and how it lets time pass. In a simulation both are virtual.
public interface Watch extends InstantSource {
    /// Returns after this time, or earlier if the thread is interrupted.
    void pause(Duration duration);

    /// Returns a watch that is set once by the machine's clock and runs evenly from then on,
    /// whatever is done to that clock.
    static Watch steady() {
        Instant start = InstantSource.system().instant();
        long startNanos = System.nanoTime();
        return new Watch() {
            @Override
            public Instant instant() {
                return start.plusNanos(System.nanoTime() - startNanos);
            }

            @Override
            public void pause(Duration duration) {
                long until = System.nanoTime() + duration.toNanos();
                long left = duration.toNanos();
                while (left > 0 && !Thread.currentThread().isInterrupted()) {
                    LockSupport.parkNanos(left);
                    left = until - System.nanoTime();
                }
            }
        };
    }
}
