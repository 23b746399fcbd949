package onecard.platform.purchases;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One writer with its queue. Orders that come while a tray is in the kitchen wait; when it is
/// done, all that wait, at most [#TRAY_MAX], go in together. Under light load a tray holds one
/// order and waits for nobody.
final class TrayLine implements AutoCloseable {
    /// How many orders one transaction decides at the most.
    static final int TRAY_MAX = 512;

    /// How many orders wait at the most; beyond it the answer is [Outcome.Busy].
    static final int WAITING_MAX = 4_096;

    /// How often an idle writer looks whether it should stop.
    private static final long LOOK_AGAIN_MILLIS = 100;

    /// How long a tray in the kitchen may take when the house closes.
    private static final Duration STOP_MAX = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(TrayLine.class);

    private final BlockingQueue<Ticket> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final TrayRun run;
    private final Consumer<PurchaseTaken> signal;
    private final Thread thread;
    private volatile boolean closed;

    TrayLine(String name, TrayRun run, Consumer<PurchaseTaken> signal) {
        this.run = run;
        this.signal = signal;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::work);
    }

    /// An order and the promise of its outcome.
    private record Ticket(Order order, CompletableFuture<Outcome> outcome) {}

    void start() {
        thread.start();
    }

    CompletableFuture<Outcome> submit(Order order) {
        var ticket = new Ticket(order, new CompletableFuture<>());
        boolean in = !closed && waiting.offer(ticket);
        // The writer may have stopped after we looked and before the ticket was in.
        if (!in || (closed && waiting.remove(ticket))) {
            ticket.outcome().complete(new Outcome.Busy());
        }
        return ticket.outcome();
    }

    private void work() {
        var tray = new ArrayList<Ticket>(TRAY_MAX);
        try {
            while (!closed) {
                @Nullable Ticket first = waiting.poll(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    tray.add(first);
                    waiting.drainTo(tray, TRAY_MAX - 1);
                    serve(tray);
                    tray.clear();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            closed = true;
            // Only an error of the machine leaves a tray half served; nobody knows what became of
            // it.
            tray.forEach(ticket -> ticket.outcome().complete(new Outcome.Unknown("stopped")));
            tray.clear();
            waiting.drainTo(tray);
            tray.forEach(ticket -> ticket.outcome().complete(new Outcome.Busy()));
        }
    }

    private void serve(List<Ticket> tray) {
        List<Outcome> outcomes;
        try {
            outcomes = run.run(tray.stream().map(Ticket::order).toList());
        } catch (RuntimeException e) {
            // A fault of ours must not stop the tills: nobody is answered, everybody asks again.
            LOG.error("A tray of {} orders ended in a fault", tray.size(), e);
            outcomes = tray.stream().<Outcome>map(_ -> new Outcome.Unknown("fault")).toList();
        }
        for (int i = 0; i < tray.size(); i++) {
            tray.get(i).outcome().complete(outcomes.get(i));
        }
        tell(tray.size());
    }

    private void tell(int orders) {
        try {
            signal.accept(new PurchaseTaken(orders));
        } catch (RuntimeException e) {
            // The tills do not stop because a page cannot be told.
            LOG.error("A listener to purchases failed", e);
        }
    }

    /// Lets the tray in the kitchen finish; what still waits is answered busy.
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(STOP_MAX);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
