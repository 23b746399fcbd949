package onecard.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseMode;
import onecard.vocabulary.SerialNo;
import onecard.wire.ListAnswer;
import onecard.wire.ListKind;
import onecard.wire.Newest;
import onecard.wire.OfflineLimits;
import onecard.wire.Parameters;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A platform that goes away and returns, over real sockets.
class SwitchoverOverSocketsTest {
    private static final SerialNo SERIAL = new SerialNo("T0000001");
    private static final CardUid CARD = new CardUid("04A1B2C3");
    private static final Money PRICE = Money.ofCents(900);
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    /// A shaken hand and an answer come within this on a busy machine as well.
    private static final Duration PATIENT = Duration.ofSeconds(5);

    private static final Parameters AT_THE_FIRST_SILENCE =
            LittleBooks.parameters(1, Mode.FREE_AMOUNT, 0, 1, PATIENT);

    @TempDir Path folder;

    private final LittleBooks books = new LittleBooks();

    private static Fleet fleet(Path folder, int port) {
        FleetFile.Till till =
                new FleetFile.Till(
                        SERIAL.value(),
                        TestPlatform.KEY,
                        null,
                        null,
                        null,
                        null,
                        0,
                        null,
                        null,
                        false);
        FleetFile file =
                new FleetFile(
                        null,
                        List.of("127.0.0.1:" + port),
                        null,
                        null,
                        null,
                        true,
                        null,
                        List.of(till),
                        null,
                        null);
        Fleet fleet = new Fleet(file, folder, Watch.steady());
        fleet.attend();
        return fleet;
    }

    private static Ending buys(Fleet fleet) {
        return fleet.terminals().getFirst().purchase(new Instrument.Card(CARD, false), PRICE);
    }

    @Test
    @DisplayName(
            "W-01 W-05 the platform goes away and returns: the queue moves on, nothing is booked"
                    + " twice, nothing is lost")
    void the_queue_moves_on() throws Exception {
        books.allow(CARD);
        books.set(SERIAL, AT_THE_FIRST_SILENCE);
        int port;
        try (TestPlatform platform = new TestPlatform(books).knows(SERIAL);
                Fleet fleet = fleet(folder, platform.address().getPort())) {
            port = platform.address().getPort();
            Terminal terminal = fleet.terminals().getFirst();
            await().atMost(LONG_ENOUGH)
                    .until(() ->
                            terminal.setup().switchAfter() == 1
                                    && terminal.lists().contains(ListKind.ALLOW, CARD));
            assertThat(buys(fleet)).isInstanceOf(Ending.Decided.class);
            // The next is decided, but the answer comes too late.
            platform.slow(PATIENT.plusSeconds(2));
            assertThat(buys(fleet)).isInstanceOf(Ending.SoldOffline.class);
            platform.silent(true);
            assertThat(buys(fleet)).isInstanceOf(Ending.SoldOffline.class);
        }
        try (Fleet fleet = fleet(folder, port)) {
            assertThat(buys(fleet)).as("after a restart").isInstanceOf(Ending.SoldOffline.class);
            try (TestPlatform _ = new TestPlatform(books, port).knows(SERIAL)) {
                Terminal terminal = fleet.terminals().getFirst();
                await().atMost(LONG_ENOUGH)
                        .until(() ->
                                terminal.lines().aloneSince().isEmpty()
                                        && terminal.lines().unanswered() == 0);
                assertThat(buys(fleet)).isInstanceOf(Ending.Decided.class);
                assertThat(terminal.lines().unanswered()).isZero();
                Agreement.between(SERIAL, ExactlyOnceTest.slips(terminal), books);
            }
        }
        assertThat(books.taken()).isEqualTo(Money.ofCents(5 * PRICE.cents()));
    }

    @Test
    @DisplayName(
            "W-01 W-05 killed while it sells by itself a terminal neither loses nor doubles a sale")
    void killed_while_it_sells_by_itself() throws Exception {
        try (ListBook lists = ListBook.open(journal(ListBook.SUFFIX));
                ParameterBook parameters = ParameterBook.open(journal(ParameterBook.SUFFIX))) {
            lists.apply(
                    new ListAnswer(ListKind.ALLOW, 0, 1, List.of(CARD), List.of(), Newest.NONE));
            parameters.keep(unlimited());
        }
        books.set(SERIAL, unlimited());
        books.allow(CARD);
        try (TestPlatform platform = new TestPlatform(books).knows(SERIAL)) {
            int port = platform.address().getPort();
            for (int kill = 0; kill < 3; kill++) {
                platform.silent(false);
                Process terminal = start(port);
                int told = books.claimsOf(SERIAL).size() + 3;
                await().atMost(LONG_ENOUGH).until(() -> books.claimsOf(SERIAL).size() >= told);
                platform.silent(true);
                long before = slips().stream().filter(Slip::stored).count();
                await().atMost(LONG_ENOUGH)
                        .until(() -> slips().stream().filter(Slip::stored).count() > before + 3);
                terminal.destroyForcibly().waitFor();
            }
            platform.silent(false);
            try (Fleet fleet = fleet(folder, port)) {
                Terminal terminal = fleet.terminals().getFirst();
                await().atMost(LONG_ENOUGH)
                        .until(() ->
                                terminal.lines().aloneSince().isEmpty()
                                        && terminal.lines().unanswered() == 0);
            }
            Agreement.between(SERIAL, slips(), books);
            assertThat(books.taken().cents())
                    .isEqualTo(slips().stream().mapToLong(slip -> slip.standing().cents()).sum());
        }
    }

    private static Parameters unlimited() {
        return new Parameters(
                1,
                Optional.empty(),
                "二食堂",
                Mode.FREE_AMOUNT,
                Money.ZERO,
                Duration.ZERO,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                PurchaseMode.ONLINE,
                true,
                false,
                OfflineLimits.UNLIMITED,
                1,
                Optional.empty());
    }

    private FileJournal journal(String suffix) {
        return FileJournal.open(folder.resolve(SERIAL.value() + suffix), false);
    }

    private List<Slip> slips() {
        Path journal = folder.resolve(SERIAL.value() + Slips.SUFFIX);
        return Files.exists(journal) ? SlipBook.slipsOf(FileJournal.read(journal)) : List.of();
    }

    private Process start(int port) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SellingTerminal.class.getName(),
                        folder.toString(),
                        "127.0.0.1:" + port,
                        "attending")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }
}
