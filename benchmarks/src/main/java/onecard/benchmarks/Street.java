package onecard.benchmarks;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import onecard.simulator.FleetFile;
import onecard.simulator.LossyProxy;
import onecard.simulator.Slips;
import onecard.vocabulary.Mode;
import tools.jackson.databind.json.JsonMapper;

/// A platform and terminals, each in a process of its own, and a bad network between them.
final class Street implements AutoCloseable {
    private static final LossyProxy.Faults BAD =
            new LossyProxy.Faults(20, 10, 10, 10, Duration.ofMillis(500));
    private static final int READY_SECONDS = 180;
    private static final int SETTLED_SECONDS = 150;
    private static final int PORTS_FROM = 20_000;
    private static final int PORTS_TO = 30_000;
    private static final int PORTS_TRIED_MAX = 100;
    private static final long FIXED_PRICE_CENTS = 750;

    private final Storm.Plan plan;
    private final Victim platform;
    private final LossyProxy trade;
    private final LossyProxy records;
    private final Victim tills;

    private Street(
            Storm.Plan plan, Victim platform, LossyProxy trade, LossyProxy records, Victim tills) {
        this.plan = plan;
        this.platform = platform;
        this.trade = trade;
        this.records = records;
        this.tills = tills;
    }

    /// Starts everything and returns when people buy.
    static Street open(Storm.Plan plan) throws IOException, InterruptedException {
        int tradePort = freePort();
        int recordsPort = freePort();
        Files.createDirectories(journals(plan));
        Victim platform = platform(plan, tradePort, recordsPort);
        platform.awaitReady(READY_SECONDS);
        var trade = new LossyProxy(loopback(0), loopback(tradePort), BAD, plan.seed());
        var records = new LossyProxy(loopback(0), loopback(recordsPort), BAD, plan.seed() + 1);
        writeFleet(plan, trade.address(), records.address());
        Victim tills = tills(plan, List.of("--rate", Integer.toString(plan.rate())));
        tills.awaitReady(READY_SECONDS);
        return new Street(plan, platform, trade, records, tills);
    }

    private static Victim platform(Storm.Plan plan, int tradePort, int recordsPort)
            throws IOException {
        return Victim.bench(
                List.of(
                        "platform",
                        "--data",
                        Storm.platformData(plan).toString(),
                        "--trade-port",
                        Integer.toString(tradePort),
                        "--records-port",
                        Integer.toString(recordsPort),
                        "--people",
                        Integer.toString(plan.people()),
                        "--terminals",
                        Integer.toString(plan.terminals())),
                StreetPlatform.READY,
                plan.data().resolve("platform.log"));
    }

    private static Victim tills(Storm.Plan plan, List<String> how) throws IOException {
        var arguments = new ArrayList<String>();
        arguments.addAll(List.of("tills", "--config", fleet(plan).toString()));
        arguments.addAll(List.of("--seed", Long.toString(plan.seed())));
        arguments.addAll(how);
        return Victim.bench(arguments, StreetTills.READY, plan.data().resolve("tills.log"));
    }

    // Blows.

    void strike(Blow blow) throws IOException, InterruptedException {
        var database = new OpenTrays(Storm.platformData(plan));
        switch (blow.who()) {
            case PLATFORM -> {
                if (blow.whileATrayIsOpen()) {
                    database.during(platform::kill);
                } else {
                    platform.kill();
                }
                revive();
            }
            case DATABASE -> {
                ProcessHandle server = database.server();
                if (blow.whileATrayIsOpen()) {
                    database.during(server::destroyForcibly);
                } else {
                    server.destroyForcibly();
                }
                if (!database.isBackWithin(READY_SECONDS, server, platform)) {
                    // It was killed too often in a short time, and the platform says so: then
                    // somebody starts the platform again.
                    platform.kill();
                    revive();
                }
            }
            case TERMINALS -> {
                tills.kill();
                tills.restart();
                tills.awaitReady(READY_SECONDS);
            }
        }
    }

    private void revive() throws InterruptedException {
        platform.restart();
        platform.awaitReady(READY_SECONDS);
    }

    /// The network becomes good, nobody buys, everything open is finished.
    ///
    /// @return whether every terminal knows the end of every number
    boolean settle() throws IOException, InterruptedException {
        tills.kill();
        trade.calm(true);
        records.calm(true);
        try (Victim last = tills(plan, List.of("--settle"))) {
            return last.awaitEnd(SETTLED_SECONDS) == 0;
        }
    }

    /// Returns what the network did.
    String weather() {
        return "%s, %s".formatted(trade.counts(), records.counts());
    }

    /// Returns how many numbers the terminals have drawn.
    long drawn() {
        long[] count = {0};
        Slips.read(journals(plan), (_, _) -> count[0]++);
        return count[0];
    }

    // Places.

    static Path journals(Storm.Plan plan) {
        return plan.data().resolve("journals");
    }

    private static Path fleet(Storm.Plan plan) {
        return plan.data().resolve("fleet.json");
    }

    private static void writeFleet(
            Storm.Plan plan, InetSocketAddress trade, InetSocketAddress records)
            throws IOException {
        var tills = new ArrayList<FleetFile.Till>();
        for (String line :
                Files.readAllLines(Storm.platformData(plan).resolve(StreetPlatform.KEYS))) {
            String[] parts = line.split(" ", 2);
            tills.add(till(parts[0], parts[1], tills.size()));
        }
        var site = new BenchSite(plan.people());
        var cards = new ArrayList<FleetFile.SampleCard>();
        for (int person = 1; person <= plan.people(); person++) {
            cards.add(new FleetFile.SampleCard(site.card(person).hex(), null, null));
        }
        var file =
                new FleetFile(
                        "journals",
                        List.of(text(trade)),
                        List.of(text(records)),
                        null,
                        plan.seed(),
                        null,
                        null,
                        tills,
                        cards,
                        null);
        Files.write(fleet(plan), JsonMapper.builder().build().writeValueAsBytes(file));
    }

    /// Most tills take any amount, some a fixed price, some only count.
    private static FleetFile.Till till(String serial, String key, int number) {
        Mode mode =
                switch (number % 10) {
                    case 3, 7 -> Mode.FIXED_AMOUNT;
                    case 9 -> Mode.COUNT;
                    default -> Mode.FREE_AMOUNT;
                };
        return new FleetFile.Till(
                serial, key, null, null, mode, FIXED_PRICE_CENTS, null, null, null, null);
    }

    private static String text(InetSocketAddress address) {
        return "127.0.0.1:" + address.getPort();
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /// Returns a port that the system gives to nobody by itself: while the platform is down, a
    /// terminal's next socket must not get it. Which one it is decides nothing, so no seed does.
    private static int freePort() throws IOException {
        var random = new Random();
        for (int tried = 0; tried < PORTS_TRIED_MAX; tried++) {
            int port = random.nextInt(PORTS_FROM, PORTS_TO);
            try (var socket = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException _) {
                // Somebody has it: the next one.
            }
        }
        throw new IOException("No free port from " + PORTS_FROM + " to " + PORTS_TO);
    }

    @Override
    public void close() {
        tills.close();
        trade.close();
        records.close();
        platform.close();
    }
}
