package onecard.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import onecard.vocabulary.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The live figure "the books balance": added up piece by piece, from entries.
@DatabaseTest(booksMustBalance = false)
class RunningTotalTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    private final TestDatabase database;
    private final Ledger ledger;
    private final TransactionTemplate transactions;
    private int nextAccount = 1;

    RunningTotalTest(TestDatabase database) {
        this.database = database;
        this.ledger = ledger(database);
        this.transactions = database.transactions();
        // Whatever an earlier test broke is gone.
        database.asOwner().sql("truncate ledger.entry, ledger.account, ledger.strand").update();
    }

    private static Ledger ledger(TestDatabase database) {
        JdbcClient jdbc = database.jdbc();
        var template = new JdbcTemplate(database.dataSource());
        var accounts = new AccountTable(jdbc, template);
        return new PostgresLedger(
                accounts,
                new EntryTable(jdbc, template),
                new StrandTable(jdbc),
                new BooksAudit(jdbc, accounts, List.of(), Clock.systemUTC()),
                new RunningTotals(jdbc));
    }

    @Test
    void books_without_an_entry_balance() {
        RunningTotal total = ledger.addUp(Optional.empty());
        assertThat(total.balanced()).isTrue();
        assertThat(total.entries()).isZero();
        assertThat(total.newest()).isEmpty();
        assertThat(ledger.addUp(Optional.of(total))).isEqualTo(total);
    }

    @Test
    @DisplayName("W-03 what was booked since is added; the total names its newest entry")
    void what_was_booked_since_is_added() {
        AccountId pupil = anAccount();
        topUp(0, pupil, 10_000, NOON, DAY);
        RunningTotal first = ledger.addUp(Optional.empty());
        assertThat(first.entries()).isEqualTo(1);
        assertThat(first.difference()).isEqualTo(Money.ZERO);
        assertThat(first.house()).isEqualTo(Money.ofCents(-10_000));

        topUp(0, pupil, 500, NOON.plusSeconds(1), DAY);
        topUp(3, anAccount(), 700, NOON.plusSeconds(2), DAY);
        RunningTotal second = ledger.addUp(Optional.of(first));
        assertThat(second.balanced()).isTrue();
        assertThat(second.entries()).isEqualTo(3);
        assertThat(second.purses()).isEqualTo(Money.ofCents(11_200));
        assertThat(second.newest()).contains(JournalNumber.of(3, 1, 0));
        assertThat(second).usingRecursiveComparison().isEqualTo(ledger.addUp(Optional.empty()));
        assertThat(second.ends()).isEqualTo(ledger.heads());
    }

    @Test
    void what_is_not_committed_is_not_in_the_total_and_its_tray_comes_with_the_next() {
        AccountId pupil = anAccount();
        topUp(0, pupil, 10_000, NOON, DAY);
        RunningTotal before = ledger.addUp(Optional.empty());
        RunningTotal meanwhile =
                transactions.execute(status -> {
                    book(2, pupil, 300, NOON.plusSeconds(1), DAY);
                    return elsewhere(() -> ledger.addUp(Optional.of(before)));
                });
        assertThat(meanwhile).isEqualTo(before);
        assertThat(ledger.addUp(Optional.of(before)).entries()).isEqualTo(2);
    }

    @Test
    void a_pause_over_months_and_a_new_strand_after_it_lose_nothing() {
        AccountId pupil = anAccount();
        topUp(0, pupil, 100, NOON, DAY);
        RunningTotal before = ledger.addUp(Optional.empty());
        LocalDate later = DAY.plusDays(70);
        topUp(0, pupil, 100, NOON.plusSeconds(86_400L * 70), later);
        topUp(5, pupil, 100, NOON.plusSeconds(86_400L * 70 + 1), later);
        assertThat(ledger.addUp(Optional.of(before))).isEqualTo(ledger.addUp(Optional.empty()));
    }

    @Test
    void a_purse_that_was_changed_by_hand_shows_as_the_difference_to_the_cent() {
        AccountId pupil = anAccount();
        topUp(0, pupil, 100, NOON, DAY);
        RunningTotal before = ledger.addUp(Optional.empty());
        assertThat(before.balanced()).isTrue();
        database.asOwner().sql("update ledger.account set cash = cash + 1").update();
        RunningTotal after = ledger.addUp(Optional.of(before));
        assertThat(after.balanced()).isFalse();
        assertThat(after.difference()).isEqualTo(Money.ofCents(1));
    }

    @Test
    void the_first_entry_that_does_not_fit_is_named_and_stays_named() {
        AccountId pupil = anAccount();
        topUp(0, pupil, 100, NOON, DAY);
        RunningTotal before = ledger.addUp(Optional.empty());
        topUp(0, pupil, 100, NOON.plusSeconds(1), DAY);
        topUp(0, pupil, 100, NOON.plusSeconds(2), DAY);
        database.asOwner()
                .sql("update ledger.entry set cash_after = cash_after + 5 where version = 2")
                .update();
        RunningTotal after = ledger.addUp(Optional.of(before));
        assertThat(after.balanced()).isFalse();
        assertThat(after.firstBad())
                .hasValueSatisfying(bad -> {
                    assertThat(bad.name()).isEqualTo("chain-without-gap");
                    assertThat(bad.values())
                            .containsEntry("entry", "0-2-0")
                            .containsEntry("account", pupil.value())
                            .containsEntry("version", 2);
                });
        topUp(0, pupil, 100, NOON.plusSeconds(3), DAY);
        assertThat(ledger.addUp(Optional.of(after)).firstBad()).isEqualTo(after.firstBad());
    }

    @Test
    void a_purse_that_does_not_hold_what_its_newest_entry_left_is_named() {
        AccountId pupil = anAccount();
        topUp(0, pupil, 100, NOON, DAY);
        RunningTotal before = ledger.addUp(Optional.empty());
        topUp(0, pupil, 100, NOON.plusSeconds(1), DAY);
        database.asOwner()
                .sql("update ledger.account set cash = cash - 7, subsidy = subsidy + 7")
                .update();
        RunningTotal after = ledger.addUp(Optional.of(before));
        assertThat(after.difference()).isEqualTo(Money.ZERO);
        assertThat(after.firstBad().map(BooksReport.Check::name)).contains("purse-equals-entries");
    }

    @Test
    void a_journal_that_is_shorter_than_before_is_added_up_from_its_first_entry() {
        AccountId pupil = anAccount();
        topUp(0, pupil, 100, NOON, DAY);
        topUp(0, pupil, 100, NOON.plusSeconds(1), DAY);
        RunningTotal before = ledger.addUp(Optional.empty());
        database.asOwner().sql("delete from ledger.entry where version = 2").update();
        database.asOwner().sql("update ledger.strand set tray = 1").update();
        database.asOwner().sql("update ledger.account set cash = 100, version = 1").update();
        RunningTotal after = ledger.addUp(Optional.of(before));
        assertThat(after.entries()).isEqualTo(1);
        assertThat(after.balanced()).isTrue();
    }

    private AccountId anAccount() {
        var account = new AccountId(nextAccount++);
        transactions.executeWithoutResult(_ -> ledger.open(List.of(account)));
        return account;
    }

    private void topUp(int strand, AccountId account, long cents, Instant at, LocalDate day) {
        transactions.executeWithoutResult(_ -> book(strand, account, cents, at, day));
    }

    private void book(int strand, AccountId account, long cents, Instant at, LocalDate day) {
        var before = ledger.lock(List.of(account));
        var transfer =
                new Transfer(
                        EntryKind.TOP_UP,
                        Side.desk(1),
                        account.purse(Purse.CASH),
                        Money.ofCents(cents),
                        Overdraft.NONE,
                        at,
                        0);
        ledger.post(ledger.openTray(strand, at, day), before, List.of(transfer));
    }

    private static <T> T elsewhere(java.util.function.Supplier<T> work) {
        return java.util.concurrent.CompletableFuture.supplyAsync(work).join();
    }
}
