package onecard.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/// The one data source that the rooms know. A transaction that [MoneyTransactions] begins gets its
/// connection from the pool for money, everything else from the pool of the platform; so a table's
/// class need not know in which kind of transaction it is asked.
final class MoneyRoute extends AbstractDataSource {

    private static final ScopedValue<Boolean> MONEY = ScopedValue.newInstance();

    private final Supplier<? extends DataSource> app;
    private final Supplier<? extends DataSource> money;

    MoneyRoute(Supplier<? extends DataSource> app, Supplier<? extends DataSource> money) {
        this.app = app;
        this.money = money;
    }

    /// Runs something whose connections come from the pool for money.
    static void forMoney(Runnable work) {
        ScopedValue.where(MONEY, true).run(work);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return (MONEY.isBound() ? money : app).get().getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLException("The roles of the pools are fixed");
    }
}
