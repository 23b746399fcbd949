package onecard.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import onecard.platform.ledger.BooksReport;
import onecard.platform.ledger.Ledger;
import onecard.simulator.FleetFile;
import onecard.simulator.LossyProxy;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/// Exactly once over a network that loses, doubles, delays and reorders, while the platform, its
/// PostgreSQL and the terminals are killed at random (`W-01`): afterwards the terminals' slips and
/// the journal agree one to one, and the books balance.
@Command(
        name = "exactly-once",
        description = "Purchases over a bad network while every process is killed at random.",
        mixinStandardHelpOptions = true)
final class ExactlyOnce implements Callable<Integer> {
    private static final LossyProxy.Faults BAD =
            new LossyProxy.Faults(20, 10, 10, 10, Duration.ofMillis(500));
    private static final int PEOPLE = 20_000;
    private static final int READY_SECONDS = 180;
    private static final int DIFFERENT = 1;

    @Option(names = "--data", description = "Where everything is kept (${DEFAULT-VALUE}).")
    private Path data = Path.of("target/exactly-once");

    @Option(names = "--purchases", description = "How many numbers to draw (${DEFAULT-VALUE}).")
    private long purchases = 100_000;

    @Option(names = "--terminals", description = "How many terminals (${DEFAULT-VALUE}).")
    private int terminals = 50;

    @Option(names = "--rate", description = "Purchases begun per second (${DEFAULT-VALUE}).")
    private int rate = 60;

    @Option(names = "--kill-seconds", description = "About one kill in so long (${DEFAULT-VALUE}).")
    private int killSeconds = 8;

    @Option(names = "--kills", description = "At least so many of each process (${DEFAULT-VALUE}).")
    private int kills = 3;

    @Option(names = "--seed", description = "Of the network and of the kills (${DEFAULT-VALUE}).")
    private long seed = 1;

