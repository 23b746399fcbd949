package onecard.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {
    private static final List<String> LINES = List.of("drawn 1 aa", "settled 2 1 bb", "食堂");

    @TempDir Path folder;

    private Path written() {
        Path file = folder.resolve("t.journal");
        try (FileJournal journal = FileJournal.open(file, true)) {
            LINES.forEach(line -> journal.append(line, true));
        }
        return file;
    }

    private static List<String> linesOf(Path file) {
        try (FileJournal journal = FileJournal.open(file, false)) {
            return journal.lines();
        }
    }

    @DisplayName("W-01 a file torn at any byte gives the whole lines before it, and goes on")
    @Test
    void a_file_torn_at_any_byte_gives_the_whole_lines_before_it_and_goes_on() throws IOException {
        byte[] whole = Files.readAllBytes(written());
        for (int length = 0; length <= whole.length; length++) {
            Path file = folder.resolve("torn.journal");
            Files.write(file, Arrays.copyOf(whole, length));
            int complete = (int) bytesUpTo(whole, length).filter(b -> b == '\n').count();
            try (FileJournal journal = FileJournal.open(file, false)) {
                assertThat(journal.lines()).isEqualTo(LINES.subList(0, complete));
                journal.append("after", false);
            }
            assertThat(linesOf(file)).hasSize(complete + 1).endsWith("after");
        }
    }

    private static IntStream bytesUpTo(byte[] bytes, int length) {
        return IntStream.range(0, length).map(at -> bytes[at]);
    }

    @Test
    void a_changed_byte_in_the_last_line_is_a_torn_write() throws IOException {
        Path file = written();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 3] ^= 1;
        Files.write(file, bytes);
        assertThat(linesOf(file)).isEqualTo(LINES.subList(0, 2));
    }

    @Test
    void a_changed_byte_before_a_sound_line_is_refused() throws IOException {
        Path file = written();
        byte[] bytes = Files.readAllBytes(file);
        bytes[12] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> linesOf(file)).hasStackTraceContaining("Damaged before byte");
    }

    @Test
    void a_second_terminal_cannot_open_it() {
        Path file = written();
        try (FileJournal first = FileJournal.open(file, false)) {
            assertThat(first.lines()).hasSize(3);
            assertThatThrownBy(() -> linesOf(file))
                    .hasStackTraceContaining("Another terminal has it open");
        }
    }

    @Test
    void a_rewritten_journal_holds_the_new_lines_and_takes_more() {
        Path file = written();
        try (FileJournal journal = FileJournal.open(file, true)) {
            journal.rewrite(List.of("jumped 1 7"));
            journal.append("more", true);
        }
        assertThat(linesOf(file)).containsExactly("jumped 1 7", "more");
        assertThat(FileJournal.read(file)).containsExactly("jumped 1 7", "more");
    }
}
