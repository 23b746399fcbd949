package onecard.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs a program of this machine and waits for its end.
final class Command {
    private static final int SECONDS_MAX = 60;

    /// What it said, both streams together, and its exit code.
    record Ended(int code, String said) {}

    private Command() {}

    static Ended in(Path folder, String... words) {
        return in(folder, Map.of(), words);
    }

    /// Runs it with these variables beside those of this process.
    static Ended in(Path folder, Map<String, String> variables, String... words) {
        try {
            var builder = new ProcessBuilder(words).directory(folder.toFile());
            builder.environment().putAll(variables);
            Process process = builder.redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", words) + " does not end");
            }
            return new Ended(process.exitValue(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
