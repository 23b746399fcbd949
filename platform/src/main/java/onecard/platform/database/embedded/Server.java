package onecard.platform.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the server process on the files of one folder, whose lock the caller holds.
final class Server {

    /// A server that accepts connections.
    record Started(Guard guard, int port) {}

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final int PORTS_TRIED_MAX = 5;
    private static final Duration POLL = Duration.ofMillis(10);
    private static final Duration WORD_EVERY = Duration.ofSeconds(10);

    private final EmbeddedPostgresSettings settings;
    private final DatabaseHome home;
    private final PostgresPrograms programs;
    private final ServerAccount account;
    private final Postmaster postmaster;

    Server(
            EmbeddedPostgresSettings settings,
            DatabaseHome home,
            PostgresPrograms programs,
            ServerAccount account) {
        this.settings = settings;
        this.home = home;
        this.programs = programs;
        this.account = account;
        this.postmaster = new Postmaster(home.cluster(), account);
    }

    /// Starts on any free port. Somebody else may take it before the server does; then another one
    /// is tried.
    Started start() {
        postmaster.clearAway(settings.stopTimeout());
        for (int tried = 1; tried < PORTS_TRIED_MAX; tried++) {
            ServerLog log = ServerLog.sinceNow(home);
            int port = freePort();
            Guard guard = launch(port);
            if (isReady(guard)) {
                return new Started(guard, port);
            }
            if (!log.mentions("could not create any TCP/IP sockets")) {
                throw failure(log);
            }
        }
        return startOn(freePort());
    }

    /// Starts on this port and no other.
    Started startOn(int port) {
        postmaster.clearAway(settings.stopTimeout());
        ServerLog log = ServerLog.sinceNow(home);
        Guard guard = launch(port);
        if (!isReady(guard)) {
            throw failure(log);
        }
        return new Started(guard, port);
    }

    /// Shuts down in order, or at once when that takes too long: then the next start recovers.
    void stop(Guard guard) {
        guard.release();
        if (!guard.endedWithin(settings.stopTimeout())) {
            LOG.warn("PostgreSQL did not stop within {}, it is cut short", settings.stopTimeout());
            postmaster.clearAway(Duration.ZERO);
            guard.endedWithin(settings.stopTimeout());
        }
    }

    private Guard launch(int port) {
        List<String> command = new ArrayList<>();
        command.add(programs.postgres().toString());
        command.add("-D");
        command.add(home.cluster().toString());
        ServerTuning.parameters(home.cluster(), port, settings.tuning())
                .forEach((name, value) -> {
                    command.add("-c");
                    command.add(name + "=" + value);
                });
        return Guard.start(account, "INT", command, home.startLog());
    }

    private boolean isReady(Guard guard) {
        long now = System.nanoTime();
        long end = now + settings.startTimeout().toNanos();
        long word = now + WORD_EVERY.toNanos();
        while (!guard.endedWithin(POLL)) {
            if (postmaster.isReadyUnder(guard)) {
                return true;
            }
            now = System.nanoTime();
            if (now > word) {
                LOG.info("PostgreSQL is still recovering the files in {}", home.cluster());
                word = now + WORD_EVERY.toNanos();
            }
            if (now > end) {
                stop(guard);
                throw new PostgresFailure(
                        "PostgreSQL was not ready within "
                                + settings.startTimeout()
                                + "; its log is in "
                                + home.cluster().resolve(ServerLog.FOLDER));
            }
        }
        return false;
    }

    private PostgresFailure failure(ServerLog log) {
        return new PostgresFailure(
                "PostgreSQL did not start: "
                        + log.complaint()
                        + " (more in "
                        + home.startLog()
                        + " and "
                        + home.cluster().resolve(ServerLog.FOLDER)
                        + ")");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on the loopback address", e);
        }
    }
}
