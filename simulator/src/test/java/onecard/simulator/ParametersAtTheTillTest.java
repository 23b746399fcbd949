package onecard.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.MachineNo;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseMode;
import onecard.vocabulary.SerialNo;
import onecard.wire.ListAnswer;
import onecard.wire.ListKind;
import onecard.wire.ModePlan;
import onecard.wire.Newest;
import onecard.wire.NotApplied;
import onecard.wire.OfflineLimits;
import onecard.wire.Parameters;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What a terminal does with the parameters it gets, on a clock that only moves when told to.
class ParametersAtTheTillTest {
    private static final SerialNo SERIAL = ExactlyOnceTest.setup().serial();
    private static final Instrument.Card CARD = new Instrument.Card(new CardUid("04A1B2C3"), false);
    private static final Money KEYED = Money.ofCents(900);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /// It begins on Tuesday the 1st of September 2026 at noon.
    private final VirtualWatch watch = new VirtualWatch();

    private final LittleBooks books = new LittleBooks();
    private final MemoryJournal parameters = new MemoryJournal();
    private final ListBook lists = ListBook.open(new MemoryJournal());
    private final MemoryJournal slips = new MemoryJournal();

    private Terminal terminal(Journal kept) {
        FaultyWorld calm = new FaultyWorld(new Random(1), watch, books, SERIAL, 0, 0);
        SlipBook book = SlipBook.open(slips, SHANGHAI, watch.instant());
        return new Terminal(
                ExactlyOnceTest.setup(),
                new TerminalBooks(book, lists, ParameterBook.open(kept)),
                calm.link(),
                calm.link(),
                watch,
                new Random(1));
    }

    private static Parameters wanted(
            long version, Duration interval, boolean physical, boolean allow, ModePlan... plan) {
        return new Parameters(
                version,
                Optional.of(new MachineNo(7)),
                "二食堂",
                Mode.FREE_AMOUNT,
                Money.ZERO,
                interval,
                Duration.ofSeconds(3),
                Duration.ofSeconds(30),
                PurchaseMode.ONLINE,
                physical,
                allow,
                OfflineLimits.UNLIMITED,
                0,
                List.of(plan).stream().findFirst());
    }

    private static ModePlan.Slot slot(int from, int to, Mode mode, long cents) {
        return new ModePlan.Slot(Set.of(DayOfWeek.TUESDAY), from, to, mode, Money.ofCents(cents));
    }

    private void at(String local) {
        Instant wanted = LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
        watch.pause(Duration.between(watch.instant(), wanted));
    }

    private Money charged(Terminal terminal) {
        long before = books.taken().cents();
        assertThat(terminal.purchase(CARD, KEYED)).isInstanceOf(Ending.Decided.class);
        return Money.ofCents(books.taken().cents() - before);
    }

    @Test
    @DisplayName("M-103 the working mode and the fixed amount change by themselves, on time")
    void the_mode_changes_by_itself() {
        books.set(
                SERIAL,
                wanted(
                        5,
                        Duration.ZERO,
                        true,
                        false,
                        new ModePlan(
                                SHANGHAI,
                                List.of(
                                        slot(780, 840, Mode.FIXED_AMOUNT, 1_200),
                                        slot(840, 900, Mode.COUNT, 0)))));
        try (Terminal terminal = terminal(parameters)) {
            terminal.attend();
            assertThat(terminal.setup().mode()).isEqualTo(Mode.FREE_AMOUNT);
            at("2026-09-01T12:59:50");
            assertThat(charged(terminal)).isEqualTo(KEYED);
            assertThat(terminal.attend())
                    .as("it looks again when the mode changes")
                    .isLessThanOrEqualTo(Duration.ofSeconds(10));
            at("2026-09-01T13:00:00");
            assertThat(terminal.setup().mode()).isEqualTo(Mode.FIXED_AMOUNT);
            assertThat(charged(terminal)).isEqualTo(Money.ofCents(1_200));
            at("2026-09-01T14:00:00");
            assertThat(charged(terminal)).isEqualTo(Money.ZERO);
            assertThat(terminal.setup().mode()).isEqualTo(Mode.COUNT);
            at("2026-09-01T15:00:00");
            assertThat(charged(terminal)).isEqualTo(KEYED);
        }
        at("2026-09-08T13:30:00");
        try (Terminal again = terminal(parameters)) {
            assertThat(again.setup().fixedAmount()).isEqualTo(Money.ofCents(1_200));
            assertThat(again.setup().slot(watch.instant())).isPresent();
        }
    }

