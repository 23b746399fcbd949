package onecard.platform.purchases;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import onecard.platform.ledger.Tray;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/// Kitchens with one guarantee left out, and the obvious simple one, for the benchmark only: what
/// each guarantee costs is the difference.
public final class KitchenVariants {
    /// What is left out.
    public enum Without {
        NOTHING,
        /// What the node remembers of people: every guarantee stands, every look is made.
        MEMORY,
        /// The roll-up.
        TAKINGS,
        /// The claims, so a repeat is charged twice.
        CLAIMS,
        /// The purchase journal with its declines and reasons, and with it the claims.
        JOURNAL
    }

    private static final int FIRST_SPARE_STRAND = 1_900;

    private final ApplicationContext context;
    private final AtomicInteger strand = new AtomicInteger(FIRST_SPARE_STRAND);

    public KitchenVariants(ApplicationContext context) {
        this.context = context;
    }

    /// A kitchen to send orders to, and to close.
    public record Kitchen(Function<Order, CompletableFuture<Outcome>> door, Runnable closing)
            implements AutoCloseable {
        @Override
        public void close() {
            closing.run();
        }
    }

    /// Calls the roll, as a start does in the background.
    ///
    /// @return how many cards are known
    public long callRoll() {
        return context.getBean(RollCall.class).call();
    }

    /// Opens a kitchen with so many writers.
    public Kitchen open(Without without, int writers) {
        var lines = new ArrayList<TrayLine>();
        for (int i = 0; i < writers; i++) {
            var run = new TrayRun(store(without), strand.getAndIncrement());
            lines.add(new TrayLine("bench-" + i, run, _ -> {}));
        }
        var fold = context.getBean(TakingsFold.class);
        if (without == Without.TAKINGS) {
            fold.stop();
        }
        lines.forEach(TrayLine::start);
        return new Kitchen(
                order -> lines.get(KitchenPurchases.lineOf(order, lines.size())).submit(order),
                () -> {
                    lines.forEach(TrayLine::close);
                    fold.start();
                });
    }

    /// The obvious simple way: a pool of threads, one transaction per purchase, same tables,
    /// prepared statements.
    public Kitchen naive(int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        int first = strand.getAndAdd(threads);
        AtomicInteger next = new AtomicInteger();
        ThreadLocal<TrayRun> runs =
                ThreadLocal.withInitial(
                        () -> new TrayRun(store(Without.NOTHING), first + next.getAndIncrement()));
        return new Kitchen(
                order ->
                        CompletableFuture.supplyAsync(
                                () -> runs.get().run(List.of(order)).getFirst(), pool),
                pool::shutdown);
    }

    private TrayStore store(Without without) {
        JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
        var tables =
                new PostgresTrayStore.JournalTables(
                        without == Without.CLAIMS || without == Without.JOURNAL
                                ? new NoClaims(jdbc)
                                : new ClaimTable(jdbc),
                        purchases(without, jdbc),
                        new VoidedTable(jdbc),
                        new TakingsTable(jdbc),
                        new RulebookLatch(jdbc));
        return new PostgresTrayStore(
                context.getBean("moneyTransactions", TransactionTemplate.class),
                context.getBean(PostgresTrayStore.Rooms.class),
                tables,
                without == Without.NOTHING ? context.getBean(Regulars.class) : new Regulars(0),
                context.getBean(Clock.class));
    }

    private static PurchaseTable purchases(Without without, JdbcTemplate jdbc) {
        return switch (without) {
            case NOTHING, MEMORY, TAKINGS -> new PurchaseTable(jdbc);
            case CLAIMS -> new NoLook(jdbc);
            case JOURNAL -> new NoJournal(jdbc);
        };
    }

    private static final class NoClaims extends ClaimTable {
        NoClaims(JdbcTemplate jdbc) {
            super(jdbc);
        }

        @Override
        void claim(List<JournalRow> rows) {}
    }

    private static class NoLook extends PurchaseTable {
        NoLook(JdbcTemplate jdbc) {
            super(jdbc);
        }

        @Override
        Map<Claim, Earlier> look(Collection<Claim> claims) {
            return Map.of();
        }
    }

    private static final class NoJournal extends NoLook {
        NoJournal(JdbcTemplate jdbc) {
            super(jdbc);
        }

        @Override
        void insert(Tray tray, List<JournalRow> rows) {}
    }
}
