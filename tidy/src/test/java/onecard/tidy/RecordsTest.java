package onecard.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Notes of changes and records of decisions: one small file each, numbered as they came.
class RecordsTest {
    private static final Pattern NAME = Pattern.compile("(\\d{4})-[a-z0-9]+(?:-[a-z0-9]+)*\\.md");
    private static final int DECISION_LINES_MAX = 60;

    private static List<TextFile> in(String folder) {
        return Repository.texts(file -> file.path().startsWith(folder + "/")).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"changelog", "docs/decisions"})
    void they_are_numbered_from_one_without_gap(String folder) {
        assertThat(in(folder)).extracting(TextFile::name).allMatch(NAME.asMatchPredicate());
        List<Integer> numbers =
                in(folder).stream()
                        .map(file -> Integer.valueOf(file.name().substring(0, 4)))
                        .toList();
        assertThat(numbers)
                .isNotEmpty()
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, numbers.size()).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"changelog", "docs/decisions"})
    void they_begin_with_a_title_and_are_short(String folder) {
        assertThat(in(folder))
                .allSatisfy(file -> {
                    assertThat(file.text()).as(file.path()).startsWith("# ");
                    assertThat(file.lines())
                            .as(file.path())
                            .hasSizeLessThanOrEqualTo(DECISION_LINES_MAX);
                });
    }

    @Test
    void a_decision_has_its_context_and_its_consequences() {
        assertThat(in("docs/decisions"))
                .allSatisfy(file ->
                        assertThat(file.text())
                                .as(file.path())
                                .contains("**Context.**", "**Decision.**")
                                .contains("**Consequences.**"));
    }
}