    @Test
    @DisplayName(
            "M-097 M-043 a card that is not on the allow list is refused while that is checked")
    void cards_that_are_not_listed_are_refused() {
        books.set(SERIAL, wanted(5, Duration.ZERO, true, true));
        try (Terminal terminal = terminal(parameters)) {
            assertThat(charged(terminal)).as("not before it is told").isEqualTo(KEYED);
            terminal.attend();
            assertThat(terminal.purchase(CARD, KEYED)).isEqualTo(new Ending.NotListed());
            lists.apply(
                    new ListAnswer(
                            ListKind.ALLOW, 0, 3, List.of(CARD.uid()), List.of(), Newest.NONE));
            assertThat(charged(terminal)).isEqualTo(KEYED);
            books.set(SERIAL, wanted(6, Duration.ZERO, true, false));
            terminal.hinted();
            terminal.attend();
            lists.apply(new ListAnswer(ListKind.ALLOW, 0, 4, List.of(), List.of(), Newest.NONE));
            assertThat(charged(terminal)).isEqualTo(KEYED);
        }
    }

    @Test
    @DisplayName("D-20 M-032 the terminal's own interval is the one it was sent")
    void the_interval_is_the_one_it_was_sent() {
        books.set(SERIAL, wanted(5, Duration.ofMinutes(10), true, false));
        try (Terminal terminal = terminal(parameters)) {
            terminal.attend();
            assertThat(charged(terminal)).isEqualTo(KEYED);
            watch.pause(Duration.ofMinutes(9));
            assertThat(terminal.purchase(CARD, KEYED)).isInstanceOf(Ending.TooSoon.class);
            watch.pause(Duration.ofMinutes(1));
            assertThat(charged(terminal)).isEqualTo(KEYED);
        }
    }

    @Test
    @DisplayName("M-096 M-098 what the terminal cannot do it does not apply, and says why")
    void what_it_cannot_do_it_says() {
        books.set(SERIAL, wanted(5, Duration.ofSeconds(7), true, false));
        try (Terminal terminal = terminal(parameters)) {
            terminal.attend();
            books.set(SERIAL, wanted(6, Duration.ZERO, false, false));
            terminal.hinted();
            terminal.attend();
            terminal.attend();
            assertThat(books.lastState().parameterVersion()).isEqualTo(5);
            NotApplied not = books.lastState().notApplied().orElseThrow();
            assertThat(not.version()).isEqualTo(6);
            assertThat(not.reason()).isEqualTo(NotApplied.Reason.UNSUPPORTED);
            assertThat(not.words()).contains("physical number");
            assertThat(terminal.setup().repeatInterval()).isEqualTo(Duration.ofSeconds(7));
            books.set(SERIAL, wanted(7, Duration.ofSeconds(8), true, false));
            terminal.hinted();
            terminal.attend();
            terminal.attend();
            assertThat(books.lastState().parameterVersion()).isEqualTo(7);
            assertThat(books.lastState().notApplied()).isEmpty();
            assertThat(terminal.setup().repeatInterval()).isEqualTo(Duration.ofSeconds(8));
        }
    }

    @Test
    @DisplayName("M-098 what cannot be stored is not applied, is told, and is tried again")
    void what_cannot_be_stored_is_tried_again() {
        var full = new FullDisk();
        books.set(SERIAL, wanted(5, Duration.ofSeconds(7), true, false));
        try (Terminal terminal = terminal(full)) {
            terminal.attend();
            terminal.attend();
            assertThat(terminal.setup().parameterVersion()).isZero();
            assertThat(books.lastState().notApplied().map(NotApplied::reason))
                    .contains(NotApplied.Reason.NOT_STORED);
            full.isFull = false;
            watch.pause(Duration.ofSeconds(30));
            terminal.attend();
            terminal.attend();
            assertThat(books.lastState().parameterVersion()).isEqualTo(5);
            assertThat(books.lastState().notApplied()).isEmpty();
        }
    }

    @Test
    @DisplayName("M-098 a platform that was set back has older parameters, and they hold")
    void older_parameters_hold() {
        books.set(SERIAL, wanted(9, Duration.ofSeconds(9), true, false));
        try (Terminal terminal = terminal(parameters)) {
            terminal.attend();
            books.set(SERIAL, wanted(4, Duration.ofSeconds(4), true, false));
            terminal.hinted();
            terminal.attend();
            assertThat(terminal.setup().parameterVersion()).isEqualTo(4);
        }
    }

    private static final class FullDisk implements Journal {
        private final MemoryJournal disk = new MemoryJournal();
        private boolean isFull = true;

        @Override
        public List<String> lines() {
            return disk.lines();
        }

        @Override
        public void append(String line, boolean durable) {
            throw new IllegalStateException("Parameters are never appended");
        }

        @Override
        public void rewrite(List<String> lines) {
            if (isFull) {
                throw new UncheckedIOException(new IOException("No space left on device"));
            }
            disk.rewrite(lines);
        }

        @Override
        public void close() {}
    }
}
