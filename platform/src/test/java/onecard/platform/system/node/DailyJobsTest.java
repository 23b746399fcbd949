package onecard.platform.system.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import onecard.platform.MovableClock;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import onecard.platform.system.DailyJob;
import onecard.platform.system.Settings;
import onecard.platform.system.SiteSettings;
import org.junit.jupiter.api.Test;

@DatabaseTest
class DailyJobsTest {
    private static final ZoneId ZONE = SiteSettings.defaults().zone();

    private final DailyJobTable table;
    private final MovableClock clock = new MovableClock();
    private final List<LocalDate> done = new ArrayList<>();
    private boolean broken;

    DailyJobsTest(TestDatabase database) {
        this.table = new DailyJobTable(database.jdbc());
    }

    @Test
    void a_job_runs_once_a_day_on_one_node_and_not_before_its_time() {
        DailyJobs first = node(0, "once");
        DailyJobs second = node(1, "once");
        clock.pass(untilTomorrowAt(LocalTime.of(2, 59)));
        first.look();
        assertThat(done).isEmpty();
        clock.pass(Duration.ofMinutes(2));
        first.look();
        second.look();
        first.look();
        assertThat(done).containsExactly(today());
        clock.pass(Duration.ofDays(1));
        second.look();
        first.look();
        assertThat(done).containsExactly(today().minusDays(1), today());
    }

    @Test
    void a_job_that_broke_off_is_tried_again_when_its_lease_is_over_by_any_node() {
        clock.pass(untilTomorrowAt(LocalTime.of(12, 0)));
        broken = true;
        node(0, "broken").look();
        broken = false;
        node(1, "broken").look();
        assertThat(done).isEmpty();
        clock.pass(DailyJobs.LEASE.plus(Duration.ofSeconds(1)));
        node(1, "broken").look();
        assertThat(done).containsExactly(today());
    }

    @Test
    void a_day_that_was_slept_through_is_made_up_for_later_that_day() {
        clock.pass(untilTomorrowAt(LocalTime.of(23, 0)));
        node(0, "late").look();
        assertThat(done).containsExactly(today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    private Duration untilTomorrowAt(LocalTime time) {
        return Duration.between(
                clock.instant(), today().plusDays(1).atTime(time).atZone(ZONE).toInstant());
    }

    private DailyJobs node(int number, String name) {
        return new DailyJobs(List.of(new Job(name)), table, () -> number, new Defaults(), clock);
    }

    private final class Job implements DailyJob {
        private final String name;

        Job(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public LocalTime from() {
            return LocalTime.of(3, 0);
        }

        @Override
        public void run(LocalDate day) {
            if (broken) {
                throw new IllegalStateException("broken off");
            }
            done.add(day);
        }
    }

    /// A site that has changed nothing.
    private static final class Defaults implements Settings {
        @Override
        public SiteSettings current() {
            return SiteSettings.defaults();
        }

        @Override
        public SiteSettings change(UnaryOperator<SiteSettings> change) {
            throw new UnsupportedOperationException();
        }
    }
}
