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

/// The kitchen with its writers. Purchases with one card always go to the same writer, so that two
/// writers hardly ever wait for the same account, and repeats find their first copy there. A number
/// that meets itself at another writer, with another card or as a void, is told apart by its claim,
/// as between nodes.
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
        if (writers < 1 || writers >= RecordDesk.WRITER) {
            throw new IllegalArgumentException(
                    "A node has 1 to 6 purchase writers, not " + writers);
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
        return open.get(lineOf(order, open.size())).submit(order);
    }

    /// Returns which of so many writers decides an order. Bits of the hash are mixed, because cards
    /// of one delivery have numbers in a row.
    static int lineOf(Order order, int writers) {
        Object whose =
                order instanceof Order.Sale sale
                                && sale.instrument() instanceof Instrument.Card(var uid, _)
                        ? uid
                        : order.id().terminal();
        int hash = whose.hashCode() * 0x9E37_79B9;
        return Math.floorMod(hash >>> 16, writers);
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
