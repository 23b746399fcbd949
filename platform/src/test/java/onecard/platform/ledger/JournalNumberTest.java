package onecard.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Numbers that stand in the books for ever: what went in comes out, and they grow along a strand.
class JournalNumberTest {
    private static final int TRIES = 50_000;
    private static final long TRAY_MAX = (1L << 38) - 1;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_122L);

    @Test
    void strand_tray_and_position_come_out_as_they_went_in() {
        for (int i = 0; i < TRIES; i++) {
            int strand = random.nextInt(JournalNumber.STRAND_MAX + 1);
            long tray = 1 + (random.nextLong() >>> (26 + random.nextInt(38))) % TRAY_MAX;
            int position = random.nextInt(JournalNumber.POSITION_MAX + 1);
            JournalNumber number = JournalNumber.of(strand, tray, position);
            assertThat(number.value()).isPositive();
            assertThat(number.strand()).isEqualTo(strand);
            assertThat(number.tray()).isEqualTo(tray);
            assertThat(number.position()).isEqualTo(position);
            assertThat(number).hasToString(strand + "-" + tray + "-" + position);
        }
    }

    @Test
    void numbers_of_a_strand_grow_with_tray_and_position() {
        for (int i = 0; i < TRIES; i++) {
            int strand = random.nextInt(JournalNumber.STRAND_MAX + 1);
            long tray = random.nextLong(1, TRAY_MAX);
            int position = random.nextInt(JournalNumber.POSITION_MAX);
            long here = JournalNumber.of(strand, tray, position).value();
            assertThat(JournalNumber.of(strand, tray, position + 1).value()).isGreaterThan(here);
            assertThat(JournalNumber.of(strand, tray + 1, 0).value()).isGreaterThan(here);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "  -1, 1, 0",
        "2048, 1, 0",
        "   0, 0, 0",
        "   0, 274877906944, 0",
        "   0, 1, -1",
        "   0, 1, 16384",
    })
    void what_does_not_fit_is_loud(int strand, long tray, int position) {
        assertThatThrownBy(() -> JournalNumber.of(strand, tray, position))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_side_comes_back_from_its_number() {
        for (int i = 0; i < TRIES; i++) {
            Side side = anySide();
            assertThat(Side.ofNumber(side.number())).isEqualTo(side);
            assertThat(side.number() > 0).isEqualTo(side instanceof Side.PurseOf);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0",
        "7",
        "12",
        "-1",
        "-38654705664",
        "9223372036854775807",
        "-9223372036854775808"
    })
    void a_number_that_no_side_has_is_loud(long number) {
        assertThatThrownBy(() -> Side.ofNumber(number))
                .isInstanceOfAny(IllegalArgumentException.class, ArithmeticException.class);
    }

    @Test
    void no_two_numbers_are_the_same_side() {
        for (int i = 0; i < TRIES; i++) {
            long number = random.nextLong() >> random.nextInt(64);
            try {
                assertThat(Side.ofNumber(number).number()).isEqualTo(number);
            } catch (IllegalArgumentException | ArithmeticException _) {
                assertThat(number < 8 || number > 11).isTrue();
            }
        }
        assertThatThrownBy(() -> Side.ofNumber(-0x1_8000_0000L))
                .isInstanceOf(ArithmeticException.class);
    }

    private Side anySide() {
        int ref = random.nextInt() >>> (1 + random.nextInt(31));
        return random.nextBoolean()
                ? new AccountId(Math.max(ref, 1)).purse(any(List.of(Purse.values())))
                : new Side.House(any(List.of(HouseKind.values())), ref);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
