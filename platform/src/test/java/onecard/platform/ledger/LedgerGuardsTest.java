package onecard.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import onecard.vocabulary.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the database itself refuses, whatever the Java above it does. Every account here begins
/// with 1,000 cents of cash (its entry no. 1) and 200 of subsidy (no. 2).
@DatabaseTest
class LedgerGuardsTest {
    private static final long MERCHANT = Side.merchant(1).number();

    private static int lastAccount;

    private final TestDatabase database;
    private final LedgerRoom books;
    private final int number = ++lastAccount;
    private final AccountId pupil;
    private final long cash;
    private final long subsidy;

    LedgerGuardsTest(TestDatabase database) {
        this.database = database;
        this.books =
                LedgerRoom.on(
                        database, LocalDate.of(2026, 3, 2), Instant.parse("2026-03-02T04:00:00Z"));
        this.pupil = books.account(number, 1_000, 200);
        this.cash = pupil.purse(Purse.CASH).number();
        this.subsidy = pupil.purse(Purse.SUBSIDY).number();
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void an_honest_posting_passes() {
        assertThatCode(() -> post(new Entry(cash, MERCHANT, 400, 3, 600L, 200L, 0)))
                .doesNotThrowAnyException();
        assertThat(books.holds(pupil).cash()).isEqualTo(Money.ofCents(600));
        // The chain pointer that this raw posting left out is an entry's own matter; mend it.
        database.asOwner()
                .sql(
                        """
                        update ledger.entry e
                           set prev_number = p.number, prev_on = p.booked_on
                          from ledger.entry p
                         where e.account = :account and e.version = 3 and p.account = :account
                           and p.version = 2
                        """)
                .param("account", number)
                .update();
    }

    @ParameterizedTest(name = "cash {0}, subsidy {1}, no. {2}: refused")
    @CsvSource({
        "601, 200, 3",
        "599, 200, 3",
        "600, 201, 3",
        "600,   0, 3",
        "600, 200, 2",
        "600, 200, 4",
    })
    void entries_that_do_not_lead_to_the_named_balances(long after, long subsidyAfter, int no) {
        refused(
                "do not lead to the balances",
                new Entry(cash, MERCHANT, 400, no, after, subsidyAfter, 0));
    }

    @Test
    void held_purses_that_are_named_wrongly() {
        long held = pupil.purse(Purse.HELD_CASH).number();
        var line = new RawPosting.Line(cash, held, 300, number, 3, 700L, 200L, 299L, 0L, 0);
        assertThatThrownBy(() -> new RawPosting(database, 7_000_000L + number).with(line).post())
                .hasMessageContaining("do not lead to the balances");
        untouched();
    }

    @Test
    @DisplayName("D-12 a cash purse below its floor without a reason, though the sums are right")
    void a_cash_purse_below_its_floor() {
        refused(
                "cash_not_below_floor",
                new Entry(cash, MERCHANT, 1_001, 3, -1L, 200L, Overdraft.NONE.code()));
    }

    @ParameterizedTest(name = "D-12 a negative subsidy, reason {0}")
    @CsvSource({"0", "1", "4"})
    void a_negative_subsidy(int reason) {
        refused(
                "subsidy_never_negative",
                new Entry(subsidy, MERCHANT, 201, 3, 1_000L, -1L, reason));
    }

    @Test
    void an_entry_that_moves_nothing_or_less() {
        refused("moves_more_than_nothing", new Entry(cash, MERCHANT, 0, 3, 1_000L, 200L, 0));
        refused("moves_more_than_nothing", new Entry(cash, MERCHANT, -5, 3, 1_005L, 200L, 0));
    }

    @Test
    void an_entry_with_one_side() {
        refused("two_sides", new Entry(cash, cash, 5, 3, 995L, 200L, 0));
    }

    @Test
    void money_that_goes_from_one_person_to_another() {
        AccountId other = books.account(++lastAccount, 100, 0);
        refused(
                "of_one_person",
                new Entry(cash, other.purse(Purse.CASH).number(), 5, 3, 995L, 200L, 0));
    }

    @Test
    void an_entry_on_a_purse_that_names_no_account() {
        var line = new RawPosting.Line(cash, MERCHANT, 5, null, null, null, null, null, null, 0);
        assertThatThrownBy(() -> new RawPosting(database, 8_000_000L + number).with(line).post())
                .hasMessageContaining("of_one_person");
        untouched();
    }

    @Test
    void an_entry_on_an_account_that_is_not_open() {
        int nobody = 900_000 + number;
        var line = new RawPosting.Line(MERCHANT, nobody * 8L, 5, nobody, 1, 5L, 0L, null, null, 0);
        assertThatThrownBy(() -> new RawPosting(database, 9_000_000L + number).with(line).post())
                .hasMessageContaining("0 of 1 accounts");
    }

    @Test
    void several_entries_of_which_one_is_wrong_are_all_refused() {
        refused(
                "do not lead to the balances",
                new Entry(cash, MERCHANT, 100, 3, 900L, 200L, 0),
                new Entry(cash, MERCHANT, 100, 4, 801L, 200L, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.account set cash = cash + 1",
                "update ledger.account set cash_floor = -100000",
                "insert into ledger.account (id) values (999999)",
                "delete from ledger.account",
                "insert into ledger.entry (number, debit, credit, cents, cause, at, booked_at, booked_on, kind) values (1, -1, -2, 1, 0, 'epoch', 'epoch', '2026-03-02', 1)",
                "update ledger.entry set cents = 1",
                "delete from ledger.entry",
                "truncate ledger.entry",
                "update ledger.entry_2026_03 set cents = 1",
                "insert into ledger.strand (strand, tray) values (1, 1)",
                "update ledger.strand set tray = 0",
                "delete from ledger.strand",
                "alter table ledger.account drop constraint subsidy_never_negative",
                "create or replace function ledger.open_account(p_ids int[]) returns void language sql as 'select 1'",
                "select ledger.month_partition('ledger.account', '2026-03-02')",
            })
    @DisplayName("W-01 the platform's role can change the books by their functions only")
    void the_platform_cannot_touch_the_tables(String command) {
        assertThatThrownBy(() -> database.jdbc().sql(command).update())
                .rootCause()
                .hasMessageMatching(
                        "(?s)ERROR: (permission denied|must be owner|no partitions are made).*");
        untouched();
    }

    /// @param no the how-manieth entry of the account it says to be
    private record Entry(
            long debit,
            long credit,
            long cents,
            int no,
            @Nullable Long cash,
            @Nullable Long subsidy,
            int overdraft) {}

    private void post(Entry... entries) {
        var posting = new RawPosting(database, 1_000_000L + number * 100L);
        for (Entry e : entries) {
            posting.with(
                    new RawPosting.Line(
                            e.debit(),
                            e.credit(),
                            e.cents(),
                            number,
                            e.no(),
                            e.cash(),
                            e.subsidy(),
                            null,
                            null,
                            e.overdraft()));
        }
        posting.post();
    }

    private void refused(String by, Entry... entries) {
        assertThatThrownBy(() -> post(entries)).hasMessageContaining(by);
        untouched();
    }

    private void untouched() {
        Balances holds = books.holds(pupil);
        assertThat(holds.cash()).isEqualTo(Money.ofCents(1_000));
        assertThat(holds.subsidy()).isEqualTo(Money.ofCents(200));
        assertThat(holds.version()).isEqualTo(2);
    }
}
