package onecard.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A process that is started, killed without warning, and started again.
final class Victim implements AutoCloseable {
    private final List<String> command;
    private final String readyLine;
    private Process process;
    private CountDownLatch ready = new CountDownLatch(1);

    private Victim(List<String> command, String readyLine, Process process) {
        this.command = command;
        this.readyLine = readyLine;
        this.process = process;
    }

    /// Starts a class of this class path in a JVM of its own.
    ///
    /// @param readyLine what it prints when it is ready; empty if nobody waits for that
    static Victim java(String mainClass, List<String> arguments, String readyLine)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(
                List.of(
                        "-Xmx1g",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        mainClass));
        command.addAll(arguments);
        var victim = new Victim(command, readyLine, start(command));
        victim.listen();
        return victim;
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private void listen() {
        var latch = new CountDownLatch(1);
        ready = latch;
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        Thread.ofVirtual()
                .start(() ->
                        lines.lines().filter(readyLine::equals).forEach(_ -> latch.countDown()));
    }

    /// Waits until it says that it is ready.
    void awaitReady(long seconds) throws InterruptedException {
        if (!ready.await(seconds, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Not ready after " + seconds + " s: " + command);
        }
    }

    /// Waits until it ends by itself.
    void awaitEnd(long seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Not ended after " + seconds + " s: " + command);
        }
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

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
