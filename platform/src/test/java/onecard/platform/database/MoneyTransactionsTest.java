package onecard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/// What a session that moves money may wait for, and what it may believe.
@DatabaseTest
class MoneyTransactionsTest {

    private static final String PID = "select pg_backend_pid()";

    private final TestDatabase database;

    MoneyTransactionsTest(TestDatabase database) {
        this.database = database;
    }

    @ParameterizedTest(name = "{0}: {1}, elsewhere {2}", quoteTextArguments = false)
    @CsvSource(
            textBlock =
                    """
                    idle_in_transaction_session_timeout, 3s,             0
                    lock_timeout,                        2s,             0
                    tcp_user_timeout,                    10000,          0
                    statement_timeout,                   0,              0
                    transaction_isolation,               read committed, read committed
                    """)
    void a_transaction_that_moves_money_has_limits_of_its_own(
            String limit, String inMoney, String elsewhere) {
        assertThat(inTransaction(database.moneyTransactions(), "show " + limit)).isEqualTo(inMoney);
        assertThat(inTransaction(database.transactions(), "show " + limit)).isEqualTo(elsewhere);
    }

    private String inTransaction(TransactionTemplate transaction, String question) {
        return String.valueOf(
                transaction.<Object>execute(
                        _ -> database.jdbc().sql(question).query(String.class).single()));
    }

    @Test
    void whoever_waits_for_a_lock_gives_up_after_two_seconds() throws Exception {
        database.asOwner().sql("create table public.purse as select 1 as n").update();
        database.asOwner().sql("grant usage on schema public to public").update();
        database.asOwner().sql("grant select, update on public.purse to public").update();
        String lock = "select n from public.purse for update";
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        CompletableFuture<Void> holder =
                CompletableFuture.runAsync(() ->
                        database.transactions()
                                .executeWithoutResult(_ -> {
                                    inThisTransaction(lock);
                                    locked.countDown();
                                    awaitQuietly(done);
                                }));
        assertThat(locked.await(60, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> inTransaction(database.moneyTransactions(), lock))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("canceling statement due to lock timeout");
        done.countDown();
        holder.get(60, TimeUnit.SECONDS);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(120, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void inThisTransaction(String command) {
        database.jdbc().sql(command).query(Object.class).list();
    }

    @Test
    void a_session_that_hangs_in_a_transaction_is_ended_after_three_seconds_and_frees_its_locks() {
        assertThatThrownBy(() ->
                        database.moneyTransactions()
                                .executeWithoutResult(_ -> {
                                    int pid = database.jdbc().sql(PID).query(int.class).single();
                                    await().atMost(Duration.ofSeconds(60))
                                            .until(() -> sessionIsGone(pid));
                                }))
                .isInstanceOf(Exception.class);
        assertThat(inTransaction(database.moneyTransactions(), "select 'and on'"))
                .isEqualTo("and on");
    }

    private boolean sessionIsGone(int pid) {
        return database.asOwner()
                .sql("select count(*) from pg_stat_activity where pid = " + pid)
                .query(int.class)
                .single()
                .equals(0);
    }

    @Test
    @DisplayName(
            "no timer of ours may cancel what moves money: a transaction with a timeout is refused")
    void no_transaction_timeout() {
        TransactionTemplate withTimeout = database.moneyTransactions();
        withTimeout.setTimeout(1);
        assertThatThrownBy(() -> withTimeout.executeWithoutResult(_ -> {}))
                .hasMessage("A transaction that moves money has no timeout");
    }

    @Test
    void an_ordinary_transaction_around_takes_its_connection_along() {
        List<Integer> pids =
                database.moneyTransactions()
                        .execute(_ -> {
                            int outer = pid();
                            int inner =
                                    Integer.parseInt(inTransaction(database.transactions(), PID));
                            return List.of(outer, inner);
                        });
        assertThat(pids).isNotNull();
        assertThat(pids.getFirst()).isEqualTo(pids.getLast());
    }

    private int pid() {
        return database.jdbc().sql(PID).query(int.class).single();
    }
}
