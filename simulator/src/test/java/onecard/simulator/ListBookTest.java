package onecard.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import onecard.vocabulary.CardUid;
import onecard.wire.ListAnswer;
import onecard.wire.ListKind;
import onecard.wire.Newest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The lists in a terminal's file.
class ListBookTest {
    private static final CardUid ONE = new CardUid("04A1B2C3");
    private static final CardUid TWO = new CardUid("04A1B2C3D4E5F6");
    private static final CardUid THREE = new CardUid("04A1B2C3D4E5F6070809");

    @TempDir Path folder;

    private Path file() {
        return folder.resolve("OC-1" + ListBook.SUFFIX);
    }

    private ListBook open() {
        return ListBook.open(FileJournal.open(file(), false));
    }

    private static ListAnswer answer(
            ListKind kind, long from, long to, List<CardUid> added, List<CardUid> removed) {
        return new ListAnswer(kind, from, to, added, removed, Newest.NONE);
    }

    @Test
    @DisplayName("M-144 M-173 lists outlive the terminal's program, each with its version")
    void lists_outlive_the_program() {
        try (ListBook book = open()) {
            assertThat(book.version(ListKind.ALLOW)).isZero();
            assertThat(book.apply(answer(ListKind.ALLOW, 0, 7, List.of(ONE, TWO), List.of())))
                    .isTrue();
            assertThat(book.apply(answer(ListKind.BLOCK, 0, 3, List.of(), List.of()))).isTrue();
            assertThat(book.apply(answer(ListKind.ALLOW, 7, 8, List.of(THREE), List.of(ONE))))
                    .isTrue();
        }
        try (ListBook again = open()) {
            assertThat(again.version(ListKind.ALLOW)).isEqualTo(8);
            assertThat(again.version(ListKind.BLOCK)).isEqualTo(3);
            assertThat(again.size(ListKind.ALLOW)).isEqualTo(2);
            assertThat(again.contains(ListKind.ALLOW, ONE)).isFalse();
            assertThat(again.contains(ListKind.ALLOW, TWO)).isTrue();
            assertThat(again.contains(ListKind.ALLOW, THREE)).isTrue();
            assertThat(again.contains(ListKind.BLOCK, TWO)).isFalse();
        }
    }

    @Test
    @DisplayName("a difference that does not follow on what is there is not taken")
    void a_gap_is_not_taken() {
        try (ListBook book = open()) {
            assertThat(book.apply(answer(ListKind.BLOCK, 0, 5, List.of(ONE), List.of()))).isTrue();
            assertThat(book.apply(answer(ListKind.BLOCK, 6, 7, List.of(TWO), List.of()))).isFalse();
            assertThat(book.version(ListKind.BLOCK)).isEqualTo(5);
            assertThat(book.contains(ListKind.BLOCK, TWO)).isFalse();
            assertThat(book.apply(answer(ListKind.BLOCK, 0, 4, List.of(TWO), List.of()))).isTrue();
            assertThat(book.version(ListKind.BLOCK)).as("set back").isEqualTo(4);
            assertThat(book.contains(ListKind.BLOCK, ONE)).isFalse();
        }
    }

    @Test
    @DisplayName("a torn last write leaves the list as it was before, whatever its length")
    void a_torn_write_leaves_the_list_before() throws IOException {
        try (ListBook book = open()) {
            book.apply(answer(ListKind.BLOCK, 0, 1, List.of(ONE), List.of()));
        }
        byte[] before = Files.readAllBytes(file());
        try (ListBook book = open()) {
            book.apply(answer(ListKind.BLOCK, 1, 2, List.of(TWO), List.of(ONE)));
        }
        byte[] after = Files.readAllBytes(file());
        for (int length = before.length; length < after.length; length++) {
            Files.write(
                    file(),
                    java.util.Arrays.copyOf(after, length),
                    StandardOpenOption.TRUNCATE_EXISTING);
            try (ListBook torn = open()) {
                assertThat(torn.version(ListKind.BLOCK)).isEqualTo(1);
                assertThat(torn.contains(ListKind.BLOCK, ONE)).isTrue();
                assertThat(torn.contains(ListKind.BLOCK, TWO)).isFalse();
            }
        }
    }

    @Test
    @DisplayName("a whole list that was being written when the power went is not there at all")
    void a_whole_list_is_swapped_at_once() throws IOException {
        try (ListBook book = open()) {
            book.apply(answer(ListKind.ALLOW, 0, 1, List.of(ONE), List.of()));
        }
        Files.writeString(folder.resolve("OC-1.lists.new"), "0000 half of a new li");
        try (ListBook book = open()) {
            assertThat(book.version(ListKind.ALLOW)).isEqualTo(1);
            assertThat(book.apply(answer(ListKind.ALLOW, 0, 2, List.of(TWO), List.of()))).isTrue();
        }
        try (ListBook book = open()) {
            assertThat(book.size(ListKind.ALLOW)).isEqualTo(1);
            assertThat(book.contains(ListKind.ALLOW, TWO)).isTrue();
        }
    }

    @Test
    @DisplayName("thousands of differences do not make the file grow for ever")
    void the_file_does_not_grow_for_ever() throws IOException {
        try (ListBook book = open()) {
            book.apply(answer(ListKind.BLOCK, 0, 1, List.of(), List.of()));
            for (int i = 1; i <= 2_500; i++) {
                List<CardUid> card = List.of(i % 2 == 1 ? ONE : TWO);
                List<CardUid> other = List.of(i % 2 == 1 ? TWO : ONE);
                assertThat(book.apply(answer(ListKind.BLOCK, i, i + 1L, card, other))).isTrue();
            }
            assertThat(FileJournal.read(file())).hasSizeLessThan(1_010);
        }
        try (ListBook book = open()) {
            assertThat(book.version(ListKind.BLOCK)).isEqualTo(2_501);
            assertThat(book.size(ListKind.BLOCK)).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("a set of serials is the set that any other would be")
    void a_set_is_a_set() {
        Random random = new Random(20260901);
        List<CardUid> many =
                IntStream.range(0, 300)
                        .mapToObj(i -> i % 3 == 0 ? "%08X" : i % 3 == 1 ? "%014X" : "%020X")
                        .map(form -> new CardUid(form.formatted(random.nextInt(200))))
                        .distinct()
                        .toList();
        UidSet mine = UidSet.EMPTY;
        Set<String> theirs = new TreeSet<>();
        for (int round = 0; round < 200; round++) {
            List<CardUid> added = some(many, random);
            List<CardUid> removed = new ArrayList<>(some(many, random));
            removed.removeAll(added);
            mine = mine.with(added, removed);
            removed.forEach(uid -> theirs.remove(uid.hex()));
            added.forEach(uid -> theirs.add(uid.hex()));
            assertThat(mine.toList().stream().map(CardUid::hex))
                    .containsExactlyInAnyOrderElementsOf(theirs);
            CardUid any = many.get(random.nextInt(many.size()));
            assertThat(mine.contains(any)).isEqualTo(theirs.contains(any.hex()));
        }
    }

    private static List<CardUid> some(List<CardUid> many, Random random) {
        return random.ints(random.nextInt(8), 0, many.size())
                .mapToObj(many::get)
                .distinct()
                .toList();
    }
}
