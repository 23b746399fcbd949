package onecard.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import onecard.vocabulary.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.IllegalTransactionStateException;

/// What the books promise to the rooms above.
@DatabaseTest
class LedgerTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    private static int lastAccount;

    private final TestDatabase database;
    private final LedgerRoom books;
    private final Ledger ledger;
    private final int number = ++lastAccount;

    LedgerTest(TestDatabase database) {
        this.database = database;
        this.books = LedgerRoom.on(database, TODAY, NOON);
        this.ledger = books.ledger();
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    @DisplayName(
            "W-01 every entry on a purse carries the balances after it, and they follow on each other")
    void every_entry_carries_the_balances_after_it() {
        AccountId pupil = books.account(number, 10_000, 2_000);
        books.post(
                TODAY,
                charge(pupil, Purse.SUBSIDY, 2_000, Overdraft.NONE),
                charge(pupil, Purse.CASH, 350, Overdraft.NONE));
        assertThat(ledger.statement(pupil, Optional.empty(), 10))
                .extracting(StatementLine::purse, line -> line.change().cents(), this::after)
                .containsExactly(
                        tuple(Purse.CASH, -350L, "9650/0"),
                        tuple(Purse.SUBSIDY, -2_000L, "10000/0"),
                        tuple(Purse.SUBSIDY, 2_000L, "10000/2000"),
                        tuple(Purse.CASH, 10_000L, "10000/0"));
        assertThat(books.holds(pupil).version()).isEqualTo(4);
    }

    private String after(StatementLine line) {
        return line.cash().cents() + "/" + line.subsidy().cents();
    }

    @Test
    void a_statement_is_read_page_by_page_along_the_chain() {
        AccountId pupil = books.account(number, 10_000, 0);
        for (int i = 1; i <= 24; i++) {
            books.post(TODAY, charge(pupil, Purse.CASH, i, Overdraft.NONE));
        }
        var read = new ArrayList<Long>();
        Optional<EntryPlace> from = Optional.empty();
        int pages = 0;
        do {
            List<StatementLine> page = ledger.statement(pupil, from, 7);
            page.forEach(line -> read.add(line.change().cents()));
            from = page.getLast().previous();
            pages++;
        } while (from.isPresent());
        assertThat(pages).isEqualTo(4);
        assertThat(read).hasSize(25).startsWith(-24L, -23L).endsWith(-1L, 10_000L);
    }

    @Test
    void a_statement_cannot_be_entered_at_the_entry_of_another_account() {
        AccountId mine = books.account(number, 10_000, 0);
        AccountId other = books.account(++lastAccount, 5_000, 0);
        EntryPlace theirs = books.holds(other).newest().orElseThrow();
        assertThat(ledger.statement(mine, Optional.of(theirs), 10)).isEmpty();
        assertThat(ledger.statement(other, Optional.of(theirs), 10)).hasSize(1);
    }

    @Test
    void a_page_of_a_statement_has_1_to_500_lines() {
        var pupil = new AccountId(number);
        assertThatThrownBy(() -> ledger.statement(pupil, Optional.empty(), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ledger.statement(pupil, Optional.empty(), 501))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ledger.statement(pupil, Optional.empty(), 500)).isEmpty();
    }

    @Test
    void a_chain_runs_over_the_change_of_the_month_into_the_next_partition() {
        AccountId pupil = books.account(number, 10_000, 0);
        LocalDate lastOfMonth = LocalDate.of(2027, 12, 31);
        for (LocalDate day :
                List.of(lastOfMonth, lastOfMonth.plusDays(1), lastOfMonth.plusDays(40))) {
            books.post(day, charge(pupil, Purse.CASH, day.getDayOfMonth(), Overdraft.NONE));
        }
        assertThat(ledger.statement(pupil, Optional.empty(), 10))
                .extracting(line -> line.place().bookedOn())
                .containsExactly(
                        lastOfMonth.plusDays(40), lastOfMonth.plusDays(1), lastOfMonth, TODAY);
        assertThat(partitions())
                .contains("entry_2027_12", "entry_2028_01", "entry_2028_02", "entry_2028_03");
    }

    @Test
    void the_partition_of_the_next_month_is_there_a_month_ahead() {
        AccountId pupil = books.account(number, 100, 0);
        books.post(LocalDate.of(2029, 6, 1), charge(pupil, Purse.CASH, 1, Overdraft.NONE));
        assertThat(partitions()).contains("entry_2029_06", "entry_2029_07");
    }

    @Test
    void nobody_waits_for_a_transaction_that_makes_a_partition() throws Exception {
        AccountId pupil = books.account(number, 1_000, 0);
        AccountId other = books.account(++lastAccount, 1_000, 0);
        try (var elsewhere = Executors.newSingleThreadExecutor()) {
            books.inTransaction(() -> {
                ledger.lock(List.of(pupil));
                ledger.openTray(3, NOON, LocalDate.of(2031, 1, 1));
                Future<Money> paid =
                        elsewhere.submit(() -> {
                            books.post(TODAY, charge(other, Purse.CASH, 10, Overdraft.NONE));
                            return Money.ofCents(
                                    ledger.statement(other, Optional.empty(), 5).size());
                        });
                return soon(paid);
            });
        }
        assertThat(books.holds(other).cash()).isEqualTo(Money.ofCents(990));
    }

    @Test
    void two_nodes_can_make_the_same_partition_at_once() throws Exception {
        AccountId one = books.account(number, 1_000, 0);
        AccountId two = books.account(++lastAccount, 1_000, 0);
        LocalDate day = LocalDate.of(2033, 5, 1);
        List<Callable<Boolean>> nodes = new ArrayList<>();
        for (AccountId account : List.of(one, two)) {
            nodes.add(() -> {
                books.inTransaction(() -> {
                    var before = ledger.lock(List.of(account));
                    Tray tray = ledger.openTray(16 + account.value() % 100, NOON, day);
                    return ledger.post(
                            tray, before, List.of(charge(account, Purse.CASH, 10, Overdraft.NONE)));
                });
                return true;
            });
        }
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (Future<Boolean> node : threads.invokeAll(nodes)) {
                assertThat(soon(node)).isTrue();
            }
        }
        assertThat(partitions()).contains("entry_2033_05", "entry_2033_06");
    }

    @ParameterizedTest(name = "D-12 {0} with {1} cents, {2} asked, reason {3}: {4}")
    @CsvSource({
        "CASH,      500, 500, NONE,            0",
        "CASH,      500, 501, NONE,            refused",
        "CASH,      500, 501, GROUP_ALLOWANCE, -1",
        "CASH,      500, 900, OPERATOR,        -400",
        "SUBSIDY,   500, 500, NONE,            0",
        "SUBSIDY,   500, 501, NONE,            refused",
        "SUBSIDY,   500, 501, GROUP_ALLOWANCE, refused",
        "SUBSIDY,   500, 501, OPERATOR,        refused",
    })
    void only_the_cash_purse_goes_below_zero_and_only_with_a_reason(
            Purse purse, long holds, long asked, Overdraft reason, String end) {
        AccountId pupil =
                purse == Purse.CASH
                        ? books.account(number, holds, 0)
                        : books.account(number, 0, holds);
        Transfer charge = charge(pupil, purse, asked, reason);
        if (end.equals("refused")) {
            assertThatThrownBy(() -> books.post(TODAY, charge))
                    .isInstanceOf(InsufficientPurse.class);
            assertThat(books.holds(pupil).version()).isEqualTo(1);
        } else {
            books.post(TODAY, charge);
            Balances now = books.holds(pupil);
            assertThat((purse == Purse.CASH ? now.cash() : now.subsidy()).cents())
                    .isEqualTo(Long.parseLong(end));
        }
    }

    @Test
    @DisplayName(
            "D-12 a cash purse below zero does not sink further without a reason, and comes up again")
    void a_cash_purse_below_zero() {
        AccountId pupil = books.account(number, 100, 900);
        books.post(TODAY, charge(pupil, Purse.CASH, 300, Overdraft.GROUP_ALLOWANCE));
        assertThatThrownBy(() -> books.post(TODAY, charge(pupil, Purse.CASH, 1, Overdraft.NONE)))
                .isInstanceOf(InsufficientPurse.class);
        books.post(TODAY, charge(pupil, Purse.SUBSIDY, 400, Overdraft.NONE));
        books.post(EntryKind.TOP_UP, Side.desk(1), pupil.purse(Purse.CASH), 150);
        assertThat(books.holds(pupil).cash()).isEqualTo(Money.ofCents(-50));
        books.post(EntryKind.TOP_UP, Side.desk(1), pupil.purse(Purse.CASH), 150);
        assertThatThrownBy(() -> books.post(TODAY, charge(pupil, Purse.CASH, 101, Overdraft.NONE)))
                .isInstanceOf(InsufficientPurse.class);
        assertThat(books.holds(pupil).subsidy()).isEqualTo(Money.ofCents(500));
    }

    @Test
    @DisplayName("D-07 subsidy is spent on its last day and not from the day after")
    void subsidy_ends_with_its_last_day() {
        AccountId pupil = books.account(number, 0, 700);
        books.inTransaction(() -> {
            ledger.lock(List.of(pupil));
            ledger.subsidyUntil(pupil, Optional.of(TODAY));
            return true;
        });
        Balances holds = books.holds(pupil);
        assertThat(holds.spendableSubsidy(TODAY)).isEqualTo(Money.ofCents(700));
        assertThat(holds.spendableSubsidy(TODAY.plusDays(1))).isEqualTo(Money.ZERO);
        assertThat(ledger.expiredSubsidies(TODAY, 100)).doesNotContain(pupil);
        assertThat(ledger.expiredSubsidies(TODAY.plusDays(1), 100)).contains(pupil);
        books.post(EntryKind.EXPIRY, pupil.purse(Purse.SUBSIDY), Side.subsidyFund(), 700);
        assertThat(ledger.expiredSubsidies(TODAY.plusDays(1), 100)).doesNotContain(pupil);
    }

    @Test
    void what_was_not_locked_is_not_booked() {
        AccountId pupil = books.account(number, 100, 0);
        assertThatThrownBy(() ->
                        books.inTransaction(() ->
                                ledger.post(
                                        ledger.openTray(LedgerRoom.DESK, NOON, TODAY),
                                        Map.of(),
                                        List.of(charge(pupil, Purse.CASH, 1, Overdraft.NONE)))))
                .hasMessageContaining("not locked");
    }

    @Test
    void balances_of_another_moment_are_not_believed() {
        AccountId pupil = books.account(number, 100, 0);
        assertThatThrownBy(() ->
                        books.inTransaction(() -> {
                            var stale = ledger.lock(List.of(pupil));
                            Tray tray = ledger.openTray(LedgerRoom.DESK, NOON, TODAY);
                            var once = List.of(charge(pupil, Purse.CASH, 1, Overdraft.NONE));
                            ledger.post(tray, stale, once);
                            return ledger.post(tray, stale, once);
                        }))
                .hasMessageContaining("do not lead to the balances they name");
        assertThat(books.holds(pupil).cash()).isEqualTo(Money.ofCents(100));
    }

    @Test
    void what_changes_the_books_demands_the_transaction_of_a_use_case() {
        assertThatThrownBy(() -> ledger.lock(List.of(new AccountId(1))))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> ledger.openTray(0, NOON, TODAY))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> ledger.open(List.of(new AccountId(1))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void accounts_are_locked_in_the_order_of_their_numbers_whoever_asks_in_which()
            throws Exception {
        List<AccountId> upwards = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            upwards.add(books.account(++lastAccount, 10_000, 0));
        }
        long deadlocks = deadlocks();
        List<Callable<Integer>> nodes = new ArrayList<>();
        for (int node = 0; node < 2; node++) {
            int strand = 100 + node;
            List<AccountId> asked = node == 0 ? upwards : upwards.reversed();
            nodes.add(() -> {
                for (int i = 0; i < 60; i++) {
                    books.inTransaction(() -> {
                        var before = ledger.lock(asked);
                        Tray tray = ledger.openTray(strand, NOON, TODAY);
                        return ledger.post(
                                tray,
                                before,
                                asked.stream()
                                        .map(a -> charge(a, Purse.CASH, 1, Overdraft.NONE))
                                        .toList());
                    });
                }
                return strand;
            });
        }
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> node : threads.invokeAll(nodes)) {
                soon(node);
            }
        }
        assertThat(upwards)
                .allSatisfy(a -> assertThat(books.holds(a).cash()).isEqualTo(Money.ofCents(9_880)));
        assertThat(deadlocks()).isEqualTo(deadlocks);
    }

    private long deadlocks() {
        return database.jdbc()
                .sql("select deadlocks from pg_stat_database where datname = current_database()")
                .query(Long.class)
                .single();
    }

    private List<@Nullable String> partitions() {
        return database.asOwner()
                .sql(
                        """
                        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
                         where i.inhparent = 'ledger.entry'::regclass
                        """)
                .query(String.class)
                .list();
    }

    private Transfer charge(AccountId account, Purse purse, long cents, Overdraft overdraft) {
        return books.transfer(
                EntryKind.CHARGE, account.purse(purse), Side.merchant(1), cents, overdraft);
    }

    private static <T> T soon(Future<T> future) {
        try {
            return future.get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
