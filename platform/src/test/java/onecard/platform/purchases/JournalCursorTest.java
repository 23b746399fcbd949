package onecard.platform.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import onecard.platform.ledger.JournalNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The place at which a list of the journal goes on.
class JournalCursorTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00.123456Z");

    @Test
    void what_is_sent_comes_back_the_same() {
        var cursor =
                new JournalCursor(
                        DAY,
                        NOON,
                        Map.of(
                                1, JournalNumber.of(1, 20, 3).value(),
                                2047, JournalNumber.of(2047, 1, 0).value()));
        assertThat(JournalCursor.parse(cursor.toString())).contains(cursor);
        var fresh = new JournalCursor(LocalDate.of(9999, 12, 31), NOON, Map.of());
        assertThat(JournalCursor.parse(fresh.toString())).contains(fresh);
    }

    @Test
    void a_strand_that_was_not_read_yet_is_read_whole() {
        var cursor = new JournalCursor(DAY, NOON, Map.of());
        assertThat(new JournalNumber(cursor.below(3)).strand()).isEqualTo(3);
        assertThat(cursor.below(3)).isGreaterThan(JournalNumber.of(3, 1L << 37, 16_383).value());
        assertThat(cursor.below(2047)).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "2026-03-02",
                "2026-02-30_1",
                "2026-03-02_1_99999999999999999999",
                "2026-03-02_1_9999999999999999999",
                "2026-03-02_-1",
                "2026-03-02_1__2",
                "2026-03-02_1_2 or 1=1"
            })
    void nonsense_is_no_place(String text) {
        assertThat(JournalCursor.parse(text)).isEmpty();
    }
}
