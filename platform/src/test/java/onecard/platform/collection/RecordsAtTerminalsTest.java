package onecard.platform.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.gate.Till;
import onecard.simulator.CoapNet;
import onecard.simulator.Ending;
import onecard.simulator.FileJournal;
import onecard.simulator.Journal;
import onecard.simulator.ListBook;
import onecard.simulator.LossyProxy;
import onecard.simulator.MemoryJournal;
import onecard.simulator.SlipBook;
import onecard.simulator.Terminal;
import onecard.simulator.TerminalBooks;
import onecard.simulator.TerminalSetup;
import onecard.simulator.Watch;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseMode;
import onecard.wire.Codec;
import onecard.wire.Limits;
import onecard.wire.ListKind;
import onecard.wire.OfflineLimits;
import onecard.wire.RecordsAnswer;
import onecard.wire.RecordsRequest;
import onecard.wire.StoredRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What virtual terminals sell while the platform is away, on its way into the books over real
/// sockets.
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordsAtTerminalsTest {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final LossyProxy.Faults NONE = new LossyProxy.Faults(0, 0, 0, 0, Duration.ZERO);
    private static final LossyProxy.Faults BAD =
            new LossyProxy.Faults(15, 15, 10, 10, Duration.ofMillis(50));

    @TempDir Path folder;

    private House house;
    private Machines machines;
    private final CoapNet net = new CoapNet();

    @BeforeAll
    void prepare(House started) {
        house = started;
        machines = new Machines(house);
    }

    @AfterAll
    void switchOff() {
        net.close();
        machines.close();
    }

    private static InetSocketAddress at(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private Terminal on(Machines.Machine machine, int records, Journal slips, Journal lists) {
        var setup =
                new TerminalSetup(
                        machine.serial(),
                        Optional.empty(),
                        "第一食堂",
                        Mode.FREE_AMOUNT,
                        Money.ZERO,
                        0,
                        Duration.ZERO,
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(5),
                        PurchaseMode.STORE_AND_FORWARD,
                        true,
                        OfflineLimits.UNLIMITED,
                        0,
                        Optional.empty());
        Watch watch = Watch.steady();
        return net.terminal(
                setup,
                machine.key(),
                new CoapNet.Doors(
                        List.of(at(machines.port("authorization"))), List.of(at(records))),
                TerminalBooks.with(
                        SlipBook.open(slips, ZoneOffset.UTC, watch.instant()),
                        ListBook.open(lists)),
                watch,
                // Its waits vary alike in every run.
                new Random(1));
    }

    private static void sells(Terminal terminal, Machines.Holder holder, int times, long cents) {
        for (int i = 0; i < times; i++) {
            assertThat(
                            terminal.purchase(
                                    new Instrument.Card(holder.card(), false),
                                    Money.ofCents(cents)))
                    .isInstanceOf(Ending.SoldOffline.class);
        }
    }

    private static boolean allIsTold(Terminal terminal, Machines.Holder holder) {
        return terminal.book().stored(holder.card()).count() == 0;
    }

    @Test
    @DisplayName(
            "M-106 D-34 What a terminal sold while the platform was away is booked once when it is"
                    + " back, though the terminal was switched off and datagrams are lost and doubled")
    void records_of_an_outage() throws Exception {
        var holder = machines.richHolder();
        var machine = machines.register();
        var slips = folder.resolve("slips");
        var lists = new MemoryJournal();
        var line = new LossyProxy(at(0), at(machines.port("collection")), NONE, 1);
        int port = line.address().getPort();
        try (var terminal = on(machine, port, FileJournal.open(slips, false), lists)) {
            Thread attending = Thread.ofVirtual().start(terminal::attendAlways);
            await().atMost(LONG)
                    .until(() -> terminal.lists().contains(ListKind.ALLOW, holder.card()));
            line.close();
            sells(terminal, holder, 70, 100);
            assertThat(terminal.book().stored(holder.card()).count()).isEqualTo(70);
            assertThat(machines.balance(holder)).isEqualTo(100_00);
            ends(terminal, attending);
        }
        try (var proxy = new LossyProxy(at(port), at(machines.port("collection")), BAD, 20260901);
                var terminal = on(machine, port, FileJournal.open(slips, false), lists)) {
            Thread attending = Thread.ofVirtual().start(terminal::attendAlways);
            await().atMost(LONG).until(() -> allIsTold(terminal, holder));
            assertThat(proxy.counts().lost()).isPositive();
            assertThat(machines.balance(holder)).isEqualTo(30_00);
            sells(terminal, holder, 3, 100);
            await().atMost(LONG).until(() -> allIsTold(terminal, holder));
            assertThat(machines.balance(holder)).isEqualTo(27_00);
            ends(terminal, attending);
        }
        assertThat(odd(machine)).isZero();
    }

    @Test
    @DisplayName("M-106 A batch of fifty records comes block by block, and each has its receipt")
    void a_batch_in_blocks() throws Exception {
        var holder = machines.richHolder();
        var machine = machines.register();
        var batch =
                new RecordsRequest(
                        LongStream.rangeClosed(1, Limits.MAX_RECORDS)
                                .mapToObj(seq -> sold(seq, holder))
                                .toList());
        assertThat(Codec.encode(batch).length).isGreaterThan(Limits.MAX_REQUEST_BYTES);
        try (var till =
                new Till(machine.serial(), machine.key(), at(machines.port("collection")))) {
            for (var fate : List.of(RecordsAnswer.Fate.BOOKED, RecordsAnswer.Fate.KNOWN)) {
                assertThat(((RecordsAnswer) till.ask(batch)).receipts())
                        .hasSize(Limits.MAX_RECORDS)
                        .allSatisfy(receipt -> assertThat(receipt.fate()).isEqualTo(fate));
                assertThat(machines.balance(holder)).isEqualTo(50_00);
            }
        }
    }

    private StoredRecord sold(long seq, Machines.Holder holder) {
        return new StoredRecord(
                seq,
                Mode.FREE_AMOUNT,
                new Instrument.Card(holder.card(), false),
                Money.ofCents(100),
                house.clock().instant(),
                true,
                false,
                false,
                Optional.empty());
    }

    private static void ends(Terminal terminal, Thread attending) throws InterruptedException {
        terminal.close();
        assertThat(attending.join(Duration.ofSeconds(20))).isTrue();
    }

    private long odd(Machines.Machine machine) {
        return house.database()
                .asOwner()
                .sql(
                        """
                        select count(*)
                          from purchases.follow_up f
                          join terminals.terminal t on t.id = f.terminal
                         where t.serial = :serial
                        """)
                .param("serial", machine.serial().value())
                .query((row, _) -> row.getLong(1))
                .single();
    }
}
