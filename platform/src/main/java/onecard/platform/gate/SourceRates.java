package onecard.platform.gate;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/// How much each source may send, in a fixed amount of memory however many sources there are:
/// addresses are hashed with a secret of this process into leaky buckets. Two sources in one bucket
/// share it.
///
/// A bucket is one number: the moment at which everything let in so far will have leaked away.
public final class SourceRates {
    private static final int BUCKETS = 8_192;

    private final AtomicLongArray emptyAt = new AtomicLongArray(BUCKETS);
    private final LongSupplier nanos;
    private final int secret;
    private final long nanosEach;
    private final long nanosBurst;

    /// Makes empty buckets.
    ///
    /// @param secret of this process
    /// @param nanos a clock that only goes forward
    public SourceRates(int perSecond, int burst, int secret, LongSupplier nanos) {
        this.nanosEach = 1_000_000_000L / perSecond;
        this.nanosBurst = nanosEach * burst;
        this.secret = secret;
        this.nanos = nanos;
        long now = nanos.getAsLong();
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            emptyAt.set(bucket, now);
        }
    }

    /// Tells whether one more datagram of this source may come in, and counts it if so.
    public boolean letIn(InetAddress source) {
        int bucket = bucketOf(source);
        long now = nanos.getAsLong();
        while (true) {
            long before = emptyAt.get(bucket);
            long from = before - now > 0 ? before : now;
            long after = from + nanosEach;
            if (after - now > nanosBurst) {
                return false;
            }
            if (emptyAt.compareAndSet(bucket, before, after)) {
                return true;
            }
        }
    }

    private int bucketOf(InetAddress source) {
        int mixed = (Arrays.hashCode(source.getAddress()) ^ secret) * 0x9E3779B9;
        return mixed >>> (Integer.SIZE - 13);
    }
}
