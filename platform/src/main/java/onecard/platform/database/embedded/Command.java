package onecard.platform.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A short program of the operating system, run to its end within a limit.
final class Command {

    /// How the program ended and what it printed.
    record Ended(int status, String output) {
        boolean well() {
            return status == 0;
        }
    }

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final List<String> FOLDERS =
            List.of("/usr/sbin", "/usr/bin", "/sbin", "/bin", "/usr/local/sbin", "/usr/local/bin");

    private Command() {}

    /// Where a program lies. The PATH is not asked: a root shell without `/usr/sbin` is common, and
    /// what root runs should not depend on a variable.
    static Optional<String> find(String program) {
        return FOLDERS.stream()
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    static Ended run(List<String> command) {
        try {
            Process process = builder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new PostgresFailure(
                        "The program " + command.getFirst() + " did not end within " + LIMIT);
            }
            return new Ended(process.exitValue(), output.strip());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + command.getFirst(), e);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /// Nothing of our own environment reaches the server: no locale, no library path, no secrets.
    static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(Path.of("/").toFile());
        Map<String, String> environment = builder.environment();
        String zone = environment.get("TZ");
        environment.clear();
        environment.put("PATH", String.join(":", FOLDERS));
        environment.put("LC_ALL", "C");
        Stream.ofNullable(zone).forEach(tz -> environment.put("TZ", tz));
        return builder;
    }

    static PostgresFailure interrupted() {
        Thread.currentThread().interrupt();
        return new PostgresFailure("Interrupted while waiting for the database");
    }
}
