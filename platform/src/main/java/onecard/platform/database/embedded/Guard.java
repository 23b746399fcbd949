package onecard.platform.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A tiny shell that starts a program and holds one end of a pipe; we hold the other. However this
/// process ends, `kill -9` included, the pipe closes and the guard sends the program its signal.
final class Guard {

    /// Two processes watch: one waits for the program to end, the other for the pipe to close, so
    /// the watch goes on when the first is killed. The program gets neither pipe nor terminal.
    private static final String SCRIPT =
            """
            signal=$1
            shift
            exec 3<&0 </dev/null
            "$@" 3<&- &
            program=$!
            trap '' HUP INT QUIT TERM
            { read -r _ <&3; kill -"$signal" "$program" 2>/dev/null; } &
            watcher=$!
            exec 3<&-
            wait "$program"
            status=$?
            kill -KILL "$watcher" 2>/dev/null
            exit "$status"
            """;

    private final Process shell;

    private Guard(Process shell) {
        this.shell = shell;
    }

    /// Starts the program under the account, with what it prints in the given file. A session of
    /// its own keeps the Ctrl-C of a terminal away from it.
    static Guard start(ServerAccount account, String signal, List<String> program, Path output) {
        String setsid =
                Command.find("setsid")
                        .orElseThrow(() ->
                                new PostgresFailure(
                                        "The program setsid is not here; install" + " util-linux"));
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "guard", signal));
        command.addAll(program);
        List<String> whole = new ArrayList<>(List.of(setsid));
        whole.addAll(account.command(command));
        try {
            return new Guard(
                    Command.builder(whole)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.to(output.toFile()))
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + program.getFirst(), e);
        }
    }

    long pid() {
        return shell.pid();
    }

    boolean endedWithin(Duration limit) {
        try {
            return shell.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw Command.interrupted();
        }
    }

    /// Waits for the end and returns the status of the program.
    int status() {
        try {
            return shell.waitFor();
        } catch (InterruptedException e) {
            throw Command.interrupted();
        }
    }

    /// Closes the pipe: the guard now sends the signal.
    void release() {
        try {
            shell.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the pipe to the guard", e);
        }
    }
}
