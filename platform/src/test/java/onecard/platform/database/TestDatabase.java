package onecard.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A database of one test class: all rooms migrated, no rows but those of the migrations.
///
/// Each role has its pool, made when it is first asked for.
public final class TestDatabase implements AutoCloseable {

    private final DatabaseLogin ownerLogin;
    private final DatabaseLogin appLogin;
    private final DatabaseLogin reportLogin;
    private final String rolePrefix;
    private final Path dataFolder;
    private final Runnable drop;
    private final List<HikariDataSource> pools = new ArrayList<>();
    private final List<Runnable> endings = new ArrayList<>();
    private final Lazy app = new Lazy(() -> Pools.app(appLogin()));
    private final Lazy money = new Lazy(() -> Pools.money(appLogin()));
    private final Lazy report = new Lazy(() -> Pools.report(reportLogin()));
    private final Lazy owner = new Lazy(() -> Pools.app(ownerLogin()));
    private final MoneyRoute route = new MoneyRoute(app::pool, money::pool);

    TestDatabase(
            DatabaseLogin ownerLogin,
            DatabaseLogin appLogin,
            DatabaseLogin reportLogin,
            String rolePrefix,
            Path dataFolder,
            Runnable drop) {
        this.ownerLogin = ownerLogin;
        this.appLogin = appLogin;
        this.reportLogin = reportLogin;
        this.rolePrefix = rolePrefix;
        this.dataFolder = dataFolder;
        this.drop = drop;
    }

    /// The owner of the tables: for looking behind the scenes and for breaking things on purpose.
    public DatabaseLogin ownerLogin() {
        return ownerLogin;
    }

    /// The role of the platform.
    public DatabaseLogin appLogin() {
        return appLogin;
    }

    /// The role of reports.
    public DatabaseLogin reportLogin() {
        return reportLogin;
    }

    /// The data source of the platform, with its rights and no more.
    public DataSource dataSource() {
        return route;
    }

    /// The pool for money, with its limits on waiting.
    public DataSource moneyDataSource() {
        return money.pool();
    }

    /// The pool of reports.
    public DataSource reportDataSource() {
        return report.pool();
    }

    /// The pool of the owner.
    public DataSource ownerDataSource() {
        return owner.pool();
    }

    /// SQL with the rights of the platform.
    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource());
    }

    /// SQL with all rights.
    public JdbcClient asOwner() {
        return JdbcClient.create(ownerDataSource());
    }

    /// SQL with the rights of reports.
    public JdbcClient asReport() {
        return JdbcClient.create(reportDataSource());
    }

    /// Transactions on the pool of the platform.
    public TransactionTemplate transactions() {
        return new TransactionTemplate(transactionManager());
    }

    /// The same for beans that ask for a manager.
    public PlatformTransactionManager transactionManager() {
        return new JdbcTransactionManager(dataSource());
    }

    /// Transactions that move money; SQL inside them by [#jdbc()] as everywhere.
    public TransactionTemplate moneyTransactions() {
        return new TransactionTemplate(new MoneyTransactions(route, money.pool()));
    }

    /// What a Spring application must be told to work on this database.
    public Map<String, String> properties() {
        return Map.of(
                "onecard.data", dataFolder.toString(),
                "onecard.database-url", ownerLogin.url(),
                "onecard.database-user", ownerLogin.user(),
                "onecard.database-password", ownerLogin.password(),
                "onecard.database-roles", rolePrefix,
                "onecard.database-secrets", dataFolder.resolve("secrets").toString());
    }

    /// Ends what works on this database before the database goes, though its test forgot: a timer
    /// left running would look for its tables, and complain, throughout the tests that follow.
    public void beforeEnd(Runnable ending) {
        endings.add(ending);
    }

    @Override
    public void close() {
        endings.reversed().forEach(Runnable::run);
        pools.forEach(HikariDataSource::close);
        drop.run();
    }

    private final class Lazy {
        private final Supplier<HikariDataSource> maker;
        private @Nullable HikariDataSource pool;

        Lazy(Supplier<HikariDataSource> maker) {
            this.maker = maker;
        }

        synchronized HikariDataSource pool() {
            if (pool == null) {
                pool = maker.get();
                pools.add(pool);
            }
            return pool;
        }
    }
}
