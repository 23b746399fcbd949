package onecard.platform.photos;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import onecard.platform.system.Problem;
import org.springframework.stereotype.Component;

/// Where photos are looked at: on a few threads of their own, one core always left to the tills,
/// whoever asks and however many. Each keeps one unpacked picture in memory at a time.
@Component
class Darkroom {
    private static final int THREADS_MAX = 4;

    /// How many single photos wait for a free thread at the most.
    private static final int WAITING_MAX = 32;

    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

    private final PhotoStudio studio;
    private final int threads =
            Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 1, THREADS_MAX);
    private final Semaphore waiting = new Semaphore(WAITING_MAX);
    private final ExecutorService hands =
            Executors.newFixedThreadPool(
                    threads, Thread.ofPlatform().daemon().name("photo-", 1).factory());

    Darkroom(PhotoStudio studio) {
        this.studio = studio;
    }

    /// Judges one photo while somebody waits.
    Verdict judge(byte[] file) {
        if (!waiting.tryAcquire()) {
            throw Problem.of(PhotoProblems.BUSY);
        }
        try {
            return answer(submit(file));
        } finally {
            waiting.release();
        }
    }

    /// Has a photo judged; the caller keeps few of them.
    Future<Verdict> submit(byte[] file) {
        Callable<Verdict> work = () -> studio.judge(file);
        return hands.submit(work);
    }

    /// How many photos are judged at once.
    int threads() {
        return threads;
    }

    static Verdict answer(Future<Verdict> asked) {
        try {
            return asked.get(ANSWER_MAX.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(e.getCause());
        } catch (java.util.concurrent.TimeoutException _) {
            asked.cancel(true);
            throw Problem.of(PhotoProblems.BUSY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @PreDestroy
    void close() {
        hands.shutdownNow();
    }
}
