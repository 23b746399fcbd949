package onecard.platform.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/// Starts the PostgreSQL that Onecard carries along.
///
/// What it promises: one process per folder; database files that are complete or not there; a
/// server under an account without rights, reachable from this machine only and by password only;
/// every commit on the disk; a server that ends in order however this process ends; and a start
/// that succeeds whatever an earlier end left behind. What it cannot mend it says in one line, as a
/// [PostgresFailure].
public final class EmbeddedPostgres {

    private EmbeddedPostgres() {}

    /// Starts the server, after making the account, the programs and the files where they are
    /// missing. Returns when it accepts connections.
    public static RunningPostgres start(EmbeddedPostgresSettings settings) {
        ServerAccount account = ServerAccount.forThisProcess();
        DatabaseHome home = DatabaseHome.choose(settings, account);
        try {
            FolderLock lock = FolderLock.tryTake(home.lock()).orElseThrow(() -> inUse(home));
            boolean started = false;
            try {
                RunningPostgres running = start(settings, home, account, lock);
                started = true;
                return running;
            } finally {
                if (!started) {
                    lock.close();
                }
            }
        } catch (IOException e) {
            throw new PostgresFailure(
                    "The database folder "
                            + home.folder()
                            + " cannot be used ("
                            + e
                            + "); let this account write there and see that the disk is not full",
                    e);
        }
    }

    private static RunningPostgres start(
            EmbeddedPostgresSettings settings,
            DatabaseHome home,
            ServerAccount account,
            FolderLock lock)
            throws IOException {
        PostgresPrograms programs = PostgresPrograms.unpackedIn(settings.programs(account));
        new Cluster(home, programs, account).createIfMissing();
        Server server = new Server(settings, home, programs, account);
        return new RunningPostgres(server, home, lock, server.start(), password(home));
    }

    private static String password(DatabaseHome home) {
        try {
            return Files.readString(home.administratorPassword()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + home.administratorPassword(), e);
        }
    }

    private static PostgresFailure inUse(DatabaseHome home) {
        return new PostgresFailure(
                "The database in "
                        + home.folder()
                        + " is in use by "
                        + FolderLock.holder(home.lock())
                        + "; stop that one first, or choose another folder with --data");
    }
}
