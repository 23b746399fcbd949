package onecard.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.MachineNo;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseMode;
import onecard.vocabulary.SerialNo;
import onecard.wire.OfflineLimits;
import onecard.wire.Parameters;
import onecard.wire.PurchaseRequest;
import onecard.wire.Request;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The menu of a terminal, on a clock that only moves when told to.
class MenuTest {
    private static final SerialNo SERIAL = ExactlyOnceTest.setup().serial();
    private static final CardUid ANN = new CardUid("04A1B2C3");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final PurchaseMode ALONE = PurchaseMode.STORE_AND_FORWARD;

    /// It begins on Tuesday the 1st of September 2026 at noon in Shanghai.
    private final VirtualWatch watch = new VirtualWatch();

    private final LittleBooks books = new LittleBooks();
    private final MemoryJournal slips = new MemoryJournal();
    private final MemoryJournal settings = new MemoryJournal();
    private final ParameterBook parameters = ParameterBook.open(new MemoryJournal());
    private final ListBook lists = ListBook.open(new MemoryJournal());
    private final List<Request> asked = new ArrayList<>();
    private boolean away;

    private final class Line implements Link {
        @Override
        public Reply ask(Request request, Duration patience) {
            if (away) {
                watch.pause(patience);
                return new Reply.Silent("away");
            }
            asked.add(request);
            return new Reply.Answered(books.answer(SERIAL, request));
        }

        @Override
        public void interrupt() {}

        @Override
        public void close() {}
    }

    private Terminal terminal() {
        return terminal(slips, settings);
    }

    private Terminal terminal(Journal slipJournal, Journal settingsJournal) {
        books.allow(ANN);
        Terminal terminal =
                new Terminal(
                        ExactlyOnceTest.setup(),
                        new TerminalBooks(
                                SlipBook.open(slipJournal, SHANGHAI, watch.instant()),
                                lists,
                                parameters,
                                SettingsBook.open(settingsJournal)),
                        new Line(),
                        new Line(),
                        watch,
                        new Random(1));
        terminal.attend();
        return terminal;
    }

