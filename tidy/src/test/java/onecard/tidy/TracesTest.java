package onecard.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {
    @Test
    void no_text_speaks_of_a_machine_a_tracker_or_its_own_making() {
        assertThat(Repository.texts().stream().flatMap(Traces::breaches)).isEmpty();
    }

    @Test
    void packages_come_from_the_registry_of_whoever_builds() {
        assertThat(Repository.text("console/package-lock.json").text())
                .doesNotContain("\"resolved\": \"http");
    }

    @Test
    void only_what_belongs_to_the_project_is_kept() {
        List<String> strange =
                Repository.files().stream()
                        .filter(path ->
                                path.matches(
                                        "(?i).*(\\.(log|tmp|bak|orig|rej|class|jar|pid|swp)|~|\\.DS_Store)"))
                        .toList();
        assertThat(strange).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "see /home/li/onecard/x",
                "fixes issue #12",
                "TODO later",
                "from https://registry.mirror.internal/npm"
            })
    void the_rule_finds(String text) {
        assertThat(Traces.breaches(new TextFile("a.md", text))).hasSize(1);
    }
}
