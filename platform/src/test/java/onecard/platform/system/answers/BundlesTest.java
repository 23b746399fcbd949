package onecard.platform.system.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import onecard.platform.system.Language;
import onecard.platform.system.Wording;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BundlesTest {
    private final Bundles bundles = new Bundles(() -> Wording.COMPANY);

    @Test
    void everything_is_said_in_both_languages() {
        assertThat(bundles.of(Language.ZH_CN).keySet())
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(bundles.of(Language.EN).keySet());
    }

    @Test
    void a_sentence_has_the_same_gaps_in_both_languages() {
        assertThat(gaps(Language.ZH_CN)).isEqualTo(gaps(Language.EN));
    }

    @Test
    void chinese_sentences_are_chinese_and_english_ones_are_not() {
        assertThat(bundles.say(Language.ZH_CN, "problem.not-signed-in.title")).isEqualTo("未登录");
        assertThat(bundles.say(Language.EN, "problem.not-signed-in.title"))
                .isEqualTo("Not signed in");
    }

    @Test
    void chinese_sentences_have_chinese_punctuation() {
        Pattern western = Pattern.compile("\\p{IsHan}[,:;?!(]|[,:;?!)]\\p{IsHan}");
        bundles.of(Language.ZH_CN)
                .forEach((key, line) ->
                        assertThat(words(line)).as(key).doesNotContainPattern(western));
    }

    @Test
    void a_key_nobody_has_is_a_mistake_of_ours() {
        assertThat(bundles.knows("no.such.key")).isFalse();
        assertThatThrownBy(() -> bundles.say(Language.EN, "no.such.key"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("no.such.key");
    }

    private static String words(Sentence line) {
        return line.parts().stream()
                .map(part ->
                        switch (part) {
                            case Sentence.Part.Words(var text) -> text;
                            case Sentence.Part.Gap _ -> "";
                        })
                .collect(Collectors.joining());
    }

    private Map<String, Set<String>> gaps(Language language) {
        return bundles.of(language).entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                line -> line.getValue().gaps(),
                                (a, _) -> a,
                                TreeMap::new));
    }

    @Test
    @DisplayName("D-48 A school is told 离校 where a company is told 离职; names stay as they are")
    void a_school_is_told_in_its_own_words() {
        var school = new Bundles(() -> Wording.SCHOOL);
        String key = "problem.person-left-already.detail";
        Map<String, String> who = Map.of("name", "入职", "personNo", "7");
        assertThat(bundles.say(Language.ZH_CN, key, who)).isEqualTo("入职（7）在离职库中，请先办理重新入职。");
        assertThat(school.say(Language.ZH_CN, key, who)).isEqualTo("入职（7）在离校库中，请先办理重新入校。");
        assertThat(school.say(Language.EN, key, who)).isEqualTo(bundles.say(Language.EN, key, who));
    }
}
