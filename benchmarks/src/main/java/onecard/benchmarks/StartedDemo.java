package onecard.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import onecard.simulator.CoapLink;
import onecard.simulator.CoapNet;
import onecard.simulator.Reply;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.SerialNo;
import onecard.wire.Approved;
import onecard.wire.PurchaseAnswer;
import onecard.wire.PurchaseRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A demonstration that was just started by its command, and a till that waits for it.
final class StartedDemo implements AutoCloseable {
    private static final String PORT_FILE = "bench-port";
    private static final String TILL_FILE = "bench-till.json";
    private static final Duration MAX = Duration.ofMinutes(5);
    private static final Duration END_MAX = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(5);
    private static final double NANOS_PER_MILLI = 1e6;

    private final Process process;
    private final Path data;
    private final int port;
    private final long begun;
    private volatile double ready;
    private double purchase;

    private StartedDemo(Process process, Path data, int port, long begun) {
        this.process = process;
        this.data = data;
        this.port = port;
        this.begun = begun;
    }

    /// Chooses the port for tills, the same for every start.
    static void prepare(Path data) throws IOException {
        Files.createDirectories(data);
        Path file = data.resolve(PORT_FILE);
        if (!Files.exists(file)) {
            try (DatagramSocket free = new DatagramSocket()) {
                Files.writeString(file, Integer.toString(free.getLocalPort()));
            }
        }
    }

    /// Runs the command and waits for the first approved purchase.
    static StartedDemo start(Path root, Path data, boolean cache)
            throws IOException, InterruptedException {
        int port = Integer.parseInt(Files.readString(data.resolve(PORT_FILE)));
        var command =
                new ProcessBuilder(
                        root.resolve("onecard").toString(),
                        "demo",
                        "--json",
                        "--port=0",
                        "--port-8001=0",
                        "--port-8002=" + port,
                        "--data=" + data.resolve("school").toAbsolutePath());
        command.environment().put("ONECARD_START_CACHE", cache ? "yes" : "no");
        command.redirectError(data.resolve("demo.log").toFile());
        long begun = System.nanoTime();
        var demo = new StartedDemo(command.start(), data, port, begun);
        Thread.ofVirtual().start(demo::listen);
        try {
            demo.buy();
        } catch (InterruptedException | RuntimeException e) {
            demo.close();
            throw e;
        }
        return demo;
    }

    double millisToPurchase() {
        return purchase;
    }

    double millisToReady() throws InterruptedException {
        await(() -> ready > 0);
        return ready;
    }

    private void listen() {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (ready == 0 && line.startsWith("{")) {
                    ready = since();
                    Files.writeString(data.resolve(TILL_FILE), line);
                }
            }
        } catch (IOException e) {
            // The process has ended; whoever waits for it sees that.
            ready = ready == 0 ? Double.NaN : ready;
        }
    }

    private double since() {
        return (System.nanoTime() - begun) / NANOS_PER_MILLI;
    }

    /// Buys as soon as somebody answers. Who sells and who buys was told by the start before.
    private void buy() throws InterruptedException {
        await(() -> Files.exists(data.resolve(TILL_FILE)));
        await(this::isOpen);
        JsonNode facts = JsonMapper.shared().readTree(data.resolve(TILL_FILE).toFile());
        JsonNode till = facts.get("spareTerminal");
        List<String> cards = new ArrayList<>();
        facts.get("cards").forEach(card -> cards.add(card.get("uid").asString()));
        try (var net = new CoapNet();
                CoapLink link =
                        net.link(
                                new SerialNo(till.get("serial").asString()),
                                till.get("key").asString(),
                                List.of(
                                        new InetSocketAddress(
                                                InetAddress.getLoopbackAddress(), port)),
                                () -> {})) {
            for (String card : cards) {
                if (isApproved(link.ask(order(card), PATIENCE))) {
                    purchase = since();
                    return;
                }
            }
        }
        throw new IllegalStateException("No card of " + cards + " buys; see demo.log in " + data);
    }

    /// Whether somebody listens, without sending anything.
    private boolean isOpen() {
        try {
            return Files.readString(data.resolve("demo.log")).contains("8002 is open");
        } catch (IOException _) {
            return false;
        }
    }

    private static PurchaseRequest order(String card) {
        var now = Clock.systemUTC().instant();
        // Numbers of a till grow; ten a second is more than this one draws.
        long number = now.toEpochMilli() / 100 % 4_000_000_000L;
        return new PurchaseRequest(
                number,
                Mode.FREE_AMOUNT,
                new Instrument.Card(new CardUid(card), false),
                Money.ofCents(1),
                now,
                0);
    }

    private static boolean isApproved(Reply reply) {
        return reply instanceof Reply.Answered answered
                && answered.answer() instanceof PurchaseAnswer decided
                && decided.decision() instanceof Approved;
    }

    private interface Condition {
        boolean holds();
    }

    private void await(Condition condition) throws InterruptedException {
        while (!condition.holds()) {
            if (!process.isAlive() || since() > MAX.toMillis()) {
                throw new IllegalStateException("The demonstration does not start; see demo.log");
            }
            Thread.sleep(LOOK);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_MAX.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
