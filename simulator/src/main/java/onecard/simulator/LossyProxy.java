package onecard.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A UDP box between terminals and platform that loses, doubles, delays and reorders datagrams in
/// both directions, as a seed says. Each client keeps an address of its own on the far side.
public final class LossyProxy implements AutoCloseable {
    /// Largest UDP datagram.
    private static final int MAX_DATAGRAM = 65_535;

    /// The client that was silent longest is forgotten when there are more.
    private static final int MAX_CLIENTS = 4_096;

    /// More than this is not held back, but lost.
    private static final int MAX_HELD = 20_000;

    /// A datagram that is to be overtaken waits this long at most.
    private static final Duration OVERTAKEN_WITHIN = Duration.ofMillis(30);

    /// How bad the network is.
    ///
    /// @param lostPercent datagrams that never arrive
    /// @param doubledPercent datagrams that arrive twice
    /// @param delayedPercent datagrams that are held for up to `delay`
    /// @param reorderedPercent datagrams that are held for a moment, so that others overtake
    /// @param delay longest delay
    public record Faults(
            int lostPercent,
            int doubledPercent,
            int delayedPercent,
            int reorderedPercent,
            Duration delay) {
        /// A perfect network.
        public static final Faults NONE = new Faults(0, 0, 0, 0, Duration.ZERO);
    }

    /// What was done so far.
    public record Counts(long passed, long lost, long doubled, long delayed) {}

    private record Held(
            long due, long order, DatagramChannel by, SocketAddress to, ByteBuffer datagram) {}

    private final InetSocketAddress target;
    private final Faults faults;
    private final RandomGenerator random;
    private final Selector selector;
    private final DatagramChannel front;
    private final InetSocketAddress address;
    private final Map<SocketAddress, DatagramChannel> clients =
            new LinkedHashMap<>(16, 0.75f, true);
    private final PriorityQueue<Held> held =
            new PriorityQueue<>(Comparator.comparingLong(Held::due).thenComparingLong(Held::order));
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(MAX_DATAGRAM);
    private final AtomicLong passed = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong doubled = new AtomicLong();
    private final AtomicLong delayed = new AtomicLong();
    private final Thread thread;
    private volatile boolean closed;
    private volatile Faults current;
    private long order;

    /// Opens the box.
    ///
    /// @param listen where the terminals send; port 0 for any free one
    /// @param target where the platform listens
    public LossyProxy(InetSocketAddress listen, InetSocketAddress target, Faults faults, long seed)
            throws IOException {
        this.target = target;
        this.faults = faults;
        this.current = faults;
        this.random = new Random(seed);
        this.selector = Selector.open();
        this.front = DatagramChannel.open().bind(listen);
        front.configureBlocking(false);
        front.register(selector, SelectionKey.OP_READ);
        this.address = (InetSocketAddress) front.getLocalAddress();
        this.thread = Thread.ofPlatform().name("lossy-proxy").daemon().start(this::run);
    }

    /// Returns where the terminals send.
    public InetSocketAddress address() {
        return address;
    }

    /// From now on the network is perfect, or again as bad as it was made.
    public void calm(boolean perfect) {
        current = perfect ? Faults.NONE : faults;
    }

    /// Returns what was done so far.
    public Counts counts() {
        return new Counts(passed.get(), lost.get(), doubled.get(), delayed.get());
    }

    private void run() {
        try {
            while (!closed) {
                selector.select(millisToNextHeld());
                for (SelectionKey key : selector.selectedKeys()) {
                    read(key);
                }
                selector.selectedKeys().clear();
                releaseHeld();
            }
        } catch (IOException e) {
            if (!closed) {
                throw new UncheckedIOException("The box is broken", e);
            }
        }
    }

    private long millisToNextHeld() {
        Held next = held.peek();
        return next == null
                ? 0
                : Math.max(1, TimeUnit.NANOSECONDS.toMillis(next.due() - System.nanoTime()));
    }

    private void read(SelectionKey key) throws IOException {
        DatagramChannel channel = (DatagramChannel) key.channel();
        // Nobody is attached to the front, one client to each channel behind it.
        @Nullable SocketAddress client = (SocketAddress) key.attachment();
        while (true) {
            buffer.clear();
            SocketAddress from;
            try {
                from = channel.receive(buffer);
            } catch (PortUnreachableException _) {
                continue;
            }
            if (from == null) {
                return;
            }
            buffer.flip();
            ByteBuffer datagram = ByteBuffer.allocate(buffer.remaining()).put(buffer).flip();
            if (client == null) {
                spoil(upstream(from), target, datagram);
            } else {
                spoil(front, client, datagram);
            }
        }
    }

    private DatagramChannel upstream(SocketAddress client) throws IOException {
        DatagramChannel known = clients.get(client);
        if (known != null) {
            return known;
        }
        if (clients.size() >= MAX_CLIENTS) {
            var eldest = clients.entrySet().iterator();
            eldest.next().getValue().close();
            eldest.remove();
        }
        DatagramChannel channel = DatagramChannel.open().connect(target);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, client);
        clients.put(client, channel);
        return channel;
    }

    private void spoil(DatagramChannel by, SocketAddress to, ByteBuffer datagram)
            throws IOException {
        Faults now = current;
        if (happens(now.lostPercent()) || held.size() >= MAX_HELD) {
            lost.incrementAndGet();
            return;
        }
        pass(by, to, datagram, now);
        if (happens(now.doubledPercent())) {
            doubled.incrementAndGet();
            pass(by, to, datagram, now);
        }
    }

    private void pass(DatagramChannel by, SocketAddress to, ByteBuffer datagram, Faults now)
            throws IOException {
        if (happens(now.delayedPercent())) {
            hold(by, to, datagram, now.delay());
        } else if (happens(now.reorderedPercent())) {
            hold(by, to, datagram, OVERTAKEN_WITHIN);
        } else {
            send(by, to, datagram);
        }
    }

    private void hold(DatagramChannel by, SocketAddress to, ByteBuffer datagram, Duration longest) {
        delayed.incrementAndGet();
        long nanos = random.nextLong(longest.toNanos() + 1);
        held.add(new Held(System.nanoTime() + nanos, order++, by, to, datagram));
    }

    private void releaseHeld() throws IOException {
        long now = System.nanoTime();
        for (Held next = held.peek(); next != null && next.due() <= now; next = held.peek()) {
            held.remove();
            send(next.by(), next.to(), next.datagram());
        }
    }

    private void send(DatagramChannel by, SocketAddress to, ByteBuffer datagram)
            throws IOException {
        if (!by.isOpen()) {
            return;
        }
        passed.incrementAndGet();
        try {
            if (!by.isConnected()) {
                by.send(datagram.duplicate(), to);
            } else {
                by.write(datagram.duplicate());
            }
        } catch (PortUnreachableException _) {
            lost.incrementAndGet();
        }
    }

    private boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the box", e);
        }
    }
}
