package onecard.platform.database.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A [ServerMain] in a JVM of its own.
final class ServerProcess implements AutoCloseable {

    private static final String READY = "READY ";

    private final Process process;
    private final PostgresLogin login;

    private ServerProcess(Process process, PostgresLogin login) {
        this.process = process;
        this.login = login;
    }

    /// Starts it and returns when its server accepts connections.
    static ServerProcess start(EmbeddedPostgresSettings settings) {
        Process process = launch(settings);
        try {
            return new ServerProcess(process, awaitReady(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Starts it and waits for nothing.
    static Process launch(EmbeddedPostgresSettings settings) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ServerMain.class.getName(),
                                settings.folder().toString()));
        settings.programsFolder().ifPresent(programs -> command.add(programs.toString()));
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PostgresLogin awaitReady(Process process) throws IOException {
        List<String> seen = new ArrayList<>();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(READY)) {
                List<String> words = List.of(line.substring(READY.length()).split(" ", -1));
                return new PostgresLogin(words.getFirst(), Cluster.ADMINISTRATOR, words.getLast());
            }
            seen.add(line);
        }
        throw new IllegalStateException("The server process ended: " + String.join("\n", seen));
    }

    PostgresLogin login() {
        return login;
    }

    void say(String word) {
        try {
            process.outputWriter().write(word + "\n");
            process.outputWriter().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `kill -9`.
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /// SIGTERM.
    void terminate() {
        process.destroy();
        awaitEnd();
    }

    void awaitEnd() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The server process does not end");
            }
        } catch (InterruptedException e) {
            throw Command.interrupted();
        }
    }

    /// Ends the process and its guards as if at one blow. It is frozen first: otherwise it would
    /// see its guard die and start the server again.
    void killWithGuards(ServerAccount account) {
        List<Long> guards = guards();
        freeze();
        guards.forEach(pid -> account.signal("KILL", pid));
        kill();
    }

    /// The same, but the half of the guard that watches the pipe is spared.
    void killWithHalfItsGuard(ServerAccount account) {
        long waiting =
                process.children()
                        .map(ProcessHandle::pid)
                        .filter(guards()::contains)
                        .findFirst()
                        .orElseThrow();
        freeze();
        account.signal("KILL", waiting);
        kill();
    }

    private void freeze() {
        Command.run(List.of("/bin/sh", "-c", "kill -STOP " + process.pid()));
    }

    /// The shells that guard its server.
    List<Long> guards() {
        return process.descendants()
                .filter(child -> child.info().command().orElse("").endsWith("sh"))
                .map(ProcessHandle::pid)
                .toList();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
