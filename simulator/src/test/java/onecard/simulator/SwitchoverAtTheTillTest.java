package onecard.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import onecard.simulator.Ending.WhyNot;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.SerialNo;
import onecard.wire.Failure;
import onecard.wire.Request;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A terminal that goes on by itself when nobody answers, on a clock that only moves when somebody
/// waits.
class SwitchoverAtTheTillTest {
    private static final SerialNo SERIAL = ExactlyOnceTest.setup().serial();
    private static final CardUid ANN = new CardUid("04A1B2C3");
    private static final CardUid BOB = new CardUid("04A1B2C4");
    private static final Money PRICE = Money.ofCents(900);

    private final VirtualWatch watch = new VirtualWatch();
    private final LittleBooks books = new LittleBooks();
    private final MemoryJournal slips = new MemoryJournal();
    private final MemoryJournal lists = new MemoryJournal();
    private final MemoryJournal parameters = new MemoryJournal();
    private final Line trade = new Line();
    private final Line records = new Line();

    /// What a line does with what is sent.
    private enum Weather {
        FINE,
        /// Nothing arrives.
        CUT,
        /// It arrives, but no answer does.
        ANSWERS_LOST,
        /// The platform cannot reach its books.
        CANNOT_DECIDE,
        /// The platform does not serve this terminal.
        TURNED_AWAY
    }

    private final class Line implements Link {
        private Weather weather = Weather.FINE;

        @Override
        public Reply ask(Request request, Duration patience) {
            return switch (weather) {
                case FINE -> new Reply.Answered(books.answer(SERIAL, request));
                case CUT -> silent(patience);
                case ANSWERS_LOST -> {
                    books.answer(SERIAL, request);
                    yield silent(patience);
                }
                case CANNOT_DECIDE -> new Reply.Answered(new Failure.Unavailable());
                case TURNED_AWAY -> new Reply.Answered(new Failure.NotServed());
            };
        }

        private Reply silent(Duration patience) {
            watch.pause(patience);
            return new Reply.Silent("no answer");
        }

        @Override
        public void interrupt() {}

        @Override
        public void close() {}
    }

    private void lines(Weather weather) {
        trade.weather = weather;
        records.weather = weather;
    }

    @BeforeEach
    void both_cards_may_pay() {
        books.allow(ANN, BOB);
    }

    /// Switched on with whatever it kept.
    private Terminal switchedOn() {
        return new Terminal(
                ExactlyOnceTest.setup(),
                new TerminalBooks(
                        SlipBook.open(slips, ZoneOffset.UTC, watch.instant()),
                        ListBook.open(lists),
                        ParameterBook.open(parameters)),
                trade,
                records,
                watch,
                new Random(1));
    }

    private Terminal thatSwitchesAfter(int silences) {
        books.set(
                SERIAL,
                LittleBooks.parameters(1, Mode.FREE_AMOUNT, 0, silences, Duration.ofSeconds(3)));
        Terminal terminal = switchedOn();
        terminal.attend();
        terminal.attend();
        assertThat(terminal.setup().switchAfter()).isEqualTo(silences);
        return terminal;
    }

    private static Ending buys(Terminal terminal, CardUid card, Money price) {
        return terminal.purchase(new Instrument.Card(card, false), price);
    }

    private static Ending sold(long seq) {
        return new Ending.SoldOffline(seq, PRICE);
    }

    private void agree(Terminal terminal) {
        assertThat(terminal.lines().unanswered()).isZero();
        Agreement.between(SERIAL, ExactlyOnceTest.slips(terminal), books);
    }

    @Test
    @DisplayName(
            "W-05 D-33 at the last silence the number is given up, the sale made under the next,"
                    + " and all told in this order when the platform answers again")
    void the_void_goes_before_the_record() {
        Terminal terminal = thatSwitchesAfter(2);
        lines(Weather.ANSWERS_LOST);
        assertThat(buys(terminal, ANN, PRICE)).isInstanceOf(Ending.NoAnswer.class);
        assertThat(buys(terminal, ANN, PRICE)).isEqualTo(sold(2));
        assertThat(books.taken()).as("number 1 was decided").isEqualTo(PRICE);
        lines(Weather.CUT);
        Instant before = watch.instant();
        assertThat(buys(terminal, BOB, PRICE)).isEqualTo(sold(3));
        assertThat(watch.instant()).as("nobody waits any more").isEqualTo(before);
        assertThat(terminal.lines().aloneSince()).isPresent();
        terminal.attend();
        int said = books.heard().size();
        lines(Weather.FINE);
        terminal.attend();
        assertThat(books.heard().subList(said, books.heard().size()))
                .containsExactly("void 1", "record 2", "record 3");
        assertThat(terminal.lines().aloneSince()).isEmpty();
        assertThat(buys(terminal, BOB, PRICE)).isInstanceOf(Ending.Decided.class);
        agree(terminal);
        assertThat(books.taken()).isEqualTo(Money.ofCents(3 * PRICE.cents()));
    }

