package onecard.platform.jobs;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.LiveEvent;
import onecard.platform.system.LiveFeed;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.ThisNode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Does the jobs that nobody does yet, a few at a time. A node that dies leaves a lease behind and
/// another node, or the same after its restart, does the job again.
@Component
class JobRunner implements SmartLifecycle {
    /// How many jobs a node does at once.
    static final int LANES = 2;

    static final Duration LOOK = Duration.ofSeconds(5);
    static final Duration TELL = Duration.ofMillis(300);
    static final Duration LEASE = Duration.ofMinutes(1);

    /// How long the end of the platform waits for work to look whether it shall stop.
    static final Duration END_MAX = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final Map<String, JobWork<?>> works;
    private final JobTable table;
    private final JobFileTable files;
    private final CurrentOperator operator;
    private final ObjectProvider<LiveFeed> live;
    private final ThisNode node;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<Integer, RunningJob> running = new ConcurrentHashMap<>();
    private @Nullable ExecutorService lanes;
    private @Nullable ScheduledExecutorService timer;
    private volatile boolean ending;

    JobRunner(
            List<JobWork<?>> works,
            JobTable table,
            JobFileTable files,
            CurrentOperator operator,
            ObjectProvider<LiveFeed> live,
            ThisNode node,
            JsonMapper json,
            Clock clock) {
        this.works = works.stream().collect(Collectors.toMap(JobWork::kind, Function.identity()));
        this.table = table;
        this.files = files;
        this.operator = operator;
        this.live = live;
        this.node = node;
        this.json = json;
        this.clock = clock;
    }

    /// Returns the work of that kind.
    JobWork<?> work(String kind) {
        return Optional.ofNullable(works.get(kind))
                .orElseThrow(() -> new IllegalArgumentException("No room does the work " + kind));
    }

    /// Returns who may see and cancel a job.
    Permission needs(String kind, String order) {
        return needs(work(kind), order);
    }

    private <O> Permission needs(JobWork<O> work, String order) {
        return work.needs(json.readValue(order, work.order()));
    }

    /// Looks for work at once; called when there is some.
    void wake() {
        var ready = lanes;
        if (ready != null && !ending) {
            Future<?> _ = ready.submit(this::look);
        }
    }

    private void look() {
        try {
            while (!ending) {
                var now = clock.instant();
                var order = table.claim(works.keySet(), node.number(), now, now.plus(LEASE));
                if (order.isEmpty()) {
                    return;
                }
                attempt(order.get());
            }
        } catch (RuntimeException e) { // the lane goes on; the job's lease ends by itself
            LOG.warn("jobs-not-looked cause={}", e.toString());
        }
    }

    private void attempt(JobOrder order) {
        var run =
                new RunningJob(
                        order.id(),
                        order.kind(),
                        () -> needs(order.kind(), order.order()),
                        file -> files.put(order.id(), file, clock.instant()));
        running.put(order.id(), run);
        try {
            if (order.cancelAsked()) {
                run.stop();
            }
            run.check();
            var result = operator.as(order.operator(), () -> done(work(order.kind()), order, run));
            end(order, run, JobState.DONE, Optional.of(json.valueToTree(result)), Optional.empty());
        } catch (JobStopped _) {
            stopped(order, run);
        } catch (Problem problem) {
            fail(order, run, new JobProblem(problem.kind().name(), problem.fields()));
        } catch (RuntimeException e) { // one job's failure is not the next one's
            var incident = UUID.randomUUID().toString();
            LOG.error(
                    "job-failed job={} kind={} incident={}", order.id(), order.kind(), incident, e);
            fail(
                    order,
                    run,
                    new JobProblem(JobProblems.BROKEN.name(), Map.of("incident", incident)));
        } finally {
            running.remove(order.id());
        }
    }

    private <O> Object done(JobWork<O> work, JobOrder order, RunningJob run) {
        return work.run(json.readValue(order.order(), work.order()), run);
    }

    private void stopped(JobOrder order, RunningJob run) {
        if (ending) {
            table.putBack(order.id(), node.number());
        } else {
            end(order, run, JobState.CANCELLED, Optional.empty(), Optional.empty());
        }
    }

    private void fail(JobOrder order, RunningJob run, JobProblem problem) {
        end(order, run, JobState.FAILED, Optional.empty(), Optional.of(problem));
    }

    private void end(
            JobOrder order,
            RunningJob run,
            JobState state,
            Optional<JsonNode> result,
            Optional<JobProblem> problem) {
        var now = clock.instant();
        var job =
                new Job(
                        order.id(),
                        order.kind(),
                        order.operator().id(),
                        order.order(),
                        state,
                        run.done(),
                        run.total(),
                        now,
                        Optional.of(now),
                        result,
                        problem);
        table.finish(job, node.number(), now);
        LOG.info("job-over job={} kind={} state={}", job.id(), job.kind(), state);
        publish(run, state);
    }

    /// Writes down how far each job is, and hears whether it is still wanted.
    private void tell() {
        for (var run : running.values()) {
            try {
                var until = clock.instant().plus(LEASE);
                var asked = table.tell(run.id(), node.number(), run.done(), run.total(), until);
                if (asked.orElse(true)) {
                    run.stop();
                }
                publish(run, JobState.RUNNING);
            } catch (RuntimeException e) { // a timer that threw once would never tick again
                LOG.warn("job-not-told job={} cause={}", run.id(), e.toString());
            }
        }
    }

    /// The news for pages: what they may see of it they read themselves.
    private record News(int id, String kind, JobState state, long done, long total) {}

    private void publish(RunningJob run, JobState state) {
        var news = new News(run.id(), run.kind(), state, run.done(), run.total());
        live.ifAvailable(feed -> {
            if (feed.hasListeners()) {
                feed.publish(new LiveEvent("job", run.needs(), OptionalInt.empty(), _ -> news));
            }
        });
    }

    @Override
    public void start() {
        ending = false;
        int mine = table.release(node.number());
        if (mine > 0) {
            LOG.info("jobs-taken-up-again count={}", mine);
        }
        lanes = Executors.newFixedThreadPool(LANES, Thread.ofVirtual().name("job-", 1).factory());
        var clockwork =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("job-clock").factory());
        ScheduledFuture<?> _ =
                clockwork.scheduleWithFixedDelay(
                        this::wake, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
        ScheduledFuture<?> _ =
                clockwork.scheduleWithFixedDelay(
                        this::tell, TELL.toMillis(), TELL.toMillis(), TimeUnit.MILLISECONDS);
        timer = clockwork;
    }

    /// Work is asked to stop and is put back; it begins again after the next start.
    @Override
    public void stop() {
        ending = true;
        var clockwork = timer;
        var ready = lanes;
        timer = null;
        lanes = null;
        if (clockwork == null || ready == null) {
            return;
        }
        clockwork.shutdownNow();
        running.values().forEach(RunningJob::stop);
        ready.shutdown();
        try {
            if (!ready.awaitTermination(END_MAX.toSeconds(), TimeUnit.SECONDS)) {
                ready.shutdownNow();
            }
        } catch (InterruptedException _) {
            ready.shutdownNow();
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
