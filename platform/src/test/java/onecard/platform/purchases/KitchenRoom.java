package onecard.platform.purchases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import onecard.platform.database.TestDatabase;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.EntryKind;
import onecard.platform.ledger.Ledger;
import onecard.platform.ledger.LedgerRoom;
import onecard.platform.ledger.Overdraft;
import onecard.platform.ledger.Purse;
import onecard.platform.ledger.Side;
import onecard.platform.ledger.Transfer;
import onecard.platform.ledger.Tray;
import onecard.vocabulary.Money;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/// The kitchen on a test's database: the real store, tables and ledger, around a [Site].
final class KitchenRoom implements AutoCloseable {
    private static final int REMEMBERED = 10_000;

    private final LedgerRoom books;
    private final Site site;
    private final JdbcTemplate jdbc;
    private final Tables tables;
    private final PostgresTrayStore store;
    private final AtomicInteger seen = new AtomicInteger();
    private final Regulars regulars = new Regulars(REMEMBERED);

    private record Tables(
            ClaimTable claims, PurchaseTable purchases, VoidedTable voided, TakingsTable takings) {}

    KitchenRoom(TestDatabase database, Site site, Clock clock) {
        DataSource pool = database.moneyDataSource();
        Instant now = clock.instant();
        LocalDate today = now.atZone(site.settings().zone()).toLocalDate();
        this.books = LedgerRoom.on(pool, today, now);
        this.site = site;
        this.jdbc = new JdbcTemplate(pool);
        this.tables =
                new Tables(
                        new ClaimTable(jdbc),
                        new PurchaseTable(jdbc),
                        new VoidedTable(jdbc),
                        new TakingsTable(jdbc));
        this.store =
                new PostgresTrayStore(
                        books.bean(TransactionTemplate.class),
                        SiteRooms.of(site, books.ledger()),
                        new PostgresTrayStore.JournalTables(
                                tables.claims(),
                                tables.purchases(),
                                tables.voided(),
                                tables.takings(),
                                new RulebookLatch(jdbc)),
                        regulars,
                        clock);
    }

    Site site() {
        return site;
    }

    TrayStore store() {
        return new Attentive();
    }

    /// Cards and people of a sample site tell the ledger nothing when they change, so nobody is
    /// remembered from before a change.
    private final class Attentive implements TrayStore {
        @Override
        public <T> T inTray(int strand, Function<OpenTray, T> work) {
            int changes = site.changes();
            if (seen.getAndSet(changes) != changes) {
                regulars.forgetAll();
            }
            return store.inTray(strand, work);
        }
    }

    Ledger ledger() {
        return books.ledger();
    }

    LedgerRoom books() {
        return books;
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    Balances holds(int account) {
        return books.holds(new AccountId(account));
    }

    /// Opens an account.
    ///
    /// @param subsidyUntil the last day on which its subsidy can be spent
    void open(AccountId account, Optional<LocalDate> subsidyUntil) {
        books.inTransaction(() -> {
            ledger().open(List.of(account));
            ledger().lock(List.of(account));
            ledger().subsidyUntil(account, subsidyUntil);
            return true;
        });
    }

    /// Holds an account's lock from the moment at which it has it until it is told.
    boolean hold(int account, CountDownLatch has, CountDownLatch enough) {
        return books.inTransaction(() -> {
            ledger().lock(List.of(new AccountId(account)));
            has.countDown();
            try {
                return enough.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /// Puts money into a purse, as the desk of node 0 does.
    void topUp(Instant at, AccountId account, Purse purse, Money amount) {
        books.inTransaction(() -> {
            Map<AccountId, Balances> before = ledger().lock(List.of(account));
            ZoneId zone = site.settings().zone();
            Tray tray = ledger().openTray(0, at, at.atZone(zone).toLocalDate());
            boolean cash = purse == Purse.CASH;
            var transfer =
                    new Transfer(
                            cash ? EntryKind.TOP_UP : EntryKind.SUBSIDY,
                            cash ? Side.desk(1) : Side.subsidyFund(),
                            account.purse(purse),
                            amount,
                            Overdraft.NONE,
                            at,
                            0);
            return ledger().post(tray, before, List.of(transfer));
        });
    }

    /// Reads everything back.
    Shelf shelf() {
        List<AccountId> accounts =
                jdbc.query(
                        "select id from ledger.account", (row, _) -> new AccountId(row.getInt(1)));
        return new Shelf(
                ledger().balances(accounts), journal(), claims(), voided(), usages(), takings());
    }

    private Map<Long, JournalRow> journal() {
        var rows = new HashMap<Long, JournalRow>();
        jdbc.query(
                "select * from purchases.purchase",
                row -> {
                    JournalRow read = RowReader.read(row);
                    rows.put(read.number(), read);
                });
        return rows;
    }

    private Map<Claim, Long> claims() {
        var claims = new HashMap<Claim, Long>();
        jdbc.query(
                "select terminal, seq, number from purchases.claim",
                row -> {
                    claims.put(new Claim(row.getInt(1), row.getLong(2)), row.getLong(3));
                });
        return claims;
    }

    private Map<Long, Long> voided() {
        var voided = new HashMap<Long, Long>();
        jdbc.query(
                "select purchase, number from purchases.voided",
                row -> {
                    voided.put(row.getLong(1), row.getLong(2));
                });
        return voided;
    }

    private Map<AccountId, Usages> usages() {
        var usages = new HashMap<AccountId, Usages>();
        jdbc.query(
                "select id, note from ledger.account where note <> ''",
                row -> {
                    usages.put(new AccountId(row.getInt(1)), Usages.of(row.getBytes(2)));
                });
        return usages;
    }

    private Map<Takings.Key, Takings> takings() {
        var takings = new TreeMap<Takings.Key, Takings>();
        jdbc.query(
                """
                select business_day, booked_on, merchant, terminal, meal, kind, strand,
                       sum(count), sum(gross), sum(discount), sum(net), sum(cash), sum(subsidy),
                       sum(declined)
                  from purchases.takings
                 group by business_day, booked_on, merchant, terminal, meal, kind, strand
                """,
                row -> {
                    takings.put(
                            new Takings.Key(
                                    row.getObject(1, LocalDate.class),
                                    row.getObject(2, LocalDate.class),
                                    row.getInt(3),
                                    row.getInt(4),
                                    row.getInt(5),
                                    row.getInt(6),
                                    row.getInt(7)),
                            new Takings(
                                    row.getLong(8),
                                    Money.ofCents(row.getLong(9)),
                                    Money.ofCents(row.getLong(10)),
                                    Money.ofCents(row.getLong(11)),
                                    Money.ofCents(row.getLong(12)),
                                    Money.ofCents(row.getLong(13)),
                                    row.getLong(14)));
                });
        return takings;
    }

    @Override
    public void close() {
        books.close();
    }
}
