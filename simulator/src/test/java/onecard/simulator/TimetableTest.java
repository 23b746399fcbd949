package onecard.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimetableTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Timetable LUNCH =
            new Timetable(
                    ZONE,
                    List.of(
                            new Timetable.Meal(
                                    "lunch", LocalTime.of(11, 0), LocalTime.of(13, 0), 120)));

    @Test
    void people_come_only_at_meals_about_as_many_as_written_and_most_in_the_middle() {
        Random random = new Random(1);
        Instant at = Instant.parse("2026-08-31T16:00:00Z");
        int days = 20;
        int all = 0;
        int middle = 0;
        Instant end = at.plus(Duration.ofDays(days));
        while (true) {
            at = at.plus(LUNCH.next(at, random).orElseThrow());
            if (!at.isBefore(end)) {
                break;
            }
            LocalTime time = LocalTime.ofInstant(at, ZONE);
            assertThat(time).isBetween(LocalTime.of(11, 0), LocalTime.of(13, 0, 2));
            all++;
            boolean inTheMiddle =
                    time.isAfter(LocalTime.of(11, 30)) && time.isBefore(LocalTime.of(12, 30));
            middle += inTheMiddle ? 1 : 0;
        }
        assertThat(all).isCloseTo(days * 240, within(days * 24));
        assertThat(middle).isGreaterThan(all * 6 / 10);
    }

    @Test
    void the_same_seed_brings_the_same_people() {
        Instant noon = Instant.parse("2026-09-01T04:00:00Z");
        assertThat(LUNCH.next(noon, new Random(7))).isEqualTo(LUNCH.next(noon, new Random(7)));
    }

    @Test
    void nobody_comes_without_meals() {
        assertThat(new Timetable(ZONE, List.of()).next(Instant.EPOCH, new Random(1))).isEmpty();
    }
}
