package onecard.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A process that is started, killed without warning, and started again. It ends by itself when we
/// do, because its input ends then.
final class Victim implements AutoCloseable {
    private static final long CLOSE_SECONDS = 30;

    private final List<String> command;
    private final String readyLine;
    private final Path log;
    private Process process;
    private CountDownLatch ready = new CountDownLatch(1);

    private Victim(List<String> command, String readyLine, Path log, Process process) {
        this.command = command;
        this.readyLine = readyLine;
        this.log = log;
        this.process = process;
    }

    /// Starts a subcommand of `bench` in a JVM of its own.
    ///
    /// @param readyLine what it prints when it is ready
    /// @param log where everything it prints is kept
    static Victim bench(List<String> arguments, String readyLine, Path log) throws IOException {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        // These lives are short: compiling well does not pay.
        command.addAll(
                List.of(
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName()));
        command.addAll(arguments);
        var victim = new Victim(command, readyLine, log, start(command));
        victim.listen();
        return victim;
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private void listen() {
        var latch = new CountDownLatch(1);
        ready = latch;
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        Thread.ofVirtual().start(() -> keep(lines, latch));
    }

    private void keep(BufferedReader lines, CountDownLatch latch) {
        try (var out =
                Files.newBufferedWriter(
                        log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            lines.lines()
                    .forEach(line -> {
                        if (line.equals(readyLine)) {
                            latch.countDown();
                        }
                        try {
                            out.write(line + "\n");
                            out.flush();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        } catch (IOException | UncheckedIOException _) {
            // The stream of a killed process breaks; what it said is kept.
        }
    }

    /// Waits until it says that it is ready.
    void awaitReady(long seconds) throws InterruptedException {
        for (long waited = 0; !ready.await(1, TimeUnit.SECONDS); waited++) {
            if (waited >= seconds || !process.isAlive()) {
                throw new IllegalStateException(
                        "Not ready, %s after %d s; what it said is in %s"
                                .formatted(process.isAlive() ? "alive" : "dead", waited, log));
            }
        }
    }

    /// Waits until it ends by itself.
    ///
    /// @return its exit code
    int awaitEnd(long seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    "Not ended after %d s; what it said is in %s".formatted(seconds, log));
        }
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Kills it (`kill -9`) and waits until it is gone.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Starts it again.
    void restart() {
        try {
            process = start(command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listen();
    }

    /// Lets the process that calls this live until the one that started it ends, or wants its end.
    static void awaitEndOfInput() throws IOException {
        byte[] unread = new byte[256];
        int read = System.in.read(unread);
        while (read >= 0) {
            read = System.in.read(unread);
        }
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException _) {
            process.destroyForcibly();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
