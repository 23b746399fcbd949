package onecard.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairingsTest {
    private static final String CONSOLE = "https://localhost:8443";

    @TempDir private Path folder;
    private final List<String> shown = new ArrayList<>();

    private Pairings opened() throws IOException {
        return new Pairings(folder.resolve("pairings.json"), shown::add);
    }

    @Test
    void the_code_pairs_once_and_the_token_outlives_the_program() throws IOException {
        Pairings pairings = opened();
        String code = shown.getLast();
        String token = pairings.pair(CONSOLE, code).orElseThrow();
        assertThat(pairings.pair(CONSOLE, code)).as("the code was used").isEmpty();
        Pairings later = opened();
        assertThat(later.knows(CONSOLE, token)).isTrue();
        assertThat(later.knows("https://x", token)).isFalse();
        assertThat(later.knows(CONSOLE, token + "x")).isFalse();
    }

    @Test
    void the_file_is_for_its_owner_and_gives_nobody_a_token() throws IOException {
        Pairings pairings = opened();
        String token = pairings.pair(CONSOLE, shown.getLast()).orElseThrow();
        Path file = folder.resolve("pairings.json");
        assertThat(file).content().contains(CONSOLE).doesNotContain(token);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void after_five_wrong_codes_another_one_is_shown() throws IOException {
        Pairings pairings = opened();
        String first = shown.getLast();
        String wrong = first.equals("00000000") ? "00000001" : "00000000";
        for (int i = 0; i < Pairings.WRONG_MAX; i++) {
            assertThat(shown).hasSize(1);
            assertThat(pairings.pair(CONSOLE, wrong)).isEmpty();
        }
        assertThat(shown).hasSize(2);
        assertThat(pairings.pair(CONSOLE, shown.getLast())).isPresent();
    }

    @Test
    void only_so_many_consoles_are_remembered() throws IOException {
        Pairings pairings = opened();
        String oldest = pairings.pair(CONSOLE, shown.getLast()).orElseThrow();
        for (int i = 0; i < 20; i++) {
            assertThat(pairings.pair(CONSOLE + i, shown.getLast())).isPresent();
        }
        assertThat(pairings.knows(CONSOLE, oldest)).isFalse();
    }
}
