package onecard.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The database as beans. Everything that uses a pool depends on it, and the pools depend on the
/// database, so the database is the last thing to stop.
///
/// | Property | |
/// | --- | --- |
/// | `onecard.data` | the data folder |
/// | `onecard.database-url` | a server that somebody else runs; without it our own is started |
/// | `onecard.database-user`, `onecard.database-password` | where the address leaves them out |
/// | `onecard.database-roles` | the first part of our roles' names, if not the database's name |
/// | `onecard.database-secrets` | where their passwords lie, if not in `secrets` of the data folder |
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    Database database(Environment environment) {
        Path data = Path.of(environment.getRequiredProperty("onecard.data")).toAbsolutePath();
        Path secrets =
                property(environment, "secrets").map(Path::of).orElse(data.resolve("secrets"));
        return Database.open(address(environment, data), secrets);
    }

    private static DatabaseAddress address(Environment environment, Path data) {
        Optional<String> url = property(environment, "url");
        if (url.isEmpty()) {
            return DatabaseAddress.embeddedIn(data);
        }
        DatabaseAddress.External external =
                DatabaseAddress.external(
                        url.get(),
                        property(environment, "user"),
                        property(environment, "password"));
        return new DatabaseAddress.External(external.owner(), property(environment, "roles"));
    }

    private static Optional<String> property(Environment environment, String name) {
        return Optional.ofNullable(environment.getProperty("onecard.database-" + name))
                .filter(value -> !value.isBlank());
    }

    @Bean(defaultCandidate = false)
    HikariDataSource appPool(Database database) {
        return Pools.app(database.app());
    }

    @Bean(defaultCandidate = false)
    HikariDataSource moneyPool(Database database) {
        return Pools.money(database.app());
    }

    /// For reports: sees schema `reporting` and only reads.
    @Bean(defaultCandidate = false)
    HikariDataSource reportDataSource(Database database) {
        return Pools.report(database.report());
    }

    /// For all rooms.
    @Bean
    @Primary
    MoneyRoute dataSource(
            @Qualifier("appPool") DataSource appPool,
            @Qualifier("moneyPool") DataSource moneyPool) {
        return new MoneyRoute(() -> appPool, () -> moneyPool);
    }

    @Bean
    @Primary
    PlatformTransactionManager transactionManager(MoneyRoute dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    /// For whatever moves money: `@Transactional("moneyTransactionManager")`.
    @Bean(defaultCandidate = false)
    PlatformTransactionManager moneyTransactionManager(
            MoneyRoute dataSource, @Qualifier("moneyPool") HikariDataSource moneyPool) {
        return new MoneyTransactions(dataSource, moneyPool);
    }

    @Bean
    @Primary
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactionManager) {
        return new TransactionTemplate(transactionManager);
    }

    /// The same as a template.
    @Bean(defaultCandidate = false)
    TransactionTemplate moneyTransactions(
            @Qualifier("moneyTransactionManager") PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    /// It looks at the clock of this machine, whatever the bean says by which the rooms work.
    @Bean
    ClockGuard clockGuard(DataSource dataSource) {
        return new ClockGuard(dataSource, Clock.systemUTC());
    }
}
