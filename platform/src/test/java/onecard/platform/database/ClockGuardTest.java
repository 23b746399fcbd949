package onecard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A node writes only while its clock agrees with the database's.
@DatabaseTest
class ClockGuardTest {

    private final TestDatabase database;

    ClockGuardTest(TestDatabase database) {
        this.database = database;
    }

    @ParameterizedTest(name = "{0} ms ahead: may write is {1}")
    @CsvSource({
        "0, true",
        "700, true",
        "-700, true",
        "2500, false",
        "-2500, false",
        "86400000, false"
    })
    void a_difference_of_more_than_a_second_stops_the_writing(long aheadMillis, boolean mayWrite) {
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofMillis(aheadMillis));
        ClockGuard guard = new ClockGuard(database.dataSource(), clock);
        assertThat(guard.mayWrite()).as("not measured yet").isFalse();
        ClockGuard.Reading reading = guard.measure();
        assertThat(guard.mayWrite()).isEqualTo(mayWrite);
        Duration ahead =
                switch (reading) {
                    case ClockGuard.Agrees(var found) -> found;
                    case ClockGuard.Differs(var found) -> found;
                    case ClockGuard.Unknown() -> throw new AssertionError("no answer");
                };
        assertThat(ahead).isCloseTo(Duration.ofMillis(aheadMillis), Duration.ofMillis(250));
    }

    @Test
    void a_database_that_does_not_answer_changes_nothing_about_what_was_known() {
        HikariDataSource pool = Pools.app(database.appLogin());
        ClockGuard guard =
                new ClockGuard(pool, Clock.offset(Clock.systemUTC(), Duration.ofHours(1)));
        guard.measure();
        pool.close();
        assertThat(guard.measure()).isEqualTo(new ClockGuard.Unknown());
        assertThat(guard.latest()).isInstanceOf(ClockGuard.Differs.class);
        assertThat(guard.mayWrite()).isFalse();
    }
}