    @Test
    @DisplayName("W-05 a terminal to which nobody gave leave never switches by itself")
    void nobody_switches_without_leave() {
        Terminal terminal = thatSwitchesAfter(0);
        lines(Weather.CUT);
        for (int i = 0; i < 20; i++) {
            assertThat(buys(terminal, ANN, PRICE))
                    .isIn(new Ending.NoAnswer(1, "no answer"), new Ending.StillOpen(1));
            terminal.attend();
        }
        lines(Weather.FINE);
        terminal.giveUp();
        assertThat(buys(terminal, ANN, PRICE)).isInstanceOf(Ending.Decided.class);
        agree(terminal);
        assertThat(books.taken()).isEqualTo(PRICE);
    }

    @Test
    @DisplayName("W-05 D-34 what list and limits refuse is not sold, and the number is given up")
    void limits_hold_for_who_switched() {
        Terminal terminal = thatSwitchesAfter(1);
        lines(Weather.ANSWERS_LOST);
        assertThat(buys(terminal, ANN, Money.ofCents(50_01)))
                .isEqualTo(new Ending.NotSold(WhyNot.PURCHASE_LIMIT));
        assertThat(buys(terminal, new CardUid("04A1B2C9"), PRICE))
                .isEqualTo(new Ending.NotSold(WhyNot.CARD_NOT_LISTED));
        watch.pause(Duration.ofHours(25));
        assertThat(buys(terminal, ANN, PRICE)).isEqualTo(new Ending.NotSold(WhyNot.LISTS_TOO_OLD));
        lines(Weather.FINE);
        terminal.attend();
        agree(terminal);
        assertThat(books.taken()).isEqualTo(Money.ZERO);
    }

    @Test
    @DisplayName("W-05 a terminal that does not know its counter does not switch")
    void without_a_counter_nobody_switches() {
        thatSwitchesAfter(1).close();
        slips.rewrite(java.util.List.of());
        Terminal terminal = switchedOn();
        lines(Weather.CUT);
        assertThat(buys(terminal, ANN, PRICE)).isInstanceOf(Ending.Away.class);
        assertThat(buys(terminal, ANN, PRICE)).isInstanceOf(Ending.Away.class);
        assertThat(terminal.lines().aloneSince()).isEmpty();
    }

    @Test
    @DisplayName("W-05 a platform that cannot decide is as good as away")
    void who_cannot_decide_is_away() {
        Terminal terminal = thatSwitchesAfter(1);
        lines(Weather.CANNOT_DECIDE);
        assertThat(buys(terminal, ANN, PRICE)).isEqualTo(sold(2));
        terminal.attend();
        assertThat(terminal.lines().aloneSince()).isPresent();
        lines(Weather.FINE);
        terminal.attend();
        agree(terminal);
    }

    @Test
    @DisplayName("W-05 a terminal that is turned away does not sell by itself, nor goes on with it")
    void who_is_turned_away_does_not_sell() {
        Terminal terminal = thatSwitchesAfter(1);
        lines(Weather.TURNED_AWAY);
        assertThat(buys(terminal, ANN, PRICE)).isEqualTo(new Ending.NoAnswer(1, "not served"));
        lines(Weather.CUT);
        assertThat(buys(terminal, ANN, PRICE)).isEqualTo(sold(2));
        lines(Weather.TURNED_AWAY);
        terminal.attend();
        assertThat(buys(terminal, BOB, PRICE)).isEqualTo(new Ending.Away("not served"));
    }

