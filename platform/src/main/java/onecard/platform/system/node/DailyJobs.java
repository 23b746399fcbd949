package onecard.platform.system.node;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import onecard.platform.system.DailyJob;
import onecard.platform.system.Settings;
import onecard.platform.system.ThisNode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Runs each [DailyJob] once a day, on whichever node claims it first. A node that dies leaves a
/// lease behind, and another goes on when it is over.
@Component
class DailyJobs implements SmartLifecycle {
    static final Duration LOOK = Duration.ofMinutes(1);
    static final Duration LEASE = Duration.ofMinutes(10);

    /// How long the end of the platform waits for a job that runs.
    static final Duration END_MAX = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(DailyJobs.class);

    private final List<DailyJob> jobs;
    private final DailyJobTable table;
    private final ThisNode node;
    private final Settings settings;
    private final Clock clock;
    private @Nullable ScheduledExecutorService timer;

    DailyJobs(
            List<DailyJob> jobs,
            DailyJobTable table,
            ThisNode node,
            Settings settings,
            Clock clock) {
        this.jobs = List.copyOf(jobs);
        this.table = table;
        this.node = node;
        this.settings = settings;
        this.clock = clock;
    }

    /// Looks what is due, and does it.
    void look() {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), settings.current().zone());
        for (DailyJob job : jobs) {
            if (!now.toLocalTime().isBefore(job.from())) {
                attempt(job, now.toLocalDate());
            }
        }
    }

    private void attempt(DailyJob job, LocalDate day) {
        var now = clock.instant();
        if (!table.claim(job.name(), day, node.number(), now, now.plus(LEASE))) {
            return;
        }
        try (Lease _ = new Lease(job, day)) {
            job.run(day);
            table.finish(job.name(), day, node.number(), clock.instant());
            LOG.info("daily-job-done job={} day={}", job.name(), day);
        } catch (RuntimeException e) { // one job's failure is not the next one's
            LOG.error("daily-job-failed job={} day={}", job.name(), day, e);
        }
    }

    /// Keeps a job ours while it runs.
    private final class Lease implements AutoCloseable {
        private final ScheduledExecutorService clockwork =
                Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
        private final ScheduledFuture<?> renewal;

        Lease(DailyJob job, LocalDate day) {
            long every = LEASE.toSeconds() / 3;
            renewal =
                    clockwork.scheduleAtFixedRate(
                            () ->
                                    table.extend(
                                            job.name(),
                                            day,
                                            node.number(),
                                            clock.instant().plus(LEASE)),
                            every,
                            every,
                            TimeUnit.SECONDS);
        }

        @Override
        public void close() {
            renewal.cancel(false);
            clockwork.shutdownNow();
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("daily-jobs").factory());
        ScheduledFuture<?> _ =
                started.scheduleWithFixedDelay(
                        this::lookQuietly, 5, LOOK.toSeconds(), TimeUnit.SECONDS);
        timer = started;
    }

    private void lookQuietly() {
        try {
            look();
        } catch (RuntimeException e) { // a timer that threw once would never tick again
            LOG.warn("daily-jobs-not-looked cause={}", e.toString());
        }
    }

    /// A job that runs may come to an end; one that takes too long is broken off and tried again.
    @Override
    public void stop() {
        ScheduledExecutorService running = timer;
        timer = null;
        if (running == null) {
            return;
        }
        running.shutdown();
        try {
            if (!running.awaitTermination(END_MAX.toSeconds(), TimeUnit.SECONDS)) {
                running.shutdownNow();
            }
        } catch (InterruptedException _) {
            running.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
