package onecard.platform.faces;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import onecard.platform.gate.SourceRates;
import org.springframework.stereotype.Component;

/// Where requests wait for nobody: what is over the rate of its source, or finds the house full, is
/// told so at once. Devices ask again.
@Component
class FacePorch {
    /// How many requests are answered at the same time.
    static final int INSIDE_MAX = 64;

    /// A hundred terminals behind one address, each with a poll in five seconds and records.
    static final int SOURCE_PER_SECOND = 100;

    static final int SOURCE_BURST = 1_000;

    private final Semaphore inside = new Semaphore(INSIDE_MAX);
    private final SourceRates rates =
            new SourceRates(
                    SOURCE_PER_SECOND,
                    SOURCE_BURST,
                    new SecureRandom().nextInt(),
                    System::nanoTime);

    private final Clock clock;

    FacePorch(Clock clock) {
        this.clock = clock;
    }

    /// What devices set their clocks by.
    Instant time() {
        return clock.instant();
    }

    boolean mayCome(InetAddress source) {
        return rates.letIn(source);
    }

    boolean enter() {
        return inside.tryAcquire();
    }

    void leave() {
        inside.release();
    }
}
