package onecard.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import onecard.simulator.Ending.WhyNot;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseMode;
import onecard.vocabulary.SerialNo;
import onecard.wire.Answer;
import onecard.wire.Failure;
import onecard.wire.ListAnswer;
import onecard.wire.ListKind;
import onecard.wire.Newest;
import onecard.wire.OfflineLimits;
import onecard.wire.RecordsAnswer;
import onecard.wire.RecordsRequest;
import onecard.wire.Request;
import onecard.wire.StateAnswer;
import onecard.wire.StateRequest;
import onecard.wire.StoredRecord;
import onecard.wire.VoidAnswer;
import onecard.wire.VoidOutcome;
import onecard.wire.VoidRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineSalesTest {
    private static final CardUid GOOD = new CardUid("04A1B2C3");
    private static final CardUid OTHER = new CardUid("04A1B2C4");
    private static final CardUid LOST = new CardUid("04A1B2C5");

    private final VirtualWatch watch = new VirtualWatch();
    private final MemoryJournal slips = new MemoryJournal();
    private final MemoryJournal lists = new MemoryJournal();
    private final Collector collector = new Collector();
    private OfflineLimits limits = OfflineLimits.USUAL;

    /// The platform's side: keeps what it gets, or is away.
    private final class Collector implements Link {
        private final Map<Long, StoredRecord> kept = new HashMap<>();
        private final List<String> heard = new ArrayList<>();
        private List<StateAnswer.SeqRange> missing = List.of();
        private boolean away;
        private boolean forgetsToAnswer;

        @Override
        public Reply ask(Request request, Duration patience) {
            if (away) {
                watch.pause(patience);
                return new Reply.Silent("away");
            }
            Answer answer =
                    switch (request) {
                        case StateRequest _ ->
                                new StateAnswer(missing, 100, watch.instant(), Newest.NONE);
                        case RecordsRequest(var records) -> take(records);
                        case VoidRequest wanted -> {
                            heard.add("void " + wanted.seq());
                            yield new VoidAnswer(new VoidOutcome.NothingCharged(), Newest.NONE);
                        }
                        default -> new Failure.NoSuchResource();
                    };
            if (forgetsToAnswer && request instanceof RecordsRequest) {
                forgetsToAnswer = false;
                away = true;
                return new Reply.Silent("lost");
            }
            return new Reply.Answered(answer);
        }

        private RecordsAnswer take(List<StoredRecord> records) {
            heard.add("records " + records.getFirst().seq() + " to " + records.getLast().seq());
            var receipts = new ArrayList<RecordsAnswer.Receipt>();
            for (StoredRecord record : records) {
                boolean known = kept.put(record.seq(), record) != null;
                receipts.add(
                        new RecordsAnswer.Receipt(
                                record.seq(),
                                known ? RecordsAnswer.Fate.KNOWN : RecordsAnswer.Fate.BOOKED));
            }
            return new RecordsAnswer(receipts, Newest.NONE);
        }

        @Override
        public void interrupt() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void lists_are_there() {
        var book = ListBook.open(lists);
        book.apply(list(ListKind.ALLOW, GOOD, OTHER, LOST));
        book.apply(list(ListKind.BLOCK, LOST));
    }

    private static ListAnswer list(ListKind kind, CardUid... cards) {
        return new ListAnswer(kind, 0, 1, List.of(cards), List.of(), Newest.NONE);
    }

    /// A terminal that sells by itself, switched on with whatever it kept.
    private Terminal switchedOn(Journal journal) {
        var setup =
                new TerminalSetup(
                        new SerialNo("OC-00001"),
                        Optional.empty(),
                        "一食堂",
                        Mode.FREE_AMOUNT,
                        Money.ZERO,
                        0,
                        Duration.ZERO,
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(30),
                        PurchaseMode.STORE_AND_FORWARD,
                        false,
                        limits,
                        0,
                        Optional.empty());
        return new Terminal(
                setup,
                TerminalBooks.with(
                        SlipBook.open(journal, ZoneOffset.UTC, watch.instant()),
                        ListBook.open(lists)),
                collector,
                collector,
                watch,
                new Random(1));
    }

    /// It learns where its counter stands before it may sell.
    private Terminal atWork() {
        Terminal terminal = switchedOn(slips);
        terminal.attend();
        return terminal;
    }

    private static Ending buys(Terminal terminal, CardUid card, long cents) {
        return terminal.purchase(new Instrument.Card(card, false), Money.ofCents(cents));
    }

    private static Ending refused(WhyNot why) {
        return new Ending.NotSold(why);
    }

    private static Ending sold(long seq, long cents) {
        return new Ending.SoldOffline(seq, Money.ofCents(cents));
    }

    @Test
    @DisplayName(
            "D-34 M-106 A terminal sells by itself, keeps the records, and brings them in order")
    void records_are_kept_until_the_platform_has_them() {
        Terminal terminal = atWork();
        collector.away = true;
        for (int i = 0; i < 60; i++) {
            assertThat(buys(terminal, i % 2 == 0 ? GOOD : OTHER, 100))
                    .isEqualTo(sold(101 + i, 100));
        }
        terminal.attend();
        assertThat(terminal.book().stored(GOOD).count()).isEqualTo(60);
        assertThat(terminal.today()).isEqualTo(new Totals(60, Money.ofCents(6_000)));
        collector.away = false;
        collector.forgetsToAnswer = true;
        terminal.attend();
        assertThat(terminal.book().stored(GOOD).count()).as("no receipt came").isEqualTo(60);
        collector.away = false;
        terminal.attend();
        assertThat(terminal.book().stored(GOOD).count()).isZero();
        assertThat(collector.kept).hasSize(60);
        assertThat(collector.heard)
                .containsExactly(
                        "records 101 to 112",
                        "records 101 to 112",
                        "records 113 to 124",
                        "records 125 to 136",
                        "records 137 to 148",
                        "records 149 to 160");
        assertThat(terminal.today()).isEqualTo(new Totals(60, Money.ofCents(6_000)));
    }

    @Test
    @DisplayName("D-34 A terminal sells only within its own lists and limits")
    void lists_and_limits_hold() {
        limits =
                new OfflineLimits(
                        Optional.of(Money.ofCents(20_00)),
                        Optional.of(Money.ofCents(30_00)),
                        Optional.of(Money.ofCents(40_00)),
                        Optional.of(Duration.ofHours(1)));
        Terminal terminal = atWork();
        collector.away = true;
        assertThat(buys(terminal, LOST, 100)).isEqualTo(refused(WhyNot.CARD_BLOCKED));
        assertThat(buys(terminal, new CardUid("FFFFFFFE"), 100))
                .isEqualTo(refused(WhyNot.CARD_NOT_LISTED));
        assertThat(buys(terminal, GOOD, 20_01)).isEqualTo(refused(WhyNot.PURCHASE_LIMIT));
        assertThat(buys(terminal, GOOD, 20_00)).isEqualTo(sold(101, 20_00));
        assertThat(buys(terminal, GOOD, 10_01)).isEqualTo(refused(WhyNot.CARD_LIMIT));
        assertThat(buys(terminal, GOOD, 10_00)).isEqualTo(sold(102, 10_00));
        assertThat(buys(terminal, OTHER, 10_01)).isEqualTo(refused(WhyNot.TERMINAL_LIMIT));
        assertThat(buys(terminal, OTHER, 10_00)).isEqualTo(sold(103, 10_00));
        collector.away = false;
        terminal.attend();
        assertThat(buys(terminal, GOOD, 20_00)).as("all is told").isEqualTo(sold(104, 20_00));
        watch.pause(Duration.ofHours(2));
        assertThat(buys(terminal, OTHER, 1_00)).isEqualTo(refused(WhyNot.LISTS_TOO_OLD));
    }

    @Test
    @DisplayName("D-34 A full store stops selling and forgets nothing")
    void a_full_store_stops_selling() {
        limits = OfflineLimits.UNLIMITED;
        Terminal terminal = atWork();
        collector.away = true;
        for (int i = 0; i < Store.MOST; i++) {
            assertThat(buys(terminal, GOOD, 1)).isInstanceOf(Ending.SoldOffline.class);
        }
        assertThat(buys(terminal, GOOD, 1)).isEqualTo(refused(WhyNot.STORE_FULL));
        var again = SlipBook.open(slips, ZoneOffset.UTC, watch.instant());
        assertThat(again.stored(GOOD))
                .isEqualTo(
                        new Stored(
                                Store.MOST,
                                Money.ofCents(Store.MOST),
                                Money.ofCents(Store.MOST),
                                true));
        collector.away = false;
        terminal.attend();
        assertThat(collector.kept).hasSize(Store.MOST);
        assertThat(buys(terminal, GOOD, 1)).isInstanceOf(Ending.SoldOffline.class);
    }

    @Test
    @DisplayName("M-106 What was sold survives a kill, and a torn last line was never sold")
    void records_survive_a_kill(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("OC-00001.journal");
        try (Terminal terminal = switchedOn(FileJournal.open(file, false))) {
            terminal.attend();
            collector.away = true;
            assertThat(buys(terminal, GOOD, 300)).isEqualTo(sold(101, 300));
            assertThat(buys(terminal, OTHER, 400)).isEqualTo(sold(102, 400));
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(
                file,
                java.util.Arrays.copyOf(whole, whole.length - 7),
                StandardOpenOption.TRUNCATE_EXISTING);
        try (Terminal terminal = switchedOn(FileJournal.open(file, false))) {
            assertThat(terminal.book().stored(GOOD).count()).isEqualTo(1);
            assertThat(buys(terminal, GOOD, 500)).isEqualTo(sold(102, 500));
            collector.away = false;
            terminal.attend();
        }
        assertThat(collector.kept.values())
                .extracting(StoredRecord::seq, record -> record.amount().cents())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(101L, 300L),
                        org.assertj.core.groups.Tuple.tuple(102L, 500L));
    }

    @Test
    @DisplayName("M-107 What the platform misses it gets again")
    void what_is_missing_is_told_again() {
        Terminal terminal = atWork();
        assertThat(buys(terminal, GOOD, 300)).isEqualTo(sold(101, 300));
        terminal.attend();
        assertThat(collector.kept).containsOnlyKeys(101L);
        collector.kept.clear();
        collector.missing = List.of(new StateAnswer.SeqRange(90, 101));
        terminal.hinted();
        terminal.attend();
        assertThat(collector.kept).containsOnlyKeys(101L);
    }

    @Test
    @DisplayName("D-34 A terminal that does not know its counter sells nothing")
    void without_a_counter_nothing_is_sold() {
        collector.away = true;
        Terminal terminal = switchedOn(slips);
        assertThat(buys(terminal, GOOD, 100)).isInstanceOf(Ending.Away.class);
        assertThat(terminal.book().lastSeq()).isZero();
    }
}