    /// What the platform sends: online, in free mode, without limits for who sells alone.
    private static Parameters sent(long version, Duration interval) {
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
                true,
                false,
                OfflineLimits.UNLIMITED,
                0,
                Optional.empty());
    }

    private void send(Terminal terminal, Parameters wanted) {
        books.set(SERIAL, wanted);
        terminal.hinted();
        terminal.attend();
        terminal.attend();
    }

    private static void keyed(Terminal terminal, Setting setting, String value) {
        assertThat(terminal.keyIn(setting, value)).isEqualTo(new Menu.Kept());
    }

    private static void refused(Terminal terminal, Setting setting, String value, PageWords why) {
        assertThat(terminal.keyIn(setting, value)).isEqualTo(new Menu.NotKept(why));
    }

    private static Ending buys(Terminal terminal, long cents) {
        return terminal.purchase(new Instrument.Card(ANN, false), Money.ofCents(cents));
    }

    private static Ending phoneBuys(Terminal terminal) {
        return terminal.purchase(new Instrument.Card(ANN, true), Money.ofCents(100));
    }

    private List<PurchaseRequest> sales() {
        return asked.stream()
                .filter(PurchaseRequest.class::isInstance)
                .map(PurchaseRequest.class::cast)
                .toList();
    }

    @Test
    @DisplayName("M-020 M-021 administrator 4 with 123456 opens the menu, nobody else; both change")
    void the_administrator_opens_the_menu() {
        try (Terminal terminal = terminal()) {
            assertThat(terminal.menu().admits("4", "123456")).isTrue();
            assertThat(terminal.menu().admits("5", "123456")).isFalse();
            assertThat(terminal.menu().admits("4", "123457")).isFalse();
            assertThat(terminal.menu().isUsual(Setting.PASSWORD)).isTrue();
            keyed(terminal, Setting.ADMINISTRATOR, "12");
            keyed(terminal, Setting.PASSWORD, "87654321");
            refused(terminal, Setting.PASSWORD, "12a4", PageWords.WRONG_NEW_PASSWORD);
        }
        try (Terminal again = terminal()) {
            assertThat(again.menu().admits("12", "87654321")).isTrue();
            assertThat(again.menu().admits("4", "123456")).isFalse();
            assertThat(again.menu().isUsual(Setting.PASSWORD)).isFalse();
        }
    }

    @ParameterizedTest(name = "M-023 machine number {0}: {1}")
    @CsvSource({
        "1, true",
        "999, true",
        "0, false",
        "1000, false",
        "'', false",
        "-1, false",
        "7x, false"
    })
    void a_machine_number_is_1_to_999(String keyed, boolean kept) {
        try (Terminal terminal = terminal()) {
            if (kept) {
                keyed(terminal, Setting.MACHINE_NO, keyed);
            } else {
                refused(terminal, Setting.MACHINE_NO, keyed, PageWords.WRONG_MACHINE_NO);
            }
            assertThat(terminal.setup().machineNo().map(MachineNo::value).map(String::valueOf))
                    .isEqualTo(kept ? Optional.of(keyed) : Optional.empty());
        }
    }

    @ParameterizedTest(name = "M-025 M-048 {0} {1}: {2}")
    @CsvSource({
        "LOCAL_IP, 192.168.1.20, true",
        "LOCAL_IP, 192.168.1.256, false",
        "LOCAL_IP, 192.168.1, false",
        "LOCAL_IP, 0.0.0.0, false",
        "SCREEN_NETWORK, DHCP, true",
        "SCREEN_NETWORK, STATIC 192.168.1.20 255.255.255.0 192.168.1.1, true",
        "SCREEN_NETWORK, STATIC 192.168.1.20 255.255.255.0 192.168.2.1, false",
        "SCREEN_NETWORK, STATIC 192.168.1.20 255.0.255.0 192.168.1.1, false",
        "SCREEN_NETWORK, STATIC 192.168.1.20 255.255.255.0, false",
    })
    void addresses_make_sense(Setting setting, String value, boolean kept) {
        try (Terminal terminal = terminal()) {
            assertThat(terminal.keyIn(setting, value) instanceof Menu.Kept).isEqualTo(kept);
            assertThat(terminal.menu().value(setting)).isEqualTo(kept ? value : setting.usual());
        }
    }

    @Test
    @DisplayName("M-030 M-031 in fixed mode every purchase takes the fixed amount that was keyed")
    void fixed_mode_takes_the_fixed_amount() {
        try (Terminal terminal = terminal()) {
            String fixed = Mode.FIXED_AMOUNT.name();
            refused(terminal, Setting.WORKING_MODE, fixed, PageWords.NO_FIXED_AMOUNT);
            keyed(terminal, Setting.FIXED_AMOUNT, "1200");
            refused(terminal, Setting.FIXED_AMOUNT, "0", PageWords.WRONG_FIXED_AMOUNT);
            keyed(terminal, Setting.WORKING_MODE, fixed);
            buys(terminal, 500);
            assertThat(books.taken()).isEqualTo(Money.ofCents(1_200));
            keyed(terminal, Setting.WORKING_MODE, Mode.FREE_AMOUNT.name());
            buys(terminal, 500);
            assertThat(books.taken()).isEqualTo(Money.ofCents(1_700));
        }
    }

    @Test
    @DisplayName("M-032 M-033 alone, the same-card interval is checked by this one terminal only")
    void alone_the_interval_is_one_terminals() {
        try (Terminal one = terminal();
                Terminal other = terminal(new MemoryJournal(), new MemoryJournal())) {
            for (Terminal terminal : List.of(one, other)) {
                keyed(terminal, Setting.SWIPE_INTERVAL, "60");
                keyed(terminal, Setting.WORKING_STATUS, ALONE.name());
            }
            refused(one, Setting.SWIPE_INTERVAL, "5941", PageWords.WRONG_INTERVAL);
            assertThat(buys(one, 100)).isInstanceOf(Ending.SoldOffline.class);
            assertThat(buys(one, 100)).isInstanceOf(Ending.TooSoon.class);
            assertThat(buys(other, 100)).isInstanceOf(Ending.SoldOffline.class);
            watch.pause(Duration.ofSeconds(60));
            assertThat(buys(one, 100)).isInstanceOf(Ending.SoldOffline.class);
        }
    }

    @Test
    @DisplayName("M-035 by hand it sells without asking and back, told to the platform; D-34 alone")
    void by_hand_it_sells_without_asking() {
        try (Terminal terminal = terminal()) {
            buys(terminal, 100);
            away = true;
            assertThat(buys(terminal, 200)).isInstanceOf(Ending.NoAnswer.class);
            keyed(terminal, Setting.WORKING_STATUS, ALONE.name());
            assertThat(buys(terminal, 200)).isInstanceOf(Ending.SoldOffline.class);
            away = false;
            terminal.attend();
            terminal.hinted();
            terminal.attend();
            assertThat(books.lastState().aloneSince()).isPresent();
            assertThat(books.taken())
                    .as("void first, then the record")
                    .isEqualTo(Money.ofCents(300));
            assertThat(buys(terminal, 50))
                    .as("only a hand sets it back")
                    .isInstanceOf(Ending.SoldOffline.class);
            keyed(terminal, Setting.WORKING_STATUS, PurchaseMode.ONLINE.name());
            assertThat(buys(terminal, 70)).isInstanceOf(Ending.Decided.class);
            terminal.attend();
            assertThat(books.lastState().aloneSince()).isEmpty();
            assertThat(books.taken()).isEqualTo(Money.ofCents(420));
        }
    }

    @Test
    @DisplayName(
            "M-036 M-037 without limits it sells alone as often and as much as is keyed, in full")
    void alone_there_are_no_limits() {
        try (Terminal terminal = terminal()) {
            send(terminal, sent(5, Duration.ZERO));
            keyed(terminal, Setting.WORKING_STATUS, ALONE.name());
            away = true;
            for (int i = 0; i < 30; i++) {
                assertThat(buys(terminal, 90_000)).isInstanceOf(Ending.SoldOffline.class);
            }
            away = false;
            terminal.attend();
            assertThat(books.taken()).as("whatever he has").isEqualTo(Money.ofCents(2_700_000));
        }
    }

    @Test
    @DisplayName("M-038 M-098 what the platform sends later takes the place of what was keyed")
    void who_spoke_last_is_heard() {
        try (Terminal terminal = terminal()) {
            send(terminal, sent(5, Duration.ofSeconds(7)));
            keyed(terminal, Setting.WORKING_STATUS, ALONE.name());
            keyed(terminal, Setting.SWIPE_INTERVAL, "9");
            keyed(terminal, Setting.MACHINE_NO, "12");
            keyed(terminal, Setting.VOLUME, "5");
        }
        try (Terminal terminal = terminal()) {
            assertThat(terminal.setup().purchaseMode()).isEqualTo(ALONE);
            assertThat(terminal.setup().repeatInterval()).isEqualTo(Duration.ofSeconds(9));
            assertThat(terminal.setup().machineNo()).contains(new MachineNo(12));
            send(terminal, sent(6, Duration.ofSeconds(7)));
            assertThat(terminal.setup().purchaseMode()).isEqualTo(PurchaseMode.ONLINE);
            assertThat(terminal.setup().repeatInterval()).isEqualTo(Duration.ofSeconds(7));
            assertThat(terminal.setup().machineNo()).contains(new MachineNo(7));
            assertThat(terminal.menu().value(Setting.VOLUME)).as("not theirs").isEqualTo("5");
            assertThat(books.lastState().aloneSince()).isEmpty();
        }
    }

    @Test
    @DisplayName("M-044 a phone that plays a card is told from a card while anti-NFC is on")
    void a_phone_is_told_from_a_card() {
        try (Terminal terminal = terminal()) {
            phoneBuys(terminal);
            keyed(terminal, Setting.ANTI_NFC, "OFF");
            phoneBuys(terminal);
            assertThat(sales())
                    .extracting(sale -> ((Instrument.Card) sale.instrument()).emulated())
                    .containsExactly(true, false);
            keyed(terminal, Setting.WORKING_STATUS, ALONE.name());
            assertThat(phoneBuys(terminal)).isInstanceOf(Ending.SoldOffline.class);
            keyed(terminal, Setting.ANTI_NFC, "ON");
            assertThat(phoneBuys(terminal))
                    .isEqualTo(new Ending.NotSold(Ending.WhyNot.CARD_EMULATED));
        }
    }

    @Test
    @DisplayName("M-039 statistics are of today, of each meal and of yesterday")
    void statistics_are_per_meal_and_of_yesterday() {
        try (Terminal terminal = terminal()) {
            buys(terminal, 500);
            watch.pause(Duration.ofHours(6));
            buys(terminal, 700);
            assertThat(terminal.today()).isEqualTo(new Totals(2, Money.ofCents(1_200)));
            assertThat(between(terminal, 11, 14)).isEqualTo(new Totals(1, Money.ofCents(500)));
            assertThat(between(terminal, 17, 20)).isEqualTo(new Totals(1, Money.ofCents(700)));
            watch.pause(Duration.ofHours(18));
            buys(terminal, 300);
            assertThat(terminal.today()).isEqualTo(new Totals(1, Money.ofCents(300)));
            assertThat(dayBefore(terminal)).isEqualTo(new Totals(2, Money.ofCents(1_200)));
            watch.pause(Duration.ofDays(1));
            terminal.voidLast();
            assertThat(dayBefore(terminal)).isEqualTo(Totals.NONE);
            buys(terminal, 100);
        }
        try (Terminal again = terminal()) {
            assertThat(again.today()).isEqualTo(new Totals(1, Money.ofCents(100)));
            assertThat(dayBefore(again)).isEqualTo(Totals.NONE);
        }
    }

    private Totals between(Terminal terminal, int from, int to) {
        return terminal.book()
                .counted(tally ->
                        tally.of(watch.instant(), LocalTime.of(from, 0), LocalTime.of(to, 0)));
    }

    private Totals dayBefore(Terminal terminal) {
        return terminal.book().counted(tally -> tally.ofDayBefore(watch.instant()));
    }

    @Test
    @DisplayName("M-031 what was keyed survives a kill at any byte of its writing")
    void what_was_keyed_survives_a_kill(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("t.settings");
        long before;
        try (SettingsBook book = SettingsBook.open(FileJournal.open(file, true))) {
            book.keep(Setting.MACHINE_NO, "12", 5, watch.instant());
            before = Files.size(file);
            book.keep(Setting.MACHINE_NO, "13", 5, watch.instant());
        }
        byte[] whole = Files.readAllBytes(file);
        for (int length = (int) before; length <= whole.length; length++) {
            Path torn = folder.resolve("torn.settings");
            Files.write(torn, Arrays.copyOf(whole, length));
            try (SettingsBook book = SettingsBook.open(FileJournal.open(torn, true))) {
                assertThat(book.keyed(Setting.MACHINE_NO, 5))
                        .contains(length == whole.length ? "13" : "12");
                assertThat(book.keyed(Setting.MACHINE_NO, 6)).isEmpty();
            }
        }
    }
}
