package onecard.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Money;
import onecard.vocabulary.SerialNo;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many terminals behind a box that loses, doubles, delays and reorders real datagrams.
class LossyTerminalsTest {
    private static final int TERMINALS = 8;
    private static final int SALES = 25;
    private static final LossyProxy.Faults BAD =
            new LossyProxy.Faults(20, 10, 10, 10, Duration.ofMillis(300));

    @TempDir Path folder;

    @DisplayName("W-01 slips and books agree one to one behind a bad network")
    @Test
    void slips_and_books_agree_one_to_one_behind_a_bad_network() throws Exception {
        LittleBooks books = new LittleBooks();
        try (TestPlatform platform = new TestPlatform(books);
                LossyProxy proxy =
                        new LossyProxy(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                                platform.address(),
                                BAD,
                                20260901);
                Fleet fleet = new Fleet(file(proxy, platform), folder, Watch.steady())) {
            fleet.start();
            sellEverywhere(fleet);
            proxy.calm(true);
            assertThat(fleet.settle(Duration.ofSeconds(60))).as("all is told").isTrue();
            for (Terminal terminal : fleet.terminals()) {
                Agreement.between(
                        terminal.setup().serial(), ExactlyOnceTest.slips(terminal), books);
            }
            assertThat(proxy.counts().lost()).isPositive();
            assertThat(proxy.counts().doubled()).isPositive();
            assertThat(proxy.counts().delayed()).isPositive();
        }
        List<Slip> dumped = new ArrayList<>();
        Slips.read(folder, (_, slip) -> dumped.add(slip));
        assertThat(dumped.stream().mapToLong(slip -> slip.standing().cents()).sum())
                .isEqualTo(books.taken().cents());
    }

    private static FleetFile file(LossyProxy proxy, TestPlatform platform) {
        List<FleetFile.Till> tills = new ArrayList<>();
        for (int i = 0; i < TERMINALS; i++) {
            SerialNo serial = new SerialNo("T000000" + i);
            platform.knows(serial);
            tills.add(
                    new FleetFile.Till(
                            serial.value(),
                            TestPlatform.KEY,
                            i + 1,
                            "一食堂",
                            null,
                            null,
                            0,
                            null,
                            null,
                            false));
        }
        return new FleetFile(
                null,
                List.of("127.0.0.1:" + proxy.address().getPort()),
                null,
                null,
                20260901L,
                false,
                null,
                tills,
                null,
                null);
    }

    private static void sellEverywhere(Fleet fleet) throws Exception {
        List<Future<?>> tills = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Terminal terminal : fleet.terminals()) {
                tills.add(threads.submit(() -> sell(terminal)));
            }
        }
        for (Future<?> till : tills) {
            till.get();
        }
    }

    private static void sell(Terminal terminal) {
        Random random = new Random(terminal.setup().serial().value().hashCode());
        for (int i = 0; i < SALES; i++) {
            Instrument.Card card =
                    new Instrument.Card(new CardUid("0400000" + random.nextInt(10)), false);
            Money price = Money.ofCents(100L + random.nextInt(900));
            Ending ending = terminal.purchase(card, price);
            if (ending instanceof Ending.NoAnswer && random.nextBoolean()) {
                ending = terminal.purchase(card, price);
            }
            if (!(ending instanceof Ending.Decided)) {
                terminal.giveUp();
            }
        }
    }
}
