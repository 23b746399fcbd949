package onecard.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import onecard.vocabulary.SerialNo;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A terminal in a process of its own, killed without warning while it sells.
class KilledTerminalTest {
    private static final SerialNo SERIAL = new SerialNo("T0000001");
    private static final int KILLS = 4;
    private static final int SALES_BETWEEN_KILLS = 12;

    @TempDir Path folder;

    @DisplayName("W-01 a terminal killed in the middle of a purchase neither loses nor doubles one")
    @Test
    void a_terminal_killed_in_the_middle_of_a_purchase_neither_loses_nor_doubles_one()
            throws Exception {
        LittleBooks books = new LittleBooks();
        Random random = new Random(1);
        long openWhenKilled = 0;
        try (TestPlatform platform = new TestPlatform(books).knows(SERIAL)) {
            // The answer follows the decision late, so that kills hit sales decided but untold.
            platform.slow(Duration.ofMillis(40));
            for (int kill = 0; kill < KILLS; kill++) {
                Process terminal = start(platform.address().getPort());
                int until = books.claimsOf(SERIAL).size() + SALES_BETWEEN_KILLS;
                Awaitility.await()
                        .atMost(60, TimeUnit.SECONDS)
                        .pollInterval(Duration.ofMillis(1 + random.nextInt(20)))
                        .until(() -> books.claimsOf(SERIAL).size() >= until);
                terminal.destroyForcibly().waitFor();
                openWhenKilled += openSales();
            }
            assertThat(openWhenKilled).as("kills in the middle of a purchase").isPositive();
            assertThat(resumed(platform)).isTrue();
            List<Slip> slips = slips();
            Agreement.between(SERIAL, slips, books);
            assertThat(slips).hasSizeGreaterThanOrEqualTo(KILLS * SALES_BETWEEN_KILLS);
        }
    }

    private List<Slip> slips() {
        return SlipBook.slipsOf(FileJournal.read(folder.resolve("T0000001.journal")));
    }

    private long openSales() {
        return slips().stream().filter(slip -> slip.state() == Slip.State.OPEN).count();
    }

    private Process start(int port) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SellingTerminal.class.getName(),
                        folder.toString(),
                        "127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    /// Starts the terminal a last time and lets it tell what is open.
    private boolean resumed(TestPlatform platform) {
        platform.slow(Duration.ZERO);
        try (CoapNet net = new CoapNet()) {
            SlipBook book =
                    SlipBook.open(
                            FileJournal.open(folder.resolve("T0000001.journal"), true),
                            ZoneId.of("Asia/Shanghai"),
                            Instant.EPOCH);
            CoapLink link =
                    net.link(SERIAL, TestPlatform.KEY, List.of(platform.address()), () -> {});
            try (Terminal terminal =
                    new Terminal(
                            ExactlyOnceTest.setup(),
                            book,
                            link,
                            link,
                            Watch.steady(),
                            new Random(1))) {
                terminal.attend();
                return terminal.lines().unanswered() == 0;
            }
        }
    }
}
