package onecard.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import onecard.platform.system.StartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The virtual terminals, a process of their own. They end when this process ends, in whatever way:
/// their standard input closes then.
final class FleetProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FleetProcess.class);
    private static final Duration START_MAX = Duration.ofSeconds(60);
    private static final Duration END_MAX = Duration.ofSeconds(10);

    private final Process process;
    private final Map<String, Object> facts;

    private FleetProcess(Process process, Map<String, Object> facts) {
        this.process = process;
        this.facts = facts;
    }

    /// Starts the fleet whose terminals stand in `fleet.json` in that folder.
    static FleetProcess start(Path folder) {
        String classes =
                System.getProperty("onecard.simulator", System.getProperty("java.class.path"));
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classes,
                        "onecard.simulator.Main",
                        "fleet",
                        "--config",
                        folder.resolve("fleet.json").toString(),
                        "--until-input-ends");
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            return new FleetProcess(process, ready(process));
        } catch (IOException e) {
            throw new StartFailure("The virtual terminals do not start: " + e.getMessage(), e);
        }
    }

    /// What the fleet told when it was ready.
    Map<String, Object> facts() {
        return facts;
    }

    private static Map<String, Object> ready(Process process) {
        CompletableFuture<String> line = new CompletableFuture<>();
        Thread.ofVirtual().name("fleet-output").start(() -> read(process, line));
        try {
            return JsonMapper.shared()
                    .readValue(
                            line.get(START_MAX.toSeconds(), TimeUnit.SECONDS),
                            new TypeReference<Map<String, Object>>() {});
        } catch (ExecutionException | TimeoutException e) {
            process.destroy();
            throw new StartFailure("The virtual terminals did not get ready; see above", e);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new StartFailure("Ended while the virtual terminals started", e);
        }
    }

    private static void read(Process process, CompletableFuture<String> first) {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!first.complete(line)) {
                    LOG.info("fleet {}", line);
                }
            }
            first.completeExceptionally(new IOException("The fleet ended"));
        } catch (IOException e) {
            first.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            process.destroy();
            if (!process.waitFor(END_MAX.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
