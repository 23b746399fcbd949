package onecard.platform.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder that holds the database files, the lock and the password of the administrator.
///
/// It is the folder that was asked for, unless we are root and the service account cannot get
/// there. Then it is a folder of its own under the system folder, and the folder that was asked for
/// keeps a note of it, so that every later start finds the same files.
record DatabaseHome(Path folder) {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseHome.class);
    private static final String NOTE = "location";
    private static final SecureRandom RANDOM = new SecureRandom();

    Path cluster() {
        return folder.resolve("pgdata");
    }

    Path lock() {
        return folder.resolve("onecard.lock");
    }

    Path administratorPassword() {
        return folder.resolve("administrator.password");
    }

    /// What the server prints before its own log begins.
    Path startLog() {
        return folder.resolve("start.log");
    }

    static DatabaseHome choose(EmbeddedPostgresSettings settings, ServerAccount account) {
        try {
            PostgresPrograms.createVisibleFolder(settings.folder());
            Path note = settings.folder().resolve(NOTE);
            if (Files.exists(note)) {
                return reachable(Path.of(Files.readString(note).strip()), account);
            }
            Path wanted = settings.folder().toRealPath();
            Optional<Path> barrier = barrier(wanted, account);
            if (barrier.isEmpty()) {
                return new DatabaseHome(wanted);
            }
            if (Files.exists(wanted.resolve("pgdata"))) {
                throw unreachable(wanted, barrier.get());
            }
            return elsewhere(settings, wanted, barrier.get(), note, account);
        } catch (IOException e) {
            throw new PostgresFailure(
                    "The folder for the database "
                            + settings.folder()
                            + " cannot be used ("
                            + e
                            + "); let this account write there or choose another with --data",
                    e);
        }
    }

    private static DatabaseHome elsewhere(
            EmbeddedPostgresSettings settings,
            Path wanted,
            Path barrier,
            Path note,
            ServerAccount account)
            throws IOException {
        PostgresPrograms.createVisibleFolder(settings.systemFolder());
        byte[] mark = new byte[4];
        RANDOM.nextBytes(mark);
        Path data = wanted.getParent() == null ? wanted : wanted.getParent();
        String name = data.getFileName() + "-" + HexFormat.of().formatHex(mark);
        Path folder = settings.systemFolder().toRealPath().resolve(name);
        PostgresPrograms.createVisibleFolder(folder);
        DatabaseHome home = reachable(folder, account);
        PrivateFile.write(note, folder.toString());
        LOG.warn(
                "The account {} cannot enter {}, so the database files lie in {}. To have them in"
                        + " {}: chmod o+x {} before the first start",
                ServerAccount.NAME,
                barrier,
                folder,
                wanted,
                barrier);
        return home;
    }

    private static DatabaseHome reachable(Path folder, ServerAccount account) throws IOException {
        Path home = folder.toRealPath();
        Optional<Path> barrier = barrier(home, account);
        if (barrier.isPresent()) {
            throw unreachable(home, barrier.get());
        }
        return new DatabaseHome(home);
    }

    private static Optional<Path> barrier(Path folder, ServerAccount account) {
        return account.dropsRights() ? account.barrierOnTheWayTo(folder) : Optional.empty();
    }

    private static PostgresFailure unreachable(Path folder, Path barrier) {
        return new PostgresFailure(
                "The database files are in "
                        + folder
                        + ", but the account "
                        + ServerAccount.NAME
                        + " of the server cannot enter "
                        + barrier
                        + "; run: chmod o+x "
                        + barrier);
    }
}
