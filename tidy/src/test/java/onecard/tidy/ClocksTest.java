package onecard.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClocksTest {
    @Test
    void nobody_but_the_doors_of_time_asks_what_time_it_is() {
        assertThat(
                        Repository.texts(Clocks::isWatched)
                                .filter(file -> !Clocks.DOORS.containsKey(file.path()))
                                .flatMap(Clocks::breaches))
                .isEmpty();
    }

    @Test
    void every_door_of_time_is_still_one() {
        assertThat(Clocks.DOORS.keySet())
                .allSatisfy(
                        path -> assertThat(Clocks.breaches(Repository.text(path))).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Instant.now()",
                "LocalDate.now(zone)",
                "System.currentTimeMillis()",
                "new Date()",
                "Clock.systemUTC()",
                "\"select now()\"",
                "\"where day = current_date\""
            })
    void the_rule_finds(String code) {
        assertThat(Clocks.breaches(new TextFile("A.java", "class A { Object a = " + code + "; }")))
                .hasSize(1);
    }
}
