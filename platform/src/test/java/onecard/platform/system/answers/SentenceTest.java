package onecard.platform.system.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceTest {
    @Test
    void gaps_are_filled_and_everything_else_stays() {
        Sentence sentence = Sentence.of("{name} has {left:money}, {not a gap} {}");
        assertThat(sentence.fill(Map.of("name", "张三", "left", 123_456L)))
                .isEqualTo("张三 has 1,234.56, {not a gap} {}");
        assertThat(sentence.gaps()).containsExactly("left", "name");
    }

    @ParameterizedTest
    @CsvSource({"0, 0.00", "5, 0.05", "-1230, -12.30", "100000000, '1,000,000.00'"})
    void cents_are_written_as_yuan(long cents, String text) {
        assertThat(Sentence.of("{a:money}").fill(Map.of("a", cents))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"9000, 90%", "9050, 90.5%", "1, 0.01%"})
    void basis_points_are_written_as_per_cent(int points, String text) {
        assertThat(Sentence.of("{a:percent}").fill(Map.of("a", points))).isEqualTo(text);
    }

    @Test
    void what_is_absent_is_a_dash() {
        assertThat(Sentence.of("{a}/{b}").fill(Map.of("a", Optional.empty()))).isEqualTo("–/–");
    }

    @Test
    void an_amount_that_is_no_whole_number_is_a_mistake_of_ours() {
        assertThatThrownBy(() -> Sentence.of("{a:money}").fill(Map.of("a", "12")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
