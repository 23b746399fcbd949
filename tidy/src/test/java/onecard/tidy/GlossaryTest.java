package onecard.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// One idea, one word, in each language and in the code.
class GlossaryTest {
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| ([^|]*?) \\| ([^|]*?) \\| [^|]*? \\| ([^|]*?) ?\\|$");
    private static final Pattern TICKED = Pattern.compile("`(\\w+)`");

    /// Other words for what has one already.
    private static final Pattern STRAY =
            Pattern.compile("(?i)\\b(recharges?|consumptions?|swip(?:e|ed|ing))\\b");

    private final TextFile glossary = Repository.text("docs/reference/glossary.md");

    private List<String> column(int number) {
        return ROW.matcher(glossary.text())
                .results()
                .filter(row -> !row.group(1).equals("中文") && !row.group(1).startsWith("-"))
                .map(row -> row.group(number))
                .toList();
    }

    @Test
    void every_word_stands_once() {
        assertThat(column(1)).isNotEmpty();
        assertThat(column(1).stream().flatMap(words -> Stream.of(words.split("、"))))
                .doesNotHaveDuplicates();
        assertThat(column(2).stream().flatMap(words -> Stream.of(words.split(", "))))
                .doesNotHaveDuplicates();
    }

    @Test
    void every_word_of_the_code_is_in_the_code() {
        String code =
                String.join(
                        "\n", JavaFile.main().stream().map(java -> java.file().text()).toList());
        List<String> words =
                column(3).stream()
                        .flatMap(cell -> TICKED.matcher(cell).results())
                        .map(match -> match.group(1))
                        .toList();
        assertThat(words)
                .isNotEmpty()
                .allMatch(word -> Pattern.compile("\\b" + word + "\\b").matcher(code).find());
    }

    @Test
    void people_read_no_other_word_for_the_same() {
        assertThat(
                        Repository.texts(GlossaryTest::isRead)
                                .flatMap(file -> file.breaches(STRAY, "see the glossary")))
                .isEmpty();
    }

    private static boolean isRead(TextFile file) {
        boolean screen =
                file.path().endsWith("_en.properties") || file.name().equals("words.en.ts");
        boolean document = file.is("md") && !file.name().equals("glossary.md");
        return screen || document;
    }
}
