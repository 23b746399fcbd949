package onecard.platform.database.embedded;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An embedded server that runs and is watched: when its process dies, it is started again on the
/// same port, so that the pools of the platform find it where it was.
///
/// It must be the last thing to stop: whoever still has a connection loses it. There is no shutdown
/// hook on purpose, since hooks run in any order; if nobody calls [#stop], the guard stops the
/// server in order when this process has ended.
public final class RunningPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningPostgres.class);
    private static final int RESTARTS_MAX = 5;
    private static final Duration RESTARTS_WITHIN = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Server server;
    private final DatabaseHome home;
    private final FolderLock lock;
    private final int port;
    private final String password;
    private final Deque<Long> restarts = new ArrayDeque<>();

    private Guard guard;
    private boolean stopping;

    RunningPostgres(
            Server server,
            DatabaseHome home,
            FolderLock lock,
            Server.Started started,
            String password) {
        this.server = server;
        this.home = home;
        this.lock = lock;
        this.port = started.port();
        this.guard = started.guard();
        this.password = password;
        Thread.ofPlatform().daemon().name("postgres-watch").start(this::watch);
    }

    /// The administrator of the whole server, in its database `postgres`. It is for making roles
    /// and databases and for backups; nothing of the platform works under it.
    public PostgresLogin administrator() {
        return PostgresLogin.administrator(port, password);
    }

    /// Whether the server process lives at this moment.
    public synchronized boolean isRunning() {
        return !stopping && Postmaster.running(home.cluster()).isPresent();
    }

    /// Stops the server in order and gives back the folder. Calling it again does nothing.
    public synchronized void stop() {
        if (!stopping) {
            stopping = true;
            try {
                server.stop(guard);
            } finally {
                lock.close();
            }
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void watch() {
        boolean watching = true;
        while (watching && !Thread.currentThread().isInterrupted()) {
            try {
                watching = restartAfter(current().status());
            } catch (PostgresFailure e) {
                LOG.error("{}", e.getMessage());
                Postmaster.pause(PAUSE);
            }
        }
    }

    private synchronized Guard current() {
        return guard;
    }

    private synchronized boolean restartAfter(int status) {
        if (stopping) {
            return false;
        }
        long now = System.nanoTime();
        restarts.removeIf(then -> now - then > RESTARTS_WITHIN.toNanos());
        if (restarts.size() >= RESTARTS_MAX) {
            LOG.error(
                    "PostgreSQL ended {} times within {}; it stays down until Onecard is started"
                            + " again. Its log is in {}",
                    RESTARTS_MAX + 1,
                    RESTARTS_WITHIN,
                    home.cluster().resolve(ServerLog.FOLDER));
            return false;
        }
        restarts.add(now);
        LOG.error("PostgreSQL ended by itself with status {}; it is started again", status);
        guard = server.startOn(port).guard();
        LOG.info("PostgreSQL accepts connections again on port {}", port);
        return true;
    }
}
