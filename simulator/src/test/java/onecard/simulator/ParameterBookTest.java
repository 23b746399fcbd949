package onecard.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import onecard.vocabulary.Mode;
import onecard.wire.Parameters;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Parameters on the disk of a terminal that loses power.
class ParameterBookTest {
    @TempDir Path folder;

    private Path file() {
        return folder.resolve("OC-1" + ParameterBook.SUFFIX);
    }

    private ParameterBook open() {
        return ParameterBook.open(FileJournal.open(file(), true));
    }

    private static Parameters version(long version) {
        return LittleBooks.parameters(version, Mode.FIXED_AMOUNT, version * 100);
    }

    @Test
    @DisplayName("M-098 what the platform sent is there after a restart")
    void it_is_there_after_a_restart() {
        try (ParameterBook book = open()) {
            assertThat(book.version()).isZero();
            book.keep(version(7));
            book.keep(version(8));
        }
        try (ParameterBook book = open()) {
            assertThat(book.parameters()).contains(version(8));
        }
    }

    @Test
    @DisplayName(
            "M-098 parameters that were being written when the power went are not there at all")
    void they_are_swapped_at_once() throws IOException {
        try (ParameterBook book = open()) {
            book.keep(version(7));
        }
        Files.writeString(folder.resolve("OC-1.parameters.new"), "0000 half of a new li");
        try (ParameterBook book = open()) {
            assertThat(book.parameters()).contains(version(7));
            book.keep(version(8));
        }
        try (ParameterBook book = open()) {
            assertThat(book.parameters()).contains(version(8));
        }
    }

    @Test
    @DisplayName("M-098 a torn file is no parameters at all, and the terminal fetches them anew")
    void a_torn_file() throws IOException {
        try (ParameterBook book = open()) {
            book.keep(version(7));
        }
        byte[] whole = Files.readAllBytes(file());
        for (int length = 0; length < whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length), StandardOpenOption.TRUNCATE_EXISTING);
            try (ParameterBook torn = open()) {
                assertThat(torn.version()).isZero();
            }
        }
    }
}
