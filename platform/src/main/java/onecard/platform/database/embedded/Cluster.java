package onecard.platform.database.embedded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The database files: made once, whole or not at all.
///
/// `initdb` works in a folder beside the final one, which then gets its name in one step. So a
/// folder `pgdata` with a file `PG_VERSION` is always a complete one, and its password is on the
/// disk before it.
final class Cluster {

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    static final String ADMINISTRATOR = "postgres";
    private static final String UNFINISHED = "pgdata.new-";
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final DatabaseHome home;
    private final PostgresPrograms programs;
    private final ServerAccount account;

    Cluster(DatabaseHome home, PostgresPrograms programs, ServerAccount account) {
        this.home = home;
        this.programs = programs;
        this.account = account;
    }

    /// Makes the files if they are not there yet. The caller holds the lock.
    void createIfMissing() throws IOException {
        Path version = home.cluster().resolve("PG_VERSION");
        if (Files.exists(version)) {
            requireOurs(Files.readString(version).strip());
            return;
        }
        if (Files.exists(home.cluster())) {
            throw new PostgresFailure(
                    "The folder "
                            + home.cluster()
                            + " is not a database of Onecard; move it away or choose another"
                            + " folder with --data");
        }
        deleteUnfinished();
        create();
    }

    private void requireOurs(String major) {
        if (!major.equals(programs.majorVersion())) {
            throw new PostgresFailure(
                    "The database files in "
                            + home.cluster()
                            + " are of PostgreSQL "
                            + major
                            + ", this Onecard carries "
                            + programs.majorVersion()
                            + "; export them with the Onecard that made them and import them here");
        }
        if (!account.owns(home.cluster())) {
            throw new PostgresFailure(
                    "The database files in "
                            + home.cluster()
                            + " belong to another account; start Onecard as before, or run: chown"
                            + " -R "
                            + account.uid()
                            + ":"
                            + account.gid()
                            + " "
                            + home.cluster());
        }
    }

    /// If the process that began them was killed just now, its `initdb` may still be ending; then
    /// something is left, and goes at the next start.
    private void deleteUnfinished() throws IOException {
        try (DirectoryStream<Path> left =
                Files.newDirectoryStream(home.folder(), UNFINISHED + "*")) {
            for (Path folder : left) {
                try {
                    PostgresPrograms.deleteTree(folder);
                } catch (IOException e) {
                    LOG.debug("Left for the next start: {}", folder, e);
                }
            }
        }
    }

    private void create() throws IOException {
        Path fresh = Files.createTempDirectory(home.folder(), UNFINISHED);
        account.own(fresh);
        String password = Passwords.fresh();
        PrivateFile.write(home.administratorPassword(), password);
        Path handedOver = home.folder().resolve("initdb.password");
        PrivateFile.write(handedOver, password);
        account.own(handedOver);
        try {
            initdb(fresh, handedOver);
        } finally {
            Files.delete(handedOver);
        }
        Files.move(fresh, home.cluster(), StandardCopyOption.ATOMIC_MOVE);
        PrivateFile.forceFolder(home.folder());
    }

    private void initdb(Path fresh, Path password) throws IOException {
        List<String> command =
                List.of(
                        programs.initdb().toString(),
                        "--pgdata=" + fresh,
                        "--username=" + ADMINISTRATOR,
                        "--pwfile=" + password,
                        "--auth-host=scram-sha-256",
                        "--auth-local=reject",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--data-checksums",
                        "--no-instructions");
        Path output = home.folder().resolve("initdb.log");
        Guard guard = Guard.start(account, "TERM", command, output);
        if (!guard.endedWithin(LIMIT)) {
            guard.release();
            throw new PostgresFailure("The database files could not be made within " + LIMIT);
        }
        guard.release();
        if (!Files.exists(fresh.resolve("PG_VERSION")) || guard.status() != 0) {
            throw new PostgresFailure(
                    "The database files could not be made: " + ServerLog.lastComplaint(output));
        }
    }
}
