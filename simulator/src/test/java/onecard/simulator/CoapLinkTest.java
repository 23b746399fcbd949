package onecard.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.SerialNo;
import onecard.wire.Approved;
import onecard.wire.InquiryRequest;
import onecard.wire.InquiryResult;
import onecard.wire.VoidOutcome;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A terminal on real sockets, against a peer that is slow, busy, silent or forgetful.
class CoapLinkTest {
    private static final SerialNo SERIAL = new SerialNo("T0000001");
    private static final Instrument.Card CARD = new Instrument.Card(new CardUid("04A1B2C3"), false);
    private static final Money PRICE = Money.ofCents(900);

    @TempDir Path folder;
    private final CoapNet net = new CoapNet();
    private final LittleBooks books = new LittleBooks();
    private TestPlatform platform = new TestPlatform(books).knows(SERIAL);

    @AfterEach
    void close() {
        net.close();
        platform.close();
    }

    private CoapLink link(String key, InetSocketAddress... addresses) {
        return net.link(SERIAL, key, List.of(addresses), () -> {});
    }

    private Terminal terminal() {
        return terminal(platform.address());
    }

    private Terminal terminal(InetSocketAddress... addresses) {
        SlipBook book =
                SlipBook.open(
                        FileJournal.open(folder.resolve("T0000001.journal"), true),
                        ZoneId.of("Asia/Shanghai"),
                        Instant.EPOCH);
        return new Terminal(
                ExactlyOnceTest.setup(),
                book,
                link(TestPlatform.KEY, addresses),
                link(TestPlatform.KEY, addresses),
                Watch.steady(),
                new Random(1));
    }

    @Test
    void a_purchase_is_approved_and_kept() {
        try (Terminal terminal = terminal()) {
            assertThat(terminal.purchase(CARD, PRICE))
                    .isInstanceOfSatisfying(
                            Ending.Decided.class,
                            ending -> assertThat(ending.decision()).isInstanceOf(Approved.class));
            assertThat(terminal.today()).isEqualTo(new Totals(1, PRICE));
            assertThat(terminal.lines().up()).isTrue();
        }
    }

    @Test
    void a_slow_commit_is_waited_for_and_charged_once() {
        platform.slow(Duration.ofMillis(400));
        try (Terminal terminal = terminal()) {
            assertThat(terminal.purchase(CARD, PRICE)).isInstanceOf(Ending.Decided.class);
            Agreement.between(SERIAL, ExactlyOnceTest.slips(terminal), books);
            assertThat(books.taken()).isEqualTo(PRICE);
        }
    }

    @Test
    void a_busy_platform_is_asked_again_when_it_says() {
        try (Terminal terminal = terminal()) {
            assertThat(terminal.purchase(CARD, PRICE)).isInstanceOf(Ending.Decided.class);
            platform.busy(1);
            assertThat(terminal.purchase(CARD, PRICE)).isInstanceOf(Ending.Decided.class);
            assertThat(books.claimsOf(SERIAL)).hasSize(2);
        }
    }

    @DisplayName("M-042 M-265 a wrong key looks like a server that is away")
    @Test
    void a_wrong_key_looks_like_a_server_that_is_away() {
        try (CoapLink link = link("z".repeat(32), platform.address())) {
            assertThat(link.ask(new InquiryRequest(CARD), Duration.ofSeconds(3)))
                    .isInstanceOf(Reply.Silent.class);
            assertThat(platform.requests()).isZero();
        }
    }

    @DisplayName(
            "W-01 a platform that forgot the session is found again within the time at the till")
    @Test
    void a_platform_that_forgot_the_session_is_found_again_within_the_time_at_the_till() {
        try (Terminal terminal = terminal()) {
            assertThat(terminal.purchase(CARD, PRICE)).isInstanceOf(Ending.Decided.class);
            int port = platform.address().getPort();
            platform.close();
            platform = new TestPlatform(books, port).knows(SERIAL);
            assertThat(terminal.purchase(CARD, PRICE)).isInstanceOf(Ending.Decided.class);
            Agreement.between(SERIAL, ExactlyOnceTest.slips(terminal), books);
        }
    }

    @Test
    void the_next_address_is_tried_when_the_first_is_silent() {
        try (TestPlatform first = new TestPlatform(books).knows(SERIAL);
                Terminal terminal = terminal(first.address(), platform.address())) {
            first.silent(true);
            Ending ending = terminal.purchase(CARD, PRICE);
            if (!(ending instanceof Ending.Decided)) {
                ending = terminal.purchase(CARD, PRICE);
            }
            assertThat(ending).isInstanceOf(Ending.Decided.class);
            assertThat(books.taken()).isEqualTo(PRICE);
        }
    }

    @DisplayName(
            "D-33 M-267 no answer: the cashier gives up, and the void is told when the platform is back")
    @Test
    void no_answer_the_cashier_gives_up_and_the_void_is_told_when_the_platform_is_back() {
        try (Terminal terminal = terminal()) {
            assertThat(terminal.purchase(CARD, PRICE)).isInstanceOf(Ending.Decided.class);
            platform.silent(true);
            assertThat(terminal.purchase(CARD, Money.ofCents(500)))
                    .isInstanceOf(Ending.NoAnswer.class);
            assertThat(terminal.purchase(CARD, Money.ofCents(700)))
                    .isInstanceOf(Ending.StillOpen.class);
            assertThat(terminal.giveUp()).isInstanceOf(Undone.Asking.class);
            assertThat(terminal.purchase(CARD, Money.ofCents(700))).isInstanceOf(Ending.Away.class);
            platform.silent(false);
            terminal.attend();
            assertThat(terminal.lines().unanswered()).isZero();
            Agreement.between(SERIAL, ExactlyOnceTest.slips(terminal), books);
            assertThat(books.taken()).isEqualTo(PRICE);
        }
    }

