package onecard.platform.purchases.books;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import onecard.platform.ledger.BooksReport;
import onecard.platform.ledger.Ledger;
import onecard.platform.ledger.RunningTotal;
import onecard.platform.ledger.StrandHead;
import onecard.platform.system.LiveEvent;
import onecard.platform.system.LiveFeed;
import onecard.platform.system.Permission;
import onecard.platform.system.Settings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps saying whether the books balance. It begins with all entries once, then adds what came
/// since every few seconds; it reads only, waits for nobody, and rests ten times as long as it
/// worked.
@Component
class BooksWatch implements SmartLifecycle {
    /// How often it looks while something is booked.
    static final Duration LOOK_EVERY = Duration.ofSeconds(3);

    /// How often it looks while nothing is booked: a purse may be changed by hand.
    static final Duration LOOK_IDLE_EVERY = Duration.ofSeconds(30);

    /// How long a stop waits for a look that is under way.
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    /// How many times as long as it worked it rests.
    private static final int REST = 10;

    private static final Logger LOG = LoggerFactory.getLogger(BooksWatch.class);

    private final Ledger ledger;
    private final BooksStateTable table;
    private final BooksWords words;
    private final LiveFeed feed;
    private final Settings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;
    private final ReentrantLock verifying = new ReentrantLock();

    private Optional<RunningTotal> total = Optional.empty();
    private Duration sinceLook = Duration.ZERO;
    private volatile CountDownLatch stop = new CountDownLatch(0);
    private volatile @Nullable Thread worker;

    BooksWatch(
            Ledger ledger,
            BooksStateTable table,
            BooksWords words,
            LiveFeed feed,
            Settings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.table = table;
        this.words = words;
        this.feed = feed;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /// Adds up what came since the last look, and tells whoever looks on if something changed.
    synchronized BooksStateTable.State look() {
        RunningTotal before = total.orElse(null);
        RunningTotal now = ledger.addUp(total);
        total = Optional.of(now);
        sinceLook = Duration.ZERO;
        transaction.executeWithoutResult(_ -> table.seen(now, clock.instant()));
        BooksStateTable.State state = table.read().orElseThrow();
        if (before == null
                || before.balanced() != now.balanced()
                || before.entries() != now.entries()) {
            tell(state);
        }
        if (!now.balanced() && (before == null || before.balanced())) {
            LOG.error(
                    "books-do-not-balance difference={} check={}",
                    now.difference(),
                    now.firstBad().map(BooksReport.Check::toString).orElse("sum"));
        }
        return state;
    }

    /// Returns what was last seen; looks if nobody ever did.
    BooksStateTable.State state() {
        return table.read().orElseGet(this::look);
    }

    /// Adds up everything anew, as of one moment; empty if that is being done already.
    Optional<BooksReport> verify() {
        if (!verifying.tryLock()) {
            return Optional.empty();
        }
        try {
            BooksReport report = snapshot.execute(_ -> ledger.verify());
            Optional<BooksReport.Check> bad =
                    report.checks().stream().filter(c -> c.found().isPresent()).findFirst();
            begunAnew();
            transaction.executeWithoutResult(_ -> table.verified(bad, clock.instant()));
            bad.ifPresent(check ->
                    LOG.error("books-do-not-balance check={} {}", check.name(), check.found()));
            tell(state());
            return Optional.of(report);
        } finally {
            verifying.unlock();
        }
    }

    /// What was mended since is not held against the books any longer.
    private synchronized void begunAnew() {
        total = Optional.empty();
        look();
    }

    private void tell(BooksStateTable.State state) {
        feed.publish(
                new LiveEvent(
                        "books",
                        Permission.SEE_TODAY,
                        OptionalInt.empty(),
                        language -> words.state(state, language, settings.current().zone())));
    }

    private void work(CountDownLatch stopping) {
        Duration rest = Duration.ZERO;
        try {
            while (!stopping.await(rest.toMillis(), TimeUnit.MILLISECONDS)) {
                rest = lookIfDue(rest);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration lookIfDue(Duration slept) {
        long begun = System.nanoTime();
        try {
            if (isDue(slept)) {
                look();
            }
        } catch (RuntimeException e) {
            LOG.warn("books-not-seen cause={}", e.toString());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun).multipliedBy(REST);
        return took.compareTo(LOOK_EVERY) > 0 ? took : LOOK_EVERY;
    }

    private synchronized boolean isDue(Duration slept) {
        sinceLook = sinceLook.plus(slept);
        if (total.isEmpty() || sinceLook.compareTo(LOOK_IDLE_EVERY) >= 0) {
            return true;
        }
        var seen = total.get().ends();
        return !ledger.heads().stream()
                .map(StrandHead::beyond)
                .sorted()
                .toList()
                .equals(seen.stream().map(StrandHead::beyond).sorted().toList());
    }

    @Override
    public void start() {
        CountDownLatch stopping = new CountDownLatch(1);
        stop = stopping;
        worker = Thread.ofVirtual().name("books-watch").start(() -> work(stopping));
    }

    @Override
    public void stop() {
        Thread running = worker;
        worker = null;
        stop.countDown();
        if (running == null) {
            return;
        }
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
