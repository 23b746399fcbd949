package onecard.platform.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import onecard.platform.database.TestDatabase;
import onecard.vocabulary.Money;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/// The room of the books on a test's database, with the words tests need.
public final class LedgerRoom implements AutoCloseable {
    /// A strand of desk operations of the first node.
    public static final int DESK = 0;

    private final AnnotationConfigApplicationContext context;
    private final LocalDate today;
    private final Instant now;

    private LedgerRoom(AnnotationConfigApplicationContext context, LocalDate today, Instant now) {
        this.context = context;
        this.today = today;
        this.now = now;
    }

    /// Opens the room with the rights and the pool of the platform.
    public static LedgerRoom on(TestDatabase database, LocalDate today, Instant now) {
        return on(database.dataSource(), today, now);
    }

    /// Opens the room on another pool.
    public static LedgerRoom on(DataSource pool, LocalDate today, Instant now) {
        var context = new AnnotationConfigApplicationContext();
        // A singleton from outside: the pool outlives this room.
        context.getBeanFactory().registerSingleton("dataSource", pool);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.register(Wiring.class);
        context.refresh();
        return new LedgerRoom(context, today, now);
    }

    /// What Spring needs for one room.
    @EnableTransactionManagement
    @ComponentScan("onecard.platform.ledger")
    static class Wiring {
        @Bean
        JdbcTemplate jdbcTemplate(DataSource source) {
            return new JdbcTemplate(source);
        }

        @Bean
        JdbcClient jdbcClient(JdbcTemplate template) {
            return JdbcClient.create(template);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource source) {
            return new JdbcTransactionManager(source);
        }

        @Bean
        TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
            return new TransactionTemplate(manager);
        }
    }

    /// Returns the ledger.
    public Ledger ledger() {
        return context.getBean(Ledger.class);
    }

    /// Returns what the room was opened with, such as the transaction template.
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /// Runs work in a transaction.
    public <T> T inTransaction(Supplier<T> work) {
        T result = context.getBean(TransactionTemplate.class).execute(_ -> work.get());
        if (result == null) {
            throw new IllegalStateException("The work gave nothing");
        }
        return result;
    }

    /// Opens an account with something in its purses.
    public AccountId account(int number, long cash, long subsidy) {
        var account = new AccountId(number);
        inTransaction(() -> {
            ledger().open(List.of(account));
            return account;
        });
        if (cash > 0) {
            post(EntryKind.TOP_UP, Side.desk(1), account.purse(Purse.CASH), cash);
        }
        if (subsidy > 0) {
            post(EntryKind.SUBSIDY, Side.subsidyFund(), account.purse(Purse.SUBSIDY), subsidy);
        }
        return account;
    }

    /// Books one transfer in a transaction of its own, on the desk's strand.
    public Map<AccountId, Balances> post(EntryKind kind, Side from, Side to, long cents) {
        return post(today, transfer(kind, from, to, cents, Overdraft.NONE));
    }

    /// Books transfers in a transaction of their own, on the desk's strand.
    public Map<AccountId, Balances> post(LocalDate day, Transfer... transfers) {
        return inTransaction(() -> {
            Map<AccountId, Balances> before = ledger().lock(accountsOf(transfers));
            Tray tray = ledger().openTray(DESK, now, day);
            return ledger().post(tray, before, List.of(transfers));
        });
    }

    /// Returns a transfer of this moment.
    public Transfer transfer(EntryKind kind, Side from, Side to, long cents, Overdraft overdraft) {
        return new Transfer(kind, from, to, Money.ofCents(cents), overdraft, now, 0);
    }

    /// Returns what an account holds.
    public Balances holds(AccountId account) {
        return Optional.ofNullable(ledger().balances(List.of(account)).get(account)).orElseThrow();
    }

    private static List<AccountId> accountsOf(Transfer... transfers) {
        return List.of(transfers).stream()
                .flatMap(t -> List.of(t.from(), t.to()).stream())
                .filter(Side.PurseOf.class::isInstance)
                .map(side -> ((Side.PurseOf) side).account())
                .distinct()
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
