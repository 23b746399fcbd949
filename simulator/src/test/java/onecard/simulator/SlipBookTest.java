package onecard.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.Refusal;
import onecard.vocabulary.VoidReason;
import onecard.wire.Approved;
import onecard.wire.Declined;
import onecard.wire.Newest;
import onecard.wire.PurchaseAnswer;
import onecard.wire.VoidAnswer;
import onecard.wire.VoidOutcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SlipBookTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant NOON = Instant.parse("2026-09-01T04:00:00Z");
    private static final Instrument.Card CARD = new Instrument.Card(new CardUid("04A1B2C3"), false);

    private final MemoryJournal journal = new MemoryJournal();
    private final SlipBook book = SlipBook.open(journal, ZONE, NOON);

    private static PurchaseAnswer yes(long cents) {
        Money charged = Money.ofCents(cents);
        return new PurchaseAnswer(
                new Approved(
                        charged,
                        charged,
                        Money.ZERO,
                        charged,
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        "",
                        1),
                Newest.NONE);
    }

    private long sold(long cents, Instant at) {
        long seq = book.draw(Mode.FREE_AMOUNT, CARD, Money.ofCents(cents), at).seq();
        book.settle(seq, yes(cents), at);
        return seq;
    }

    @DisplayName(
            "M-039 statistics count today's accepted purchases, without declined and voided ones")
    @Test
    void statistics_count_todays_accepted_purchases() {
        sold(900, NOON);
        long taken = sold(500, NOON);
        long declined = book.draw(Mode.FREE_AMOUNT, CARD, Money.ofCents(1), NOON).seq();
        book.settle(
                declined, new PurchaseAnswer(Declined.of(Refusal.CARD_LOST), Newest.NONE), NOON);
        assertThat(book.totals(NOON)).isEqualTo(new Totals(2, Money.ofCents(1400)));
        book.wantVoid(taken, VoidReason.CASHIER, NOON);
        assertThat(book.totals(NOON)).isEqualTo(new Totals(2, Money.ofCents(1400)));
        book.endVoid(
                taken,
                new VoidAnswer(new VoidOutcome.Voided(Money.ofCents(500)), Newest.NONE),
                NOON);
        assertThat(book.totals(NOON)).isEqualTo(new Totals(1, Money.ofCents(900)));
        assertThat(SlipBook.open(journal, ZONE, NOON).totals(NOON))
                .isEqualTo(new Totals(1, Money.ofCents(900)));
    }

    @DisplayName("M-039 a purchase in count mode counts and adds nothing")
    @Test
    void a_purchase_in_count_mode_counts_and_adds_nothing() {
        long seq = book.draw(Mode.COUNT, CARD, Money.ZERO, NOON).seq();
        book.settle(seq, yes(0), NOON);
        assertThat(book.totals(NOON)).isEqualTo(new Totals(1, Money.ZERO));
    }

    @Test
    void a_day_begins_at_midnight_of_the_site() {
        sold(900, Instant.parse("2026-09-01T15:59:59Z"));
        Instant midnight = Instant.parse("2026-09-01T16:00:00Z");
        assertThat(book.totals(midnight)).isEqualTo(Totals.NONE);
        sold(500, midnight);
        assertThat(book.totals(midnight)).isEqualTo(new Totals(1, Money.ofCents(500)));
    }

    @DisplayName("M-040 slips are shown newest first, page by page")
    @Test
    void slips_are_shown_newest_first_page_by_page() {
        for (int i = 0; i < 5; i++) {
            sold(100 + i, NOON);
        }
        assertThat(book.newest(Long.MAX_VALUE, 2)).extracting(Slip::seq).containsExactly(5L, 4L);
        assertThat(book.newest(4, 2)).extracting(Slip::seq).containsExactly(3L, 2L);
    }

    @Test
    void old_slips_are_dropped_from_a_long_journal_but_the_counter_goes_on() {
        Instant longAgo = NOON.minus(Duration.ofDays(31));
        for (int i = 0; i < 10_001; i++) {
            sold(100, longAgo);
        }
        long open = book.draw(Mode.FREE_AMOUNT, CARD, Money.ofCents(1), longAgo).seq();
        SlipBook later = SlipBook.open(journal, ZONE, NOON);
        assertThat(journal.lines()).hasSize(2);
        SlipBook again = SlipBook.open(journal, ZONE, NOON);
        assertThat(again.lastSeq()).isEqualTo(later.lastSeq()).isEqualTo(10_002);
        assertThat(again.open()).map(Slip::seq).contains(open);
    }

    @Test
    void a_long_journal_made_shorter_keeps_that_the_terminal_sells_by_itself() {
        Instant longAgo = NOON.minus(Duration.ofDays(31));
        var alone = Switchover.ASKING.unanswered(1, longAgo);
        book.switched(alone, longAgo);
        for (int i = 0; i < 10_001; i++) {
            sold(100, longAgo);
        }
        assertThat(SlipBook.open(journal, ZONE, NOON).switchover()).isEqualTo(alone);
        assertThat(journal.lines()).hasSize(2);
        assertThat(SlipBook.open(journal, ZONE, NOON).switchover()).isEqualTo(alone);
    }
}
