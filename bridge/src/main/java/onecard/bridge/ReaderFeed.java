package onecard.bridge;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps a process that reads cards ([ReadCommand]) and hands on what it says; begins a new one
/// whenever it ends.
final class ReaderFeed implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration END_MAX = Duration.ofSeconds(2);

    private final List<String> command;
    private final Consumer<ReaderNews> listener;
    private final Thread thread;
    private volatile boolean ending;
    private volatile @Nullable Process process;

    ReaderFeed(List<String> command, Consumer<ReaderNews> listener) {
        this.command = List.copyOf(command);
        this.listener = listener;
        this.thread = Thread.ofVirtual().name("reader").start(this::run);
    }

    private void run() {
        while (!ending) {
            try {
                listen(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT));
            } catch (IOException _) {
                listener.accept(new ReaderNews.NoService());
            }
            try {
                // No faster: a service that is away would have us begin processes all the time.
                Thread.sleep(PAUSE);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void listen(ProcessBuilder builder) throws IOException {
        Process started = builder.start();
        process = started;
        try (BufferedReader lines = started.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                ReaderNews.of(line).ifPresent(listener);
            }
        } finally {
            started.destroy();
        }
    }

    @Override
    public void close() {
        ending = true;
        thread.interrupt();
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(END_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException _) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
