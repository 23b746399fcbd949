package onecard.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SizesTest {
    @Test
    void no_file_is_longer_than_one_reading() {
        assertThat(
                        Repository.texts(Sizes::isMeasured)
                                .map(Sizes::tooLong)
                                .flatMap(Optional::stream))
                .isEmpty();
    }

    @Test
    void no_method_is_longer_than_a_screen() {
        assertThat(JavaFile.all().stream().flatMap(java -> Sizes.tooLong(java).stream())).isEmpty();
    }

    @Test
    void the_rule_counts_from_brace_to_brace() {
        assertThat(Sizes.tooLong(methodOf(Sizes.METHOD_LINES_MAX))).isEmpty();
        assertThat(Sizes.tooLong(methodOf(Sizes.METHOD_LINES_MAX + 1))).hasSize(1);
    }

    private static JavaFile methodOf(int lines) {
        return JavaFile.of("A.java", "class A { void m() {" + "\n".repeat(lines - 1) + "} }");
    }
}
