package onecard.simulator;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/// Keeps a command running until the program is asked to end: by a signal, or by the end of its
/// standard input where that was wanted. The first resource of its `try`: the program ends only
/// when all others are closed.
final class UntilStopped implements AutoCloseable {
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    UntilStopped(boolean untilInputEnds) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::stopAndWait));
        if (untilInputEnds) {
            Thread.ofPlatform().name("input").daemon().start(this::drainInput);
        }
    }

    /// Returns when the program shall end.
    void await() throws InterruptedException {
        stop.await();
    }

    private void stopAndWait() {
        stop.countDown();
        try {
            closed.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void drainInput() {
        byte[] unread = new byte[256];
        try {
            int read = System.in.read(unread);
            while (read >= 0) {
                read = System.in.read(unread);
            }
        } catch (IOException _) {
            // A broken input has ended as well.
        }
        stop.countDown();
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
