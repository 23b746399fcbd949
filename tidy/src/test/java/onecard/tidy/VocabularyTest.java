package onecard.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The vocabulary holds the words that are used on the wire and in the books, and no others.
class VocabularyTest {
    private static final int TYPES_MAX = 12;

    private final List<String> types =
            JavaFile.main().stream()
                    .filter(java -> java.file().path().startsWith("vocabulary/"))
                    .map(java -> java.file().name().replace(".java", ""))
                    .filter(name -> !name.equals("package-info"))
                    .toList();

    @Test
    void it_stays_small() {
        assertThat(types).isNotEmpty().hasSizeLessThanOrEqualTo(TYPES_MAX);
    }

    @Test
    void every_word_is_used_on_the_wire_and_by_a_room() {
        assertThat(types)
                .allSatisfy(type -> {
                    assertThat(users("wire/", type)).as(type + " on the wire").isPositive();
                    assertThat(users("platform/", type)).as(type + " inside").isPositive();
                });
    }

    private static long users(String module, String type) {
        String line = "import onecard.vocabulary." + type + ";";
        return JavaFile.main().stream()
                .map(JavaFile::file)
                .filter(file -> file.path().startsWith(module))
                .filter(file -> file.text().contains(line))
                .count();
    }
}
