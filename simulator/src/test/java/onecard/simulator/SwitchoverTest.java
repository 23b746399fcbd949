package onecard.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwitchoverTest {
    private static final Instant NOON = Instant.parse("2026-09-01T04:00:00Z");

    /// `s` is a request without an answer, `a` an answer, `b` that the platform was told all.
    @DisplayName(
            "W-05 a terminal switches at the n-th silence in a row, and comes back when all is told")
    @ParameterizedTest(name = "after {0}: {1} leaves {2} unanswered, alone: {3}")
    @CsvSource(
            textBlock =
                    """
                    3, '',      0, false
                    3, s,       1, false
                    3, ss,      2, false
                    3, sss,     3, true
                    3, ssas,    1, false
                    3, ssasss,  3, true
                    3, ssss,    3, true
                    3, sssa,    3, true
                    3, sssas,   3, true
                    3, sssab,   0, false
                    3, sssabs,  1, false
                    3, sssabsss, 3, true
                    1, s,       1, true
                    1, sa,      1, true
                    1, sab,     0, false
                    0, ssssssss, 0, false
                    0, a,       0, false
                    """)
    void it_switches_at_the_last_silence(int after, String said, int unanswered, boolean alone) {
        Switchover now = Switchover.ASKING;
        for (int i = 0; i < said.length(); i++) {
            now =
                    switch (said.charAt(i)) {
                        case 's' -> now.unanswered(after, NOON);
                        case 'a' -> now.answered();
                        default -> now.back();
                    };
        }
        assertThat(now)
                .isEqualTo(
                        new Switchover(unanswered, alone ? Optional.of(NOON) : Optional.empty()));
    }

    @DisplayName("W-05 a terminal that has sold by itself remembers since when")
    @Test
    void it_remembers_since_when() {
        Switchover alone = Switchover.ASKING.unanswered(1, NOON);
        assertThat(alone.unanswered(1, NOON.plusSeconds(9)).aloneSince()).contains(NOON);
    }

    @Test
    void nobody_switches_without_a_silence() {
        assertThatThrownBy(() -> new Switchover(0, Optional.of(NOON)))
                .hasMessageContaining("takes an unanswered request");
    }
}
