package onecard.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import onecard.platform.Rooms;
import onecard.platform.TestClock;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobsTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final TestClock clock = TestClock.at("2026-03-02T11:30:00+08:00");
    private final TestDatabase database;
    private Rooms rooms;
    private Jobs jobs;
    private TryOutWork work;

    JobsTest(TestDatabase database) {
        this.database = database;
        rooms = Rooms.open(database, clock, "jobs");
        jobs = rooms.door(Jobs.class);
        work = rooms.door(TryOutWork.class);
    }

    @BeforeEach
    void fresh() {
        work.permits.drainPermits();
        work.begun = new CountDownLatch(1);
    }

    @AfterEach
    void letGo() {
        work.permits.release(1_000_000);
    }

    @Test
    @DisplayName(
            "W-14 A job runs in the name of who asked, tells how far it is, keeps a result and a file")
    void a_job_runs_and_keeps_its_result() throws InterruptedException {
        var job = start(10, "");
        assertThat(job.state()).isEqualTo(JobState.WAITING);
        assertThat(work.begun.await(20, TimeUnit.SECONDS)).isTrue();
        work.permits.release(4);
        await().atMost(SOON).until(() -> find(job).done() == 4);
        assertThat(find(job).total()).isEqualTo(10);
        assertThat(find(job).state()).isEqualTo(JobState.RUNNING);
        work.permits.release(6);
        await().atMost(SOON).until(() -> find(job).state() == JobState.DONE);
        var result = find(job).result().orElseThrow();
        assertThat(result.get("counted").asInt()).isEqualTo(10);
        assertThat(result.get("by").asString()).isEqualTo("clerk");
        assertThat(jobs.file(job.id()).orElseThrow().content()).asString().isEqualTo("ok");
    }

    @Test
    @DisplayName("W-14 A job that runs is cancelled at the next place where it looks")
    void a_job_is_cancelled() throws InterruptedException {
        var job = start(10, "");
        assertThat(work.begun.await(20, TimeUnit.SECONDS)).isTrue();
        jobs.cancel(job.id());
        await().atMost(SOON).until(() -> find(job).state() == JobState.CANCELLED);
        assertThat(find(job).result()).isEmpty();
        jobs.cancel(job.id());
        assertThat(find(job).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void a_job_whose_transaction_was_rolled_back_does_not_exist() {
        var id =
                rooms.as(
                        Rooms.clerk(1, "clerk"),
                        () ->
                                rooms.door(TransactionTemplate.class)
                                        .execute(status -> {
                                            status.setRollbackOnly();
                                            return start(1, "").id();
                                        }));
        assertThat(jobs.find(id)).isEmpty();
    }

    @Test
    void a_problem_is_told_with_its_fields() {
        var job = start(0, "problem");
        await().atMost(SOON).until(() -> find(job).state() == JobState.FAILED);
        var problem = find(job).problem().orElseThrow();
        assertThat(problem.kind()).isEqualTo("group-taken");
        assertThat(problem.fields()).containsEntry("field", "code");
    }

    @Test
    void what_nobody_foresaw_ends_the_job_and_not_the_lane() {
        var broken = start(0, "broken");
        await().atMost(SOON).until(() -> find(broken).state() == JobState.FAILED);
        assertThat(find(broken).problem().orElseThrow().kind()).isEqualTo("job-broken");
        var next = start(0, "");
        await().atMost(SOON).until(() -> find(next).state() == JobState.DONE);
    }

    @Test
    @DisplayName("Foundations 26 A job goes on after the end of its platform, and after a kill")
    void a_job_survives_its_platform() throws InterruptedException {
        var job = start(3, "");
        assertThat(work.begun.await(20, TimeUnit.SECONDS)).isTrue();
        rooms.close();
        assertThat(state(job.id())).isEqualTo("WAITING");
        // A process that was killed leaves its job as running, with the number of its node.
        database.asOwner()
                .sql(
                        "update jobs.job set state = 'RUNNING', node = (select max(number) from"
                                + " system.node) + 10, lease_until = :until where id = :id")
                .param("until", clock.instant().plusSeconds(30).atOffset(java.time.ZoneOffset.UTC))
                .param("id", job.id())
                .update();
        rooms = rooms.besides();
        jobs = rooms.door(Jobs.class);
        work = rooms.door(TryOutWork.class);
        work.permits.release(3);
        assertThat(state(job.id())).isEqualTo("RUNNING");
        clock.pass(Duration.ofMinutes(2));
        rooms.door(JobRunner.class).wake();
        await().atMost(SOON).until(() -> find(job).state() == JobState.DONE);
    }

    @Test
    void old_jobs_and_their_files_are_forgotten() {
        var job = start(0, "");
        await().atMost(SOON).until(() -> find(job).state() == JobState.DONE);
        var sweep = rooms.door(JobSweep.class);
        clock.pass(Duration.ofDays(8));
        sweep.run(java.time.LocalDate.of(2026, 3, 10));
        assertThat(jobs.file(job.id())).isEmpty();
        assertThat(jobs.find(job.id())).isPresent();
        clock.pass(Duration.ofDays(90));
        sweep.run(java.time.LocalDate.of(2026, 6, 10));
        assertThat(jobs.find(job.id())).isEmpty();
    }

    private Job start(int upTo, String ending) {
        return rooms.as(
                Rooms.clerk(1, "clerk"),
                () -> jobs.start("try-out", new TryOutWork.Order(upTo, ending)));
    }

    private Job find(Job job) {
        return jobs.find(job.id()).orElseThrow();
    }

    private String state(int id) {
        return database.asOwner()
                .sql("select state from jobs.job where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }
}
