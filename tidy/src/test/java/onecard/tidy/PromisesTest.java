package onecard.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PromisesTest {
    private final Set<String> claimed = Promises.claimed().keySet();
    private final Set<String> shown =
            Promises.shown().stream().map(Promises.Shown::number).collect(Collectors.toSet());

    @Test
    void every_promise_is_shown_by_a_test() {
        assertThat(claimed).isNotEmpty();
        assertThat(shown).containsAll(claimed);
    }

    @Test
    void no_test_shows_what_nobody_promised() {
        assertThat(claimed).containsAll(shown);
    }

    @Test
    void the_table_of_promises_is_up_to_date() {
        Generated.check(Promises.TABLE, Promises.table());
    }

    @Test
    void numbers_are_read_from_names_that_are_put_together() {
        var java =
                JavaFile.of(
                        "ATest.java",
                        "class ATest { @DisplayName(\"M-001 W-02 that\" + \" holds\") void a() {} }");
        assertThat(Promises.displayNames(java)).containsExactly("M-001 W-02 that holds");
    }
}
