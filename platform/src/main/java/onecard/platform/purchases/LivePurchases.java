package onecard.platform.purchases;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import onecard.platform.ledger.JournalNumber;
import onecard.platform.ledger.Ledger;
import onecard.platform.ledger.StrandHead;
import onecard.platform.system.LiveEvent;
import onecard.platform.system.LiveFeed;
import onecard.platform.system.Permission;
import onecard.platform.system.Settings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Moves the live page: reads the journal from where it last stopped, strand by strand, and hands
/// the rows on. A signal of this node's kitchen wakes it; other nodes' rows are found by looking
/// once a second. The kitchen never waits for it.
@Component
class LivePurchases implements SmartLifecycle {
    /// The least time between two looks, so that a rush is told in pieces.
    static final Duration LOOKS_APART = Duration.ofMillis(250);

    /// How long it waits for a signal before it looks by itself.
    static final Duration LOOK_ANYWAY = Duration.ofSeconds(1);

    /// How many rows one look hands on, the newest; nobody reads more than a hundred a second.
    static final int ROWS_MAX = 25;

    /// The least time between two events `today`.
    static final Duration TODAY_APART = Duration.ofSeconds(2);

    /// How long a stop waits for a look that is under way.
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(LivePurchases.class);

    private final JournalPages pages;
    private final LiveRows rows;
    private final Ledger ledger;
    private final LiveFeed feed;
    private final Settings settings;
    private final Semaphore signal = new Semaphore(0);

    private Map<Integer, StrandHead> read = new HashMap<>();
    private boolean begun;
    private boolean changed;
    private long toldToday = System.nanoTime() - TODAY_APART.toNanos();
    private volatile @Nullable Thread worker;

    LivePurchases(
            JournalPages pages, LiveRows rows, Ledger ledger, LiveFeed feed, Settings settings) {
        this.pages = pages;
        this.rows = rows;
        this.ledger = ledger;
        this.feed = feed;
        this.settings = settings;
    }

    @EventListener
    void on(PurchaseTaken taken) {
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    /// Hands on what was booked since the last look. The first look only finds out where to begin.
    ///
    /// @return how many rows were handed on
    int look() {
        var heads = new HashMap<Integer, StrandHead>();
        ledger.heads().forEach(head -> heads.put(head.strand(), head));
        List<JournalPages.Stretch> grown = grown(heads);
        List<JournalLine> lines = List.of();
        if (begun && !grown.isEmpty() && feed.hasListeners()) {
            lines = pages.since(grown, firstDay(heads, grown), lastDay(heads, grown), ROWS_MAX);
            hand(lines.reversed());
        }
        changed |= begun && !grown.isEmpty();
        begun = true;
        read = heads;
        tellToday();
        return lines.size();
    }

    private List<JournalPages.Stretch> grown(Map<Integer, StrandHead> heads) {
        var grown = new ArrayList<JournalPages.Stretch>();
        heads.forEach((strand, head) -> {
            StrandHead before = read.get(strand);
            long first = before == null ? JournalNumber.of(strand, 1, 0).value() : before.beyond();
            if (first < head.beyond()) {
                grown.add(new JournalPages.Stretch(strand, first, head.beyond()));
            }
        });
        return grown;
    }

    private LocalDate firstDay(Map<Integer, StrandHead> heads, List<JournalPages.Stretch> grown) {
        return days(Stream.of(heads, read), grown).min(Comparator.naturalOrder()).orElseThrow();
    }

    private LocalDate lastDay(Map<Integer, StrandHead> heads, List<JournalPages.Stretch> grown) {
        return days(Stream.of(heads), grown).max(Comparator.naturalOrder()).orElseThrow();
    }

    private Stream<LocalDate> days(
            Stream<Map<Integer, StrandHead>> ends, List<JournalPages.Stretch> grown) {
        var zone = settings.current().zone();
        return ends.flatMap(end -> grown.stream().map(stretch -> end.get(stretch.strand())))
                .filter(java.util.Objects::nonNull)
                .map(head -> head.bookedAt().atZone(zone).toLocalDate());
    }

    private void hand(List<JournalLine> lines) {
        Named names = rows.look(lines);
        for (JournalLine line : lines) {
            feed.publish(
                    new LiveEvent(
                            "purchase",
                            Permission.SEE_PURCHASES,
                            OptionalInt.of(line.row().place().merchant()),
                            language -> rows.row(line, names, language)));
        }
    }

    private void tellToday() {
        if (changed && System.nanoTime() - toldToday >= TODAY_APART.toNanos()) {
            changed = false;
            toldToday = System.nanoTime();
            feed.publish(
                    new LiveEvent(
                            "today",
                            Permission.SEE_TODAY,
                            OptionalInt.empty(),
                            _ -> Map.of("changed", true)));
        }
    }

    private void work() {
        try {
            while (worker != null) {
                lookOnce();
                Thread.sleep(LOOKS_APART);
                if (signal.tryAcquire(LOOK_ANYWAY.toMillis(), TimeUnit.MILLISECONDS)) {
                    signal.drainPermits();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookOnce() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("live-purchases-not-read cause={}", e.toString());
        }
    }

    @Override
    public void start() {
        Thread next = Thread.ofVirtual().name("live-purchases").unstarted(this::work);
        worker = next;
        next.start();
    }

    @Override
    public void stop() {
        Thread running = worker;
        worker = null;
        if (running == null) {
            return;
        }
        signal.release();
        try {
            // Cut off in the midst of a statement, a look would cost its connection.
            if (!running.join(STOP_WITHIN)) {
                running.interrupt();
            }
        } catch (InterruptedException _) {
            running.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }
}
