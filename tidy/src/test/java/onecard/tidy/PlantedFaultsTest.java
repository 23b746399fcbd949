package onecard.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The patches of `tidy/faults`, which `./onecard faults` plants, stay plantable, and the list of
/// what found them is complete.
class PlantedFaultsTest {
    private static final String FOLDER = "tidy/faults/";
    private static final String LIST = "docs/reference/planted-faults.md";
    private static final Pattern LISTED = Pattern.compile("tidy/faults/([a-z0-9-]+\\.patch)");
    private static final int FAULTS_MIN = 12;

    private static List<TextFile> patches() {
        return Repository.texts(file -> file.path().startsWith(FOLDER)).toList();
    }

    @TestFactory
    List<DynamicTest> every_patch_still_applies() {
        return patches().stream()
                .map(patch -> DynamicTest.dynamicTest(patch.path(), () -> applies(patch)))
                .toList();
    }

    private static void applies(TextFile patch) {
        Command.Ended git =
                Command.in(Repository.ROOT, "git", "apply", "--check", "-C1", patch.path());
        assertThat(git.said()).isEmpty();
        assertThat(git.code()).isZero();
    }

    @Test
    void every_patch_names_its_fault_and_tests_that_exist() {
        assertThat(patches()).hasSizeGreaterThanOrEqualTo(FAULTS_MIN);
        for (TextFile patch : patches()) {
            assertThat(patch.text()).as(patch.path()).contains("Fault: ");
            String tests = patch.text().replaceAll("(?s).*^?Tests: ([^\n]*)\n.*", "$1");
            for (String test : List.of(tests.split(" ", -1))) {
                String file = "/src/test/java/" + test.replace('.', '/') + ".java";
                assertThat(Repository.files())
                        .as(patch.path())
                        .anyMatch(path -> path.endsWith(file));
            }
        }
    }

    @Test
    void the_list_names_exactly_these() {
        List<String> listed =
                LISTED.matcher(Repository.text(LIST).text())
                        .results()
                        .map(found -> FOLDER + found.group(1))
                        .sorted()
                        .toList();
        assertThat(listed).isEqualTo(patches().stream().map(TextFile::path).sorted().toList());
    }
}
