package onecard.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.random.RandomGenerator;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Money;
import onecard.wire.Approved;
import tools.jackson.databind.json.JsonMapper;

/// A load that does not wait for answers: purchases begin at a fixed rate, whatever became of those
/// before. The time of each counts from when it *should* have begun, so that a slow platform cannot
/// hide behind terminals that wait for it.
public final class LoadRun {
    /// More purchases than this are not counted in one run.
    private static final int MAX_PURCHASES = 5_000_000;

    /// So many purchases per terminal may wait for a free one; further ones are shed and counted.
    private static final int WAITING_PER_TERMINAL = 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Fleet fleet;
    private final int perSecond;
    private final Duration duration;
    private final long seed;
    private final AtomicLongArray latencies;
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger approved = new AtomicInteger();
    private final AtomicInteger declined = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger shed = new AtomicInteger();

    /// Prepares a run of all terminals of the fleet.
    ///
    /// @param perSecond purchases that begin each second
    public LoadRun(Fleet fleet, int perSecond, Duration duration, long seed) {
        long purchases = Math.multiplyExact(perSecond, Math.max(1, duration.toSeconds()));
        if (perSecond < 1 || purchases > MAX_PURCHASES) {
            throw new IllegalArgumentException(
                    "1 to " + MAX_PURCHASES + " purchases, not " + purchases);
        }
        if (fleet.rack().isEmpty()) {
            throw new IllegalArgumentException("There are no cards to hold to a reader");
        }
        this.fleet = fleet;
        this.perSecond = perSecond;
        this.duration = duration;
        this.seed = seed;
        this.latencies = new AtomicLongArray((int) purchases);
    }

    /// Shakes hands with every terminal, runs, gives up what stays unanswered, and returns one line
    /// of JSON per figure.
    public List<String> run() throws InterruptedException {
        shakeHands();
        BlockingQueue<Long> arrivals =
                new ArrayBlockingQueue<>(fleet.terminals().size() * WAITING_PER_TERMINAL);
        List<Thread> tills = new ArrayList<>();
        int number = 0;
        for (Terminal terminal : fleet.terminals()) {
            Random random = new Random(seed + number++);
            tills.add(Thread.ofVirtual().start(() -> serve(terminal, arrivals, random)));
        }
        long begun = System.nanoTime();
        arrive(arrivals, begun);
        awaitServed(arrivals);
        double seconds = (System.nanoTime() - begun) / 1e9;
        tills.forEach(Thread::interrupt);
        for (Thread till : tills) {
            till.join();
        }
        return figures(seconds);
    }

    private void shakeHands() throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(fleet.terminals().size());
        for (Terminal terminal : fleet.terminals()) {
            Thread.startVirtualThread(() -> {
                terminal.attend();
                terminal.inquire(card(new Random(seed)));
                ready.countDown();
            });
        }
        ready.await();
    }

    private void arrive(BlockingQueue<Long> arrivals, long begun) {
        Watch watch = Watch.steady();
        long gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
        for (int i = 0; i < latencies.length(); i++) {
            long due = begun + i * gap;
            watch.pause(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            if (!arrivals.offer(due)) {
                shed.incrementAndGet();
            }
        }
    }

    private void awaitServed(BlockingQueue<Long> arrivals) {
        Watch watch = Watch.steady();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (ended.get() + shed.get() < latencies.length() && System.nanoTime() < until) {
            watch.pause(Duration.ofMillis(10));
        }
        shed.addAndGet(arrivals.size());
    }

    private void serve(Terminal terminal, BlockingQueue<Long> arrivals, RandomGenerator random) {
        try {
            while (true) {
                long due = arrivals.take();
                count(Cashier.sell(terminal, card(random), price(random)));
                latencies.set(ended.getAndIncrement(), System.nanoTime() - due);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void count(Ending ending) {
        switch (ending) {
            case Ending.Decided(_, Approved _), Ending.SoldOffline _ -> approved.incrementAndGet();
            case Ending.Decided _, Ending.TooSoon _, Ending.NotListed _, Ending.NotSold _ ->
                    declined.incrementAndGet();
            case Ending.NoAnswer _,
                    Ending.StillOpen _,
                    Ending.Away _,
                    Ending.NotUnderstood _,
                    Ending.OtherContent _ ->
                    unanswered.incrementAndGet();
        }
    }

    private Instrument.Card card(RandomGenerator random) {
        List<FleetFile.SampleCard> rack = fleet.rack();
        return new Instrument.Card(new CardUid(rack.get(random.nextInt(rack.size())).uid()), false);
    }

    private static Money price(RandomGenerator random) {
        return Money.ofCents(100L + random.nextInt(900));
    }

    private List<String> figures(double seconds) {
        long[] sorted = new long[ended.get()];
        Arrays.setAll(sorted, latencies::get);
        Arrays.sort(sorted);
        List<String> lines = new ArrayList<>();
        lines.add(figure("purchases", sorted.length, "1"));
        lines.add(figure("purchases-per-second", sorted.length / seconds, "1/s"));
        lines.add(figure("approved", approved.get(), "1"));
        lines.add(figure("declined", declined.get(), "1"));
        lines.add(figure("unanswered", unanswered.get(), "1"));
        lines.add(figure("shed", shed.get(), "1"));
        for (String quantile : List.of("50", "90", "99", "99.9", "100")) {
            double millis = quantile(sorted, Double.parseDouble(quantile)) / 1e6;
            lines.add(figure("purchase-p" + quantile, millis, "ms"));
        }
        return lines;
    }

    private static long quantile(long[] sorted, double percent) {
        int rank = (int) Math.ceil(sorted.length * percent / 100);
        return sorted.length == 0 ? 0 : sorted[Math.max(0, rank - 1)];
    }

    private String figure(String name, double value, String unit) {
        String how =
                "open loop %d/s, %d terminals, %d s, seed %d, DTLS, time from when it was due"
                        .formatted(perSecond, fleet.terminals().size(), duration.toSeconds(), seed);
        return JSON.createObjectNode()
                .put("name", name)
                .put("value", Math.round(value * 1000) / 1000.0)
                .put("unit", unit)
                .put("how", how)
                .toString();
    }
}
