package onecard.platform.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is known of a server from outside: the file `postmaster.pid` that it writes, and the
/// processes that the kernel shows.
///
/// The file alone is never believed. After a power cut it names a number that may belong to anybody
/// by now, and a server that finds a live process of its own account under that number refuses to
/// start.
final class Postmaster {

    /// The lines of the file that matter.
    record PidFile(long pid, int port, String status) {
        boolean ready() {
            return status.equals("ready");
        }
    }

    private static final int LINE_OF_PORT = 3;
    private static final int LINE_OF_STATUS = 7;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Path cluster;
    private final ServerAccount account;

    Postmaster(Path cluster, ServerAccount account) {
        this.cluster = cluster;
        this.account = account;
    }

    /// The file as it is now; empty when there is none or it is only half written.
    static Optional<PidFile> pidFile(Path cluster) {
        try {
            List<String> lines = Files.readAllLines(file(cluster));
            if (lines.size() <= LINE_OF_PORT) {
                return Optional.empty();
            }
            String status = lines.size() > LINE_OF_STATUS ? lines.get(LINE_OF_STATUS).strip() : "";
            return Optional.of(
                    new PidFile(
                            Long.parseLong(lines.getFirst().strip()),
                            Integer.parseInt(lines.get(LINE_OF_PORT).strip()),
                            status));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file(cluster), e);
        }
    }

    /// The server in this folder that accepts connections, if one runs.
    static Optional<PidFile> running(Path cluster) {
        return pidFile(cluster)
                .filter(PidFile::ready)
                .filter(found -> processes(cluster).contains(found.pid()));
    }

    /// Ready is only a server that says so in the file and is a child of our own guard.
    boolean isReadyUnder(Guard guard) {
        return pidFile(cluster)
                .filter(PidFile::ready)
                .filter(found -> parent(found, guard))
                .isPresent();
    }

    private static boolean parent(PidFile found, Guard guard) {
        return ProcessHandle.of(found.pid())
                .flatMap(ProcessHandle::parent)
                .filter(parent -> parent.pid() == guard.pid())
                .isPresent();
    }

    /// Leaves nothing behind of an earlier server. One that still runs because its platform was
    /// killed is shut down; stragglers of one that was killed itself are told to end; then a pid
    /// file that is still there is stale and goes. The caller holds the lock of the folder, so no
    /// server can start meanwhile.
    void clearAway(Duration stopTimeout) {
        Optional<Long> registered = pidFile(cluster).map(PidFile::pid);
        List<Long> alive = processes(cluster);
        registered.filter(alive::contains).ifPresent(pid -> account.signal("INT", pid));
        boolean orderly = registered.filter(alive::contains).isPresent();
        if (!goneWithin(orderly ? stopTimeout : GRACE)) {
            processes(cluster).forEach(pid -> account.signal("QUIT", pid));
        }
        if (!goneWithin(GRACE.multipliedBy(5))) {
            throw new PostgresFailure(
                    "Processes of an earlier server still work in "
                            + cluster
                            + " and do not end; stop them: "
                            + processes(cluster));
        }
        try {
            Files.deleteIfExists(file(cluster));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + file(cluster), e);
        }
    }

    private boolean goneWithin(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!processes(cluster).isEmpty()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause(PAUSE);
        }
        return true;
    }

    static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            throw Command.interrupted();
        }
    }

    /// The processes named postgres whose working folder is this cluster: its server and the
    /// server's children, and nobody else.
    static List<Long> processes(Path cluster) {
        List<Long> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : all) {
                if (worksIn(process, cluster)) {
                    found.add(Long.valueOf(process.getFileName().toString()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the list of processes", e);
        }
        return found;
    }

    private static boolean worksIn(Path process, Path cluster) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(cluster)
                    && Files.readSymbolicLink(process.resolve("exe"))
                            .getFileName()
                            .toString()
                            .startsWith("postgres");
        } catch (IOException e) {
            // It ended just now, or belongs to an account that does not concern us.
            return false;
        }
    }

    private static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }
}
