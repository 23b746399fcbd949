package onecard.platform.lists;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Knows the newest versions of the lists: looks every second, on every node, and at once after a
/// change of this node; tells when they differ. A batch that changes the lists many times a second
/// is told twice a second at the most.
@Component
class ListWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ListWatch.class);
    private static final long LOOK_MILLIS = 1_000;
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /// Before the doors open, after they close.
    private static final int PHASE = 100;

    private final ListTable lists;
    private final ApplicationEventPublisher news;
    private volatile ListVersions newest = ListVersions.NONE;
    private @Nullable ScheduledExecutorService rounds;
    private boolean awaited;
    private long lookedAt = System.nanoTime() - REST_NANOS;

    ListWatch(ListTable lists, ApplicationEventPublisher news) {
        this.lists = lists;
        this.news = news;
    }

    /// Returns what was seen last.
    ListVersions newest() {
        return newest;
    }

    @Override
    public synchronized void start() {
        if (rounds != null) {
            return;
        }
        newest = read();
        rounds =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("lists-watch").daemon().factory());
        var _ =
                rounds.scheduleWithFixedDelay(
                        this::guardedLook, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// A round that fails is made again at its next time: the database may be away for a moment.
    private void guardedLook() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("The newest versions of the lists cannot be read: {}", e.toString());
        }
    }

    /// Reads the versions, and tells if they are new.
    void look() {
        begin();
        var now = read();
        if (!now.equals(newest)) {
            newest = now;
            news.publishEvent(new ListsChanged(now));
        }
    }

    private synchronized void begin() {
        awaited = false;
        lookedAt = System.nanoTime();
    }

    private ListVersions read() {
        long allow = 0;
        long block = 0;
        for (var row : lists.read()) {
            switch (row.list()) {
                case ALLOW -> allow = row.version();
                case BLOCK -> block = row.version();
            }
        }
        return new ListVersions(allow, block);
    }

    /// The lists are being changed on this node: when that is committed there is no need to wait
    /// for the next round.
    void lookAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        lookSoon();
                    }
                });
    }

    private synchronized void lookSoon() {
        if (rounds == null || awaited) {
            return;
        }
        awaited = true;
        long rest = Math.max(0, lookedAt + REST_NANOS - System.nanoTime());
        var _ = rounds.schedule(this::guardedLook, rest, TimeUnit.NANOSECONDS);
    }

    @Override
    public synchronized void stop() {
        if (rounds != null) {
            rounds.shutdown();
            rounds = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return rounds != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
