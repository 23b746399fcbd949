package onecard.platform.photos;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import onecard.platform.system.Problem;
import org.springframework.stereotype.Component;

/// Keeps away whoever tries secrets: an address that named [#WRONG_MAX] links that do not exist
/// gets no answer for a while. The secrets are too long to be found by trying; this keeps the noise
/// and the work down.
@Component
class LinkGuard {
    static final int WRONG_MAX = 20;
    static final Duration WHILE = Duration.ofMinutes(10);
    private static final int ADDRESSES_MAX = 10_000;

    private final Cache<String, AtomicInteger> wrong;

    LinkGuard(Clock clock) {
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        wrong =
                Caffeine.newBuilder()
                        .maximumSize(ADDRESSES_MAX)
                        .expireAfterWrite(WHILE)
                        .ticker(ticker)
                        .build();
    }

    /// Refuses an address that tried too often.
    void check(String address) {
        var count = wrong.getIfPresent(address);
        if (count != null && count.get() >= WRONG_MAX) {
            throw Problem.of(PhotoProblems.TOO_MANY_TRIES).with("minutes", WHILE.toMinutes());
        }
    }

    /// Counts a link that does not exist.
    void wrong(String address) {
        wrong.get(address, _ -> new AtomicInteger()).incrementAndGet();
    }
}