    private final Figures figures = new Figures(System.out);
    private int platformKills;
    private int databaseKills;
    private int terminalKills;

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(data);
        int tradePort = freePort();
        int recordsPort = freePort();
        try (Victim platform = platform(tradePort, recordsPort)) {
            platform.awaitReady(READY_SECONDS);
            storm(platform, tradePort, recordsPort);
        }
        return compare();
    }

    private Victim platform(int tradePort, int recordsPort) throws IOException {
        return Victim.java(
                Main.class.getName(),
                List.of(
                        "platform",
                        "--data",
                        data.resolve("platform").toString(),
                        "--trade-port",
                        Integer.toString(tradePort),
                        "--records-port",
                        Integer.toString(recordsPort),
                        "--people",
                        Integer.toString(PEOPLE)),
                StreetPlatform.READY);
    }

    private void storm(Victim platform, int tradePort, int recordsPort) throws Exception {
        try (var trade = new LossyProxy(loopback(0), loopback(tradePort), BAD, seed);
                var records = new LossyProxy(loopback(0), loopback(recordsPort), BAD, seed + 1)) {
            Path fleet = writeFleet(trade.address(), records.address());
            try (Victim load = load(fleet, rate, 86_400)) {
                killAround(platform, load);
                load.kill();
            }
            trade.calm(true);
            records.calm(true);
            figures.note("the network is good again: the terminals finish what is open");
            try (Victim last = load(fleet, 1, 20)) {
                last.awaitEnd(120);
            }
            figures.note("%s, %s".formatted(trade.counts(), records.counts()));
        }
    }

    private void killAround(Victim platform, Victim load) throws Exception {
        var random = new SplittableRandom(seed);
        while (drawn() < purchases
                || Math.min(platformKills, Math.min(databaseKills, terminalKills)) < kills) {
            Thread.sleep(random.nextInt(killSeconds * 500, killSeconds * 1_500));
            switch (random.nextInt(3)) {
                case 0 -> {
                    platform.kill();
                    platformKills++;
                    revive(platform);
                }
                case 1 -> {
                    killDatabase();
                    databaseKills++;
                    platform.kill();
                    revive(platform);
                }
                default -> {
                    load.kill();
                    terminalKills++;
                    load.restart();
                }
            }
            figures.note(
                    "%d numbers drawn; killed: platform %d, database %d, terminals %d"
                            .formatted(drawn(), platformKills, databaseKills, terminalKills));
        }
    }

    private static void revive(Victim platform) throws InterruptedException {
        platform.restart();
        platform.awaitReady(READY_SECONDS);
    }

    /// Kills the postmaster. A platform without its database is then ended and started again, as a
    /// service manager does.
    private void killDatabase() throws IOException {
        Path pid = data.resolve("platform/postgres/pgdata/postmaster.pid");
        if (Files.exists(pid)) {
            long number = Long.parseLong(Files.readAllLines(pid).getFirst().strip());
            ProcessHandle.of(number).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private Victim load(Path fleet, int perSecond, int seconds) throws IOException {
        return Victim.java(
                "onecard.simulator.Main",
                List.of(
                        "load",
                        "--config",
                        fleet.toString(),
                        "--rate",
                        Integer.toString(perSecond),
                        "--seconds",
                        Integer.toString(seconds),
                        "--warm-up-seconds",
                        "0"),
                "");
    }

    private Path writeFleet(InetSocketAddress trade, InetSocketAddress records) throws IOException {
        var tills = new ArrayList<FleetFile.Till>();
        for (String line :
                Files.readAllLines(data.resolve("platform").resolve(StreetPlatform.KEYS))
                        .subList(0, terminals)) {
            String[] parts = line.split(" ", 2);
            tills.add(
                    new FleetFile.Till(
                            parts[0], parts[1], null, null, null, null, null, null, null, null));
        }
        var site = new BenchSite(PEOPLE);
        var cards = new ArrayList<FleetFile.SampleCard>();
        for (int i = 1; i <= PEOPLE / 10; i++) {
            cards.add(new FleetFile.SampleCard(site.card(i * 10).hex(), null, null));
        }
        var file =
                new FleetFile(
                        "journals",
                        List.of(text(trade)),
                        List.of(text(records)),
                        null,
                        seed,
                        null,
                        null,
                        tills,
                        cards,
                        null);
        Path path = data.resolve("fleet.json");
        Files.createDirectories(data.resolve("journals"));
        Files.write(path, JsonMapper.builder().build().writeValueAsBytes(file));
        return path;
    }

    private long drawn() {
        long[] count = {0};
        onecard.simulator.Slips.read(data.resolve("journals"), (_, _) -> count[0]++);
        return count[0];
    }

    private int compare() throws IOException {
        try (BenchPlatform platform = BenchPlatform.start(data.resolve("platform"), 0, 0)) {
            Agreement agreement = Agreement.of(data.resolve("journals"), platform.owner());
            BooksReport books = verify(platform);
            String how =
                    "20 %% lost, 10 %% doubled, delayed, reordered; killed: platform %d, database %d, terminals %d; seed %d"
                            .formatted(platformKills, databaseKills, terminalKills, seed);
            figures.count("numbers-drawn", agreement.slips(), "purchases", how);
            figures.count("standing-on-both-sides", agreement.standing(), "purchases", how);
            figures.count("undecided", agreement.undecided(), "purchases", how);
            figures.count("differences", agreement.differences().size(), "purchases", how);
            figures.count("books-difference", books.difference().cents(), "cents", how);
            agreement.differences().forEach(figures::note);
            books.checks().forEach(check -> check.found().ifPresent(f -> figures.note(f)));
            figures.writeTo(data.resolve("figures.jsonl"));
            boolean agreed =
                    agreement.differences().isEmpty()
                            && agreement.undecided() == 0
                            && books.balanced();
            return agreed ? 0 : DIFFERENT;
        }
    }

    private static BooksReport verify(BenchPlatform platform) {
        BooksReport report =
                platform.door(TransactionTemplate.class)
                        .execute(_ -> platform.door(Ledger.class).verify());
        if (report == null) {
            throw new IllegalStateException("The books were not added up");
        }
        return report;
    }

    private static String text(InetSocketAddress address) {
        return "127.0.0.1:" + address.getPort();
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private static int freePort() throws IOException {
        try (var socket = new java.net.DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