    @Test
    @DisplayName(
            "W-05 a restart changes neither the count nor the state, and no number comes twice")
    void a_restart_changes_nothing() {
        thatSwitchesAfter(2);
        lines(Weather.CUT);
        assertThat(buys(switchedOn(), ANN, PRICE)).isInstanceOf(Ending.NoAnswer.class);
        assertThat(buys(switchedOn(), ANN, PRICE)).isEqualTo(sold(2));
        assertThat(buys(switchedOn(), BOB, PRICE)).isEqualTo(sold(3));
        Terminal last = switchedOn();
        assertThat(last.lines().aloneSince()).isPresent();
        lines(Weather.FINE);
        last.attend();
        agree(last);
        assertThat(switchedOn().lines().aloneSince()).isEmpty();
        assertThat(books.taken()).isEqualTo(Money.ofCents(2 * PRICE.cents()));
    }

    @Test
    @DisplayName("W-05 it tells since when it sells by itself and what that comes to, where it can")
    void it_tells_while_it_lasts() {
        Terminal terminal = thatSwitchesAfter(1);
        trade.weather = Weather.CUT;
        buys(terminal, ANN, PRICE);
        terminal.attend();
        assertThat(books.lastState().aloneSince()).isPresent();
        assertThat(books.lastState().storedSum()).isEqualTo(PRICE);
        assertThat(books.heard()).as("the void goes first").doesNotContain("record 2");
        lines(Weather.FINE);
        terminal.attend();
        terminal.attend();
        assertThat(books.lastState().aloneSince()).isEmpty();
        assertThat(books.lastState().storedSum()).isEqualTo(Money.ZERO);
        agree(terminal);
    }

    @Test
    @DisplayName("W-05 it asks again although its records find no taker yet; they follow")
    void it_comes_back_without_the_records_port() {
        Terminal terminal = thatSwitchesAfter(1);
        lines(Weather.CUT);
        buys(terminal, ANN, PRICE);
        trade.weather = Weather.FINE;
        terminal.attend();
        assertThat(terminal.lines().aloneSince()).isEmpty();
        assertThat(buys(terminal, BOB, PRICE)).isInstanceOf(Ending.Decided.class);
        assertThat(terminal.lines().unanswered()).isEqualTo(1);
        lines(Weather.FINE);
        terminal.attend();
        agree(terminal);
    }

    @Test
    @DisplayName("W-05 it asks again when the leave is taken back")
    void leave_taken_back_ends_it() {
        Terminal terminal = thatSwitchesAfter(1);
        trade.weather = Weather.CUT;
        assertThat(buys(terminal, ANN, PRICE)).isEqualTo(sold(2));
        books.set(SERIAL, LittleBooks.parameters(2, Mode.FREE_AMOUNT, 0, 0, Duration.ofSeconds(3)));
        terminal.hinted();
        terminal.attend();
        terminal.attend();
        assertThat(terminal.lines().aloneSince()).isEmpty();
        assertThat(buys(terminal, BOB, PRICE)).isInstanceOf(Ending.Away.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName(
            "W-01 W-05 through any outages and restarts everybody pays once for what was handed"
                    + " out, and nothing else")
    void everybody_pays_once(long seed) {
        Random random = new Random(seed);
        Terminal terminal = thatSwitchesAfter(1 + random.nextInt(3));
        long paid = 0;
        int alone = 0;
        for (int i = 0; i < 300; i++) {
            if (random.nextInt(6) == 0) {
                trade.weather = Weather.values()[random.nextInt(4)];
            }
            if (random.nextInt(6) == 0) {
                records.weather = Weather.values()[random.nextInt(4)];
            }
            if (random.nextInt(20) == 0) {
                terminal = switchedOn();
            }
            if (random.nextInt(3) == 0) {
                terminal.attend();
            }
            CardUid card = random.nextBoolean() ? ANN : BOB;
            Money price = Money.ofCents(1 + random.nextInt(300));
            Ending ending = Cashier.sell(terminal, new Instrument.Card(card, false), price);
            if (ending instanceof Ending.Decided || ending instanceof Ending.SoldOffline) {
                paid += price.cents();
                alone += ending instanceof Ending.SoldOffline ? 1 : 0;
            }
            watch.pause(Duration.ofSeconds(random.nextInt(30)));
        }
        lines(Weather.FINE);
        for (int i = 0; i < 3; i++) {
            terminal.attend();
        }
        assertThat(alone).as("sales without asking").isBetween(30, 270);
        assertThat(terminal.lines().aloneSince()).isEqualTo(Optional.empty());
        agree(terminal);
        assertThat(books.taken()).isEqualTo(Money.ofCents(paid));
    }
}
