package onecard.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import onecard.simulator.Watch;

/// Looks into the database of a platform in another process, to kill it at the worst moment: while
/// the kitchen has written a part of a tray and not committed it.
final class OpenTrays {
    private static final Duration LOOK_EVERY = Duration.ofMillis(5);
    private static final Duration TRAY_WITHIN = Duration.ofSeconds(60);

    /// Trays that run end first; those that come wait at their claims, accounts and strand locked.
    private static final String HOLD = "lock table purchases.claim in exclusive mode";

    private static final String WAITING =
            """
            select count(*)
              from pg_locks
             where relation = 'purchases.claim'::regclass and not granted
            """;

    private final Watch watch = Watch.steady();
    private final Path ownerFile;

    /// @param platformData the data folder of a [StreetPlatform]
    OpenTrays(Path platformData) {
        this.ownerFile = platformData.resolve(StreetPlatform.OWNER);
    }

    /// A kill.
    @FunctionalInterface
    interface Kill {
        void strike() throws InterruptedException;
    }

    private Connection connect() throws IOException, SQLException {
        List<String> login = Files.readAllLines(ownerFile);
        return DriverManager.getConnection(login.get(0), login.get(1), login.get(2));
    }

    /// Kills when a tray is open for certain.
    void during(Kill kill) throws IOException, InterruptedException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            awaitOpenTray(connection);
            kill.strike();
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            throw new IOException("No look at the trays: " + e.getMessage(), e);
        }
    }

    private void awaitOpenTray(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(HOLD);
            long until = System.nanoTime() + TRAY_WITHIN.toNanos();
            while (count(statement) == 0) {
                if (System.nanoTime() > until) {
                    throw new IllegalStateException("Nobody bought for " + TRAY_WITHIN);
                }
                watch.pause(LOOK_EVERY);
            }
        }
    }

    private static long count(Statement statement) throws SQLException {
        try (var row = statement.executeQuery(WAITING)) {
            row.next();
            return row.getLong(1);
        }
    }

    /// Returns the process of the server.
    ProcessHandle server() throws IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return ProcessHandle.of(row.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow(() -> new IOException("The server has no process"));
        } catch (SQLException e) {
            throw new IOException("No look at the server: " + e.getMessage(), e);
        }
    }

    /// Waits until another server than the killed one answers.
    ///
    /// @return false if the platform has ended, or it takes longer than this
    boolean isBackWithin(int seconds, ProcessHandle killed, Victim platform) {
        long until = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (System.nanoTime() < until && platform.isAlive()) {
            try {
                if (server().pid() != killed.pid()) {
                    return true;
                }
            } catch (IOException _) {
                watch.pause(LOOK_EVERY.multipliedBy(20));
            }
        }
        return false;
    }
}
