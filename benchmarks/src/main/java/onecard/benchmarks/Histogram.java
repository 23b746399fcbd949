package onecard.benchmarks;

import java.util.concurrent.atomic.AtomicLongArray;

/// Counts latencies in steps of a fiftieth, so that a percentile is right within two per cent. Many
/// threads may add.
public final class Histogram {
    private static final int STEPS_PER_DOUBLING = 35;
    private static final int STEPS = STEPS_PER_DOUBLING * 40;
    private static final double NANOS_PER_MILLI = 1e6;

    private final AtomicLongArray counts = new AtomicLongArray(STEPS);

    /// Adds one latency.
    public void add(long nanos) {
        counts.incrementAndGet(step(Math.max(nanos, 1)));
    }

    private static int step(long nanos) {
        double doublings = Math.log((double) nanos) / Math.log(2);
        return (int) Math.min(STEPS - 1, Math.round(doublings * STEPS_PER_DOUBLING));
    }

    /// Returns the latency in milliseconds below which that share of all lies.
    public double percentile(double share) {
        long all = 0;
        for (int i = 0; i < STEPS; i++) {
            all += counts.get(i);
        }
        long wanted = (long) Math.ceil((double) all * share);
        long seen = 0;
        for (int i = 0; i < STEPS; i++) {
            seen += counts.get(i);
            if (seen >= wanted && seen > 0) {
                return Math.pow(2, (double) i / STEPS_PER_DOUBLING) / NANOS_PER_MILLI;
            }
        }
        return Double.NaN;
    }
}
