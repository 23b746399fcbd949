package onecard.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Transactions that move money: on connections with limits on waiting, and with a commit that is
/// believed only when it came without a word.
///
/// A commit that fails, or that "succeeds" with warning 01000, is *unknown*: with a replica, the
/// server says so when it gave up waiting for it. The connection is dropped, the exception goes up,
/// and nobody may be told that the money moved or that it did not.
final class MoneyTransactions extends JdbcTransactionManager {

    private static final String GAVE_UP_WAITING = "01000";

    private final transient MoneyRoute route;
    private final transient HikariDataSource money;

    MoneyTransactions(MoneyRoute route, HikariDataSource money) {
        super(route);
        this.route = route;
        this.money = money;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        if (definition.getTimeout() != TransactionDefinition.TIMEOUT_DEFAULT) {
            throw new IllegalArgumentException("A transaction that moves money has no timeout");
        }
        MoneyRoute.forMoney(() -> super.doBegin(transaction, definition));
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        Connection connection = connection();
        boolean known = false;
        try {
            super.doCommit(status);
            requireSilence(connection);
            known = true;
        } finally {
            if (!known) {
                money.evictConnection(connection);
            }
        }
    }

    private Connection connection() {
        @Nullable Object holder = TransactionSynchronizationManager.getResource(route);
        if (holder instanceof ConnectionHolder held) {
            return held.getConnection();
        }
        throw new IllegalStateException("A commit without a connection");
    }

    private static void requireSilence(Connection connection) {
        try {
            for (@Nullable SQLWarning warning = connection.getWarnings();
                    warning != null;
                    warning = warning.getNextWarning()) {
                if (GAVE_UP_WAITING.equals(warning.getSQLState())) {
                    throw new TransactionSystemException(
                            "The outcome of the commit is unknown", warning);
                }
            }
        } catch (SQLException e) {
            throw new TransactionSystemException("The outcome of the commit is unknown", e);
        }
    }
}