    @Test
    void giving_up_ends_a_purchase_that_waits() throws Exception {
        try (Terminal terminal = terminal()) {
            assertThat(terminal.purchase(CARD, PRICE)).isInstanceOf(Ending.Decided.class);
            platform.silent(true);
            int before = platform.requests();
            CompletableFuture<Ending> waiting =
                    CompletableFuture.supplyAsync(() -> terminal.purchase(CARD, PRICE));
            Awaitility.await()
                    .atMost(60, TimeUnit.SECONDS)
                    .until(() -> platform.requests() > before);
            platform.silent(false);
            assertThat(terminal.giveUp()).isInstanceOf(Undone.Ended.class);
            assertThat(waiting.get(60, TimeUnit.SECONDS)).isNotNull();
            Agreement.between(SERIAL, ExactlyOnceTest.slips(terminal), books);
            assertThat(books.taken()).isEqualTo(PRICE);
        }
    }

    @DisplayName("D-33 the cashier takes back the last sale")
    @Test
    void the_cashier_takes_back_the_last_sale() {
        try (Terminal terminal = terminal()) {
            terminal.purchase(CARD, PRICE);
            assertThat(terminal.voidLast())
                    .isInstanceOfSatisfying(
                            Undone.Ended.class,
                            ended ->
                                    assertThat(ended.outcome())
                                            .isEqualTo(new VoidOutcome.Voided(PRICE)));
            assertThat(terminal.today()).isEqualTo(Totals.NONE);
            assertThat(terminal.voidLast()).isInstanceOf(Undone.Nothing.class);
        }
    }

    @Test
    void an_inquiry_shows_the_balance() {
        try (Terminal terminal = terminal()) {
            assertThat(terminal.inquire(CARD)).containsInstanceOf(InquiryResult.Holder.class);
        }
    }

    @Test
    void a_terminal_without_memory_asks_for_its_counter_before_it_sells() throws Exception {
        try (Terminal terminal = terminal()) {
            terminal.purchase(CARD, PRICE);
        }
        Files.delete(folder.resolve("T0000001.journal"));
        try (Terminal terminal = terminal()) {
            assertThat(terminal.purchase(CARD, Money.ofCents(500)))
                    .isInstanceOfSatisfying(
                            Ending.Decided.class, ending -> assertThat(ending.seq()).isEqualTo(2));
        }
    }

    @Test
    void newer_parameters_are_fetched() {
        try (Terminal terminal = terminal()) {
            books.set(SERIAL, LittleBooks.parameters(3, Mode.FIXED_AMOUNT, 1200));
            terminal.attend();
            assertThat(terminal.setup().mode()).isEqualTo(Mode.FIXED_AMOUNT);
            terminal.purchase(CARD, Money.ZERO);
            assertThat(books.taken()).isEqualTo(Money.ofCents(1200));
        }
    }

    @DisplayName("M-100 M-101 M-102 the working mode says where the amount comes from")
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"FREE_AMOUNT, 900", "FIXED_AMOUNT, 1200", "COUNT, 0"})
    void the_working_mode_says_where_the_amount_comes_from(Mode mode, long cents) {
        try (Terminal terminal = terminal()) {
            terminal.work(mode, Money.ofCents(1200));
            assertThat(terminal.purchase(CARD, PRICE)).isInstanceOf(Ending.Decided.class);
            assertThat(books.claimsOf(SERIAL).values())
                    .singleElement()
                    .satisfies(claim ->
                            assertThat(claim.content())
                                    .map(LittleBooks.Content::amount)
                                    .contains(Money.ofCents(cents)));
            assertThat(terminal.today()).isEqualTo(new Totals(1, Money.ofCents(cents)));
        }
    }

    @DisplayName("M-032 the terminal's own interval refuses the same card without asking")
    @Test
    void the_terminals_own_interval_refuses_the_same_card_without_asking() {
        TerminalSetup five =
                new TerminalSetup(
                        SERIAL,
                        Optional.empty(),
                        "",
                        Mode.FREE_AMOUNT,
                        Money.ZERO,
                        0,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(30));
        VirtualWatch watch = new VirtualWatch();
        FaultyWorld calm = new FaultyWorld(new Random(1), watch, books, SERIAL, 0, 0);
        SlipBook book = SlipBook.open(new MemoryJournal(), ZoneId.of("UTC"), watch.instant());
        try (Terminal terminal =
                new Terminal(five, book, calm.link(), calm.link(), watch, new Random(1))) {
            assertThat(terminal.purchase(CARD, PRICE)).isInstanceOf(Ending.Decided.class);
            watch.pause(Duration.ofSeconds(4));
            assertThat(terminal.purchase(CARD, PRICE)).isInstanceOf(Ending.TooSoon.class);
            assertThat(
                            terminal.purchase(
                                    new Instrument.Card(new CardUid("04000001"), false), PRICE))
                    .isInstanceOf(Ending.Decided.class);
            watch.pause(Duration.ofSeconds(2));
            assertThat(terminal.purchase(CARD, PRICE)).isInstanceOf(Ending.Decided.class);
        }
    }
}
