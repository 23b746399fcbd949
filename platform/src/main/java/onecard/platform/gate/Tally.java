package onecard.platform.gate;

import java.net.InetAddress;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// Counts what comes to one gate, and how many are inside.
final class Tally {
    final LongAdder answered = new LongAdder();
    final LongAdder busy = new LongAdder();
    final LongAdder malformed = new LongAdder();
    final LongAdder shutOut = new LongAdder();
    final LongAdder notServed = new LongAdder();
    final LongAdder fromOutside = new LongAdder();
    final LongAdder late = new LongAdder();
    final LongAdder handshakes = new LongAdder();
    final LongAdder strangers = new LongAdder();
    final LongAdder failedHandshakes = new LongAdder();
    final LongAdder droppedNoise = new LongAdder();
    final LongAdder droppedRate = new LongAdder();
    final LongAdder droppedFull = new LongAdder();

    private final AtomicInteger inside = new AtomicInteger();
    private final int insideMax;
    private final Set<InetAddress> own = Set.copyOf(Addresses.own());

    Tally(int insideMax) {
        this.insideMax = insideMax;
    }

    /// Counts what another machine sent; what comes from this one says nothing about the network.
    void heardFrom(InetAddress source) {
        if (!source.isLoopbackAddress() && !own.contains(source)) {
            fromOutside.increment();
        }
    }

    /// Lets one more in, if there is room.
    boolean enter() {
        if (inside.incrementAndGet() <= insideMax) {
            return true;
        }
        inside.decrementAndGet();
        return false;
    }

    void leave() {
        inside.decrementAndGet();
    }

    int inside() {
        return inside.get();
    }

    boolean isFull() {
        return inside.get() >= insideMax;
    }

    GateCounts counts() {
        return new GateCounts(
                inside.get(),
                answered.sum(),
                busy.sum(),
                malformed.sum(),
                shutOut.sum(),
                notServed.sum(),
                fromOutside.sum(),
                late.sum(),
                handshakes.sum(),
                strangers.sum(),
                failedHandshakes.sum(),
                droppedNoise.sum(),
                droppedRate.sum(),
                droppedFull.sum());
    }
}
