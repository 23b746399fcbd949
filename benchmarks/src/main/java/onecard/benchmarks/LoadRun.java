package onecard.benchmarks;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import onecard.platform.purchases.Order;
import onecard.platform.purchases.Outcome;

/// Sends orders of a crowd to a kitchen and counts what comes back.
final class LoadRun {
    private static final long NANOS = 1_000_000_000L;

    private final Function<Order, CompletableFuture<Outcome>> kitchen;
    private final Crowd crowd;
    private final LongAdder taken = new LongAdder();
    private final LongAdder split = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder other = new LongAdder();
    private final Histogram latency = new Histogram();

    LoadRun(Function<Order, CompletableFuture<Outcome>> kitchen, Crowd crowd) {
        this.kitchen = kitchen;
        this.crowd = crowd;
    }

    /// What a run counted.
    ///
    /// @param decided how many orders were decided, taken or refused
    /// @param repeats how many orders were asked again with the number before
    /// @param other busy, unknown or disputed: not counted as decided
    record Counted(
            long decided,
            long taken,
            long split,
            long refused,
            long repeats,
            long other,
            double seconds,
            Histogram latency) {
        double rate() {
            return decided / seconds;
        }
    }

    /// Keeps so many orders under way for so long, one per till: a till that has its answer asks
    /// for the next one.
    Counted closedLoop(int outstanding, int seconds) throws InterruptedException {
        var underWay = new CountDownLatch(outstanding);
        long start = System.nanoTime();
        long end = start + seconds * NANOS;
        for (int till = 0; till < outstanding; till++) {
            next(till % BenchSite.TERMINALS, end, underWay);
        }
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        long stopped = System.nanoTime();
        long decidedBefore = taken.sum() + refused.sum();
        underWay.await();
        return counted(decidedBefore, stopped - start);
    }

    /// Whoever gives the answer sends the next order: no thread wakes for it. A kitchen that is
    /// busy at once gets no more from this till.
    private void next(int till, long end, CountDownLatch underWay) {
        long due = System.nanoTime();
        var _ =
                kitchen.apply(crowd.next(till))
                        .whenComplete((outcome, _) -> {
                            long answered = System.nanoTime();
                            latency.add(answered - due);
                            count(outcome);
                            if (answered < end && !(outcome instanceof Outcome.Busy)) {
                                next(till, end, underWay);
                            } else {
                                underWay.countDown();
                            }
                        });
    }

    /// Sends at a rate, at random intervals, whether answers come or not; latency counts from the
    /// moment at which an order was due.
    Counted openLoop(double perSecond, int seconds, long seed) throws InterruptedException {
        var random = new java.util.SplittableRandom(seed);
        var underWay = new Semaphore(Integer.MAX_VALUE);
        long start = System.nanoTime();
        long due = start;
        while (due < start + seconds * NANOS) {
            long wait = due - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            }
            underWay.acquire();
            send(due, underWay);
            due += (long) (-Math.log(1 - random.nextDouble()) / perSecond * NANOS);
        }
        long stopped = System.nanoTime();
        if (!underWay.tryAcquire(Integer.MAX_VALUE, 60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Orders are still under way after a minute");
        }
        return counted(taken.sum() + refused.sum(), stopped - start);
    }

    private void send(long due, Semaphore free) {
        var _ =
                kitchen.apply(crowd.next())
                        .whenComplete((outcome, _) -> {
                            latency.add(System.nanoTime() - due);
                            count(outcome);
                            free.release();
                        });
    }

    private void count(Outcome outcome) {
        switch (outcome) {
            case Outcome.Taken t -> {
                taken.increment();
                if (t.cash().isPositive() && t.subsidy().isPositive()) {
                    split.increment();
                }
            }
            case Outcome.Refused _ -> refused.increment();
            case Outcome.OtherContent _, Outcome.VoidOutcome _, Outcome.Unknown _, Outcome.Busy _ ->
                    other.increment();
        }
    }

    private Counted counted(long decided, long nanos) {
        return new Counted(
                decided,
                taken.sum(),
                split.sum(),
                refused.sum(),
                crowd.repeats(),
                other.sum(),
                (double) nanos / NANOS,
                latency);
    }
}
