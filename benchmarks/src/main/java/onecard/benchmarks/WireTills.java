package onecard.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import onecard.simulator.CoapNet;
import onecard.simulator.Link;
import onecard.simulator.Reply;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.SerialNo;
import onecard.wire.Approved;
import onecard.wire.Declined;
import onecard.wire.PurchaseAnswer;
import onecard.wire.PurchaseRequest;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Tills that buy over CoAP and DTLS, in a process of their own, so that their cost is not counted
/// as the platform's. They keep no slips: what is measured is the platform and the way to it. Each
/// line of the input orders a run, each line of the output tells what came of one.
@Command(name = "wire-tills", description = "Buy over the network as ordered.", hidden = true)
final class WireTills implements Callable<Integer> {
    static final String READY = "ready";
    static final String CLOSED = "closed";
    static final String OPEN = "open";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long NANOS = Duration.ofSeconds(1).toNanos();
    private static final int PRICE_FROM_CENTS = 600;
    private static final int PRICE_TO_CENTS = 1_200;

    @Option(names = "--keys", required = true, description = "a line per till: serial and key")
    private Path keys = Path.of("");

    @Option(names = "--port", required = true, description = "where purchases are asked")
    private int port;

    @Option(names = "--people", required = true, description = "how many people buy")
    private int people;

    private final List<Till> tills = new ArrayList<>();

    /// What a run counted, as it is told in one line.
    record Counted(long decided, long silent, double seconds, double p50, double p99) {
        static Counted read(String line) {
            String[] parts = line.split(" ", 5);
            return new Counted(
                    Long.parseLong(parts[0]),
                    Long.parseLong(parts[1]),
                    Double.parseDouble(parts[2]),
                    Double.parseDouble(parts[3]),
                    Double.parseDouble(parts[4]));
        }

        String line() {
            return "%d %d %s %s %s".formatted(decided, silent, seconds, p50, p99);
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        LoggingSystem.get(getClass().getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        var orders =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        try (var net = new CoapNet()) {
            var door = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            for (String line : Files.readAllLines(keys)) {
                String[] parts = line.split(" ", 2);
                var serial = new SerialNo(parts[0]);
                tills.add(
                        new Till(
                                tills.size(), net.link(serial, parts[1], List.of(door), () -> {})));
            }
            System.out.println(READY);
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                System.out.println(run(order.split(" ", 3)).line());
            }
            tills.forEach(till -> till.link.close());
        }
        return 0;
    }

    private Counted run(String[] order) throws InterruptedException {
        int seconds = Integer.parseInt(order[2]);
        var run = new Run();
        return switch (order[0]) {
            case CLOSED -> run.closedLoop(tills.subList(0, Integer.parseInt(order[1])), seconds);
            case OPEN -> run.openLoop(Integer.parseInt(order[1]), seconds);
            default -> throw new IllegalArgumentException("No such order: " + order[0]);
        };
    }

    /// A till with its session and its counter.
    private final class Till {
        private final Link link;
        private final SplittableRandom random;
        private long seq;

        Till(int number, Link link) {
            this.link = link;
            this.random = new SplittableRandom(number);
        }

        /// @return whether it was decided
        boolean buy() {
            var site = new BenchSite(people);
            var request =
                    new PurchaseRequest(
                            ++seq,
                            Mode.FREE_AMOUNT,
                            new Instrument.Card(site.card(1 + random.nextInt(people)), false),
                            Money.ofCents(random.nextInt(PRICE_FROM_CENTS, PRICE_TO_CENTS + 1)),
                            Clock.systemUTC().instant(),
                            seq - 1);
            return link.ask(request, PATIENCE) instanceof Reply.Answered(var answer)
                    && answer instanceof PurchaseAnswer(var decision, var _)
                    && switch (decision) {
                        case Approved _ -> true;
                        case Declined _ -> true;
                    };
        }
    }

    /// One run and what it counts.
    private final class Run {
        private final Histogram latency = new Histogram();
        private final LongAdder decided = new LongAdder();
        private final LongAdder silent = new LongAdder();

        private void count(long due, boolean answered) {
            latency.add(System.nanoTime() - due);
            (answered ? decided : silent).increment();
        }

        /// Each till asks again as soon as it has its answer.
        Counted closedLoop(List<Till> some, int seconds) throws InterruptedException {
            long start = System.nanoTime();
            long end = start + seconds * NANOS;
            var underWay = new CountDownLatch(some.size());
            for (Till till : some) {
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                for (long due = start; due < end; due = System.nanoTime()) {
                                    count(due, till.buy());
                                }
                            } finally {
                                underWay.countDown();
                            }
                        });
            }
            underWay.await();
            return counted(start);
        }

        /// Purchases begin at random moments, at the first till that is free; latency counts from
        /// the moment.
        Counted openLoop(int perSecond, int seconds) throws InterruptedException {
            BlockingQueue<Till> free = new ArrayBlockingQueue<>(tills.size(), false, tills);
            var random = new SplittableRandom(perSecond);
            long start = System.nanoTime();
            long due = start;
            while (due < start + seconds * NANOS) {
                for (long wait = due - System.nanoTime();
                        wait > 0;
                        wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                Till till = free.take();
                long moment = due;
                Thread.ofVirtual()
                        .start(() -> {
                            count(moment, till.buy());
                            free.add(till);
                        });
                due += (long) (-Math.log(1 - random.nextDouble()) / perSecond * NANOS);
            }
            for (int i = 0; i < tills.size(); i++) {
                free.take();
            }
            return counted(start);
        }

        private Counted counted(long start) {
            return new Counted(
                    decided.sum(),
                    silent.sum(),
                    (double) (System.nanoTime() - start) / NANOS,
                    latency.percentile(0.5),
                    latency.percentile(0.99));
        }
    }
}
