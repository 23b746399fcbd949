package onecard.platform.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The account of the operating system under which PostgreSQL runs.
///
/// PostgreSQL refuses to run as root, and rightly so. When this process is root, the server gets
/// the service account `onecard` by a real change of the user id (`setpriv`), so that files of root
/// are closed to it. Otherwise it runs as whoever we are.
///
/// @param setpriv the program that drops the rights; absent when there is nothing to drop
record ServerAccount(int uid, int gid, Optional<String> setpriv) {

    static final String NAME = "onecard";
    private static final String SHELL = "/bin/sh";

    static ServerAccount forThisProcess() {
        Path self = Path.of("/proc/self");
        int uid = idOf(self, "uid");
        if (uid != 0) {
            return new ServerAccount(uid, idOf(self, "gid"), Optional.empty());
        }
        String setpriv =
                Command.find("setpriv")
                        .orElseThrow(() ->
                                new PostgresFailure(
                                        "PostgreSQL may not run as root, and the program"
                                                + " setpriv that would change the account is"
                                                + " not here; install util-linux, or start"
                                                + " Onecard under an ordinary account"));
        return find().or(ServerAccount::create)
                .map(account -> new ServerAccount(account.uid, account.gid, Optional.of(setpriv)))
                .orElseThrow(() ->
                        new PostgresFailure(
                                "The account "
                                        + NAME
                                        + " for PostgreSQL is not there and could not be"
                                        + " made; run: useradd --system --user-group "
                                        + NAME));
    }

    private static Optional<ServerAccount> find() {
        Optional<Integer> uid = number("id", "-u", NAME);
        Optional<Integer> gid = number("id", "-g", NAME);
        return uid.flatMap(u -> gid.map(g -> new ServerAccount(u, g, Optional.empty())));
    }

    /// Two processes may do this at once; whoever comes second finds the account of the first.
    private static Optional<ServerAccount> create() {
        Command.find("useradd")
                .ifPresent(useradd ->
                        Command.run(
                                List.of(
                                        useradd,
                                        "--system",
                                        "--user-group",
                                        "--no-create-home",
                                        "--home-dir",
                                        "/nonexistent",
                                        "--shell",
                                        "/usr/sbin/nologin",
                                        NAME)));
        return find();
    }

    private static Optional<Integer> number(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Command.find(program).orElse(program));
        command.addAll(List.of(arguments));
        Command.Ended ended = Command.run(command);
        return ended.well() ? Optional.of(Integer.valueOf(ended.output())) : Optional.empty();
    }

    boolean dropsRights() {
        return setpriv.isPresent();
    }

    /// The command as it must be started so that it runs under this account.
    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>();
        setpriv.ifPresent(program ->
                whole.addAll(
                        List.of(
                                program,
                                "--reuid=" + uid,
                                "--regid=" + gid,
                                "--clear-groups",
                                "--no-new-privs",
                                "--inh-caps=-all",
                                "--")));
        whole.addAll(command);
        return List.copyOf(whole);
    }

    /// Hands a file or folder over to this account.
    void own(Path path) {
        if (dropsRights()) {
            try {
                Files.setAttribute(path, "unix:gid", gid);
                Files.setAttribute(path, "unix:uid", uid);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot hand over " + path, e);
            }
        }
    }

    boolean owns(Path path) {
        return idOf(path, "uid") == uid;
    }

    /// The first folder on the way to the given one (itself included) that this account may not
    /// enter. The account itself is asked, since modes alone do not tell of access lists.
    Optional<Path> barrierOnTheWayTo(Path folder) {
        String script = "for f do cd \"$f\" 2>/dev/null || { printf %s \"$f\"; exit 9; }; done";
        List<String> command = new ArrayList<>(List.of(SHELL, "-c", script, "reach"));
        for (Path part = folder; part != null; part = part.getParent()) {
            command.add(4, part.toString());
        }
        Command.Ended ended = Command.run(command(command));
        return ended.well() ? Optional.empty() : Optional.of(Path.of(ended.output()));
    }

    /// Sends a signal with the rights of this account only, so that a number which meanwhile
    /// belongs to a stranger can do no harm.
    void signal(String name, long pid) {
        Command.run(command(List.of(SHELL, "-c", "kill -" + name + " " + pid)));
    }

    private static int idOf(Path path, String which) {
        try {
            return (Integer) Files.getAttribute(path, "unix:" + which);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the owner of " + path, e);
        }
    }
}
