package onecard.platform.purchases;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import onecard.platform.system.ThisNode;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.SerialNo;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/// The kitchen with its writers. Orders of one terminal always go to the same writer, so that they
/// are decided in the order in which they came.
@Service
class KitchenPurchases implements Purchases, SmartLifecycle {
    /// Starts before the doors to the street and stops after them.
    private static final int PHASE = 0;

    private final TrayStore store;
    private final ThisNode node;
    private final Inquiries inquiries;
    private final ApplicationEventPublisher events;
    private final int writers;
    private volatile List<TrayLine> lines = List.of();

    KitchenPurchases(
            TrayStore store,
            ThisNode node,
            Inquiries inquiries,
            ApplicationEventPublisher events,
            @Value("${onecard.purchases.writers:2}") int writers) {
        if (writers < 1 || writers >= ThisNode.STRANDS) {
            throw new IllegalArgumentException(
                    "A node has 1 to 7 purchase writers, not " + writers);
        }
        this.store = store;
        this.node = node;
        this.inquiries = inquiries;
        this.events = events;
        this.writers = writers;
    }

    @Override
    public CompletableFuture<Outcome> take(Order order) {
        List<TrayLine> open = lines;
        if (open.isEmpty()) {
            return CompletableFuture.completedFuture(new Outcome.Busy());
        }
        return open.get(Math.floorMod(order.id().terminal().hashCode(), open.size())).submit(order);
    }

    @Override
    public Inquiry inquire(SerialNo terminal, Instrument instrument) {
        return inquiries.of(instrument);
    }

    @Override
    public void start() {
        var opened = new ArrayList<TrayLine>();
        for (int writer = 1; writer <= writers; writer++) {
            var run = new TrayRun(store, node.strand(writer));
            opened.add(new TrayLine("kitchen-" + writer, run, events::publishEvent));
        }
        opened.forEach(TrayLine::start);
        lines = List.copyOf(opened);
    }

    @Override
    public void stop() {
        List<TrayLine> closing = lines;
        lines = List.of();
        closing.forEach(TrayLine::close);
    }

    @Override
    public boolean isRunning() {
        return !lines.isEmpty();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
