package onecard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import onecard.platform.database.embedded.EmbeddedPostgres;
import onecard.platform.database.embedded.RunningPostgres;
import onecard.platform.database.embedded.Scratch;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/// A server that waits for a replica which never answers, and is told to stop waiting: it then says
/// "committed" with a warning, though the replica does not have it.
class UnknownCommitTest {

    private static final String WAITING =
            "select pid from pg_stat_activity where wait_event = 'SyncRep'";

    @Test
    void a_commit_with_warning_01000_is_unknown_and_its_connection_is_dropped() throws Exception {
        try (Scratch scratch = Scratch.folder();
                RunningPostgres postgres =
                        EmbeddedPostgres.start(
                                scratch.postgres()
                                        .withTuning(
                                                Map.of("synchronous_standby_names", "ghost")))) {
            var login = postgres.administrator();
            var administrator = new DatabaseLogin(login.url(), login.user(), login.password());
            try (Connection setUp = DatabaseCheck.connect(administrator);
                    Statement statement = setUp.createStatement()) {
                statement.execute("set synchronous_commit = local");
                statement.execute("create table purse (n int)");
            }
            try (HikariDataSource app = Pools.app(administrator);
                    HikariDataSource money = Pools.money(administrator)) {
                JdbcClient watcher = JdbcClient.create(app);
                MoneyRoute route = new MoneyRoute(() -> app, () -> money);

                assertThatThrownBy(
                                () -> insert(new MoneyTransactions(route, money), route, watcher))
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(TransactionSystemException.class)
                        .hasMessageContaining("The outcome of the commit is unknown");
                await().until(() -> money.getHikariPoolMXBean().getActiveConnections() == 0);

                // The wrong case: the ordinary manager takes the same ending for a success.
                insert(new JdbcTransactionManager(route), route, watcher);
                assertThat(watcher.sql("select count(*) from purse").query(int.class).single())
                        .isEqualTo(2);
            }
        }
    }

    private static void insert(
            PlatformTransactionManager manager, MoneyRoute route, JdbcClient watcher)
            throws Exception {
        TransactionTemplate transaction = new TransactionTemplate(manager);
        CompletableFuture<Void> done =
                CompletableFuture.runAsync(() ->
                        transaction.executeWithoutResult(_ ->
                                JdbcClient.create(route)
                                        .sql("insert into purse values (1)")
                                        .update()));
        await().failFast(done::isDone)
                .until(() -> !watcher.sql(WAITING).query(Integer.class).list().isEmpty());
        watcher.sql("select pg_cancel_backend(pid) from (" + WAITING + ") waiting")
                .query(Boolean.class)
                .list();
        done.get(60, TimeUnit.SECONDS);
    }
}
