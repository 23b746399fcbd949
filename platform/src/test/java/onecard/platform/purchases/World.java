package onecard.platform.purchases;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A world with its own time, chance and order of events: the same seed gives the same history, to
/// the last bit. Who waits in it lets the others go on.
final class World implements InstantSource {
    private static final long FNV_PRIME = 0x0000_0100_0000_01B3L;

    private final long seed;
    private final Instant start;
    private final SplittableRandom random;
    private final boolean told = Boolean.getBoolean("simulation.tell");
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private long micros;
    private long happened;
    private long trace = 0xCBF2_9CE4_8422_2325L;

    World(long seed, Instant start) {
        this.seed = seed;
        this.start = start;
        this.random = new SplittableRandom(seed);
    }

    private record Event(long at, long order, Runnable what) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return at == other.at ? Long.compare(order, other.order) : Long.compare(at, other.at);
        }
    }

    long seed() {
        return seed;
    }

    SplittableRandom random() {
        return random;
    }

    /// Tells whether something of this chance happens.
    boolean chance(int perMille) {
        return random.nextInt(1_000) < perMille;
    }

    /// Returns a time from nothing to this.
    Duration upTo(Duration most) {
        return Duration.of(random.nextLong(most.toNanos() / 1_000 + 1), ChronoUnit.MICROS);
    }

    @Override
    public Instant instant() {
        return start.plus(micros, ChronoUnit.MICROS);
    }

    /// Lets something happen later.
    void later(Duration when, Runnable what) {
        long at = Math.addExact(micros, Math.max(when.toNanos() / 1_000, 0));
        events.add(new Event(at, happened++, what));
    }

    /// Lets the world go on until this is so or the time is over.
    void goOn(BooleanSupplier until, Duration most) {
        long end = Math.addExact(micros, Math.max(most.toNanos() / 1_000, 0));
        while (!until.getAsBoolean()) {
            @Nullable Event next = events.peek();
            if (next == null || next.at() > end) {
                micros = Math.max(micros, end);
                return;
            }
            events.remove(next);
            micros = Math.max(micros, next.at());
            next.what().run();
        }
    }

    /// Writes into the history what happened; it is part of the trace.
    void note(Supplier<String> what) {
        String line = what.get();
        for (int i = 0; i < line.length(); i++) {
            trace = (trace ^ line.charAt(i)) * FNV_PRIME;
        }
        trace = (trace ^ micros) * FNV_PRIME;
        if (told) {
            System.out.println(instant() + " " + line);
        }
    }

    /// Returns a number that stands for the whole history.
    long trace() {
        return trace;
    }
}
