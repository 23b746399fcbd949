package onecard.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import onecard.vocabulary.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every way in which somebody with all rights can spoil the books is found, and the first bad
/// entry is named. Two accounts, 1 and 2, with 1,000 cents of cash and 300 of subsidy each; three
/// purchases of each at merchant 7.
@DatabaseTest(booksMustBalance = false)
class BooksAuditTest {
    private final TestDatabase database;
    private final LedgerRoom books;

    BooksAuditTest(TestDatabase database) {
        this.database = database;
        this.books =
                LedgerRoom.on(
                        database, LocalDate.of(2026, 3, 2), Instant.parse("2026-03-02T04:00:00Z"));
    }

    @BeforeEach
    void six_purchases() {
        database.asOwner().sql("truncate ledger.entry, ledger.account, ledger.strand").update();
        AccountId one = books.account(1, 1_000, 300);
        AccountId two = books.account(2, 1_000, 300);
        for (int i = 0; i < 3; i++) {
            for (AccountId account : List.of(one, two)) {
                books.post(
                        LocalDate.of(2026, 3, 30).plusDays(i),
                        books.transfer(
                                EntryKind.CHARGE,
                                account.purse(Purse.CASH),
                                Side.merchant(7),
                                100,
                                Overdraft.NONE));
            }
        }
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    @DisplayName("W-01 books that nobody touched balance")
    void books_that_nobody_touched_balance() {
        BooksReport report = books.ledger().verify();
        assertThat(report.balanced()).as(report.toString()).isTrue();
        assertThat(report.difference()).isEqualTo(Money.ZERO);
        assertThat(report.entries()).isEqualTo(10);
        assertThat(report.accounts()).isEqualTo(2);
    }

    @ParameterizedTest(name = "W-01 {0}: {1} finds it and says {2}")
    @CsvSource(
            quoteCharacter = '"',
            textBlock =
                    """
                    "update ledger.account set cash = cash + 1 where id = 2", purse-equals-entries, account 2
                    "update ledger.account set subsidy = subsidy - 1 where id = 1", purse-equals-entries, account 1
                    "update ledger.account set held_subsidy = 5 where id = 1", purse-equals-entries, account 1
                    "update ledger.account set version = version + 1 where id = 2", purse-equals-entries, account 2
                    "update ledger.account set cash = cash + 1 where id = 2", sum-of-all-accounts-is-zero, 0.01
                    "delete from ledger.account where id = 2", purse-equals-entries, account 2
                    "update ledger.entry set cents = 101 where account = 1 and version = 4", purse-equals-entries, account 1
                    "update ledger.entry set cents = 101 where account = 1 and version = 4", chain-without-gap, of account 1 (its no. 4)
                    "update ledger.entry set cash_after = cash_after + 1 where account = 2 and version = 3", chain-without-gap, of account 2 (its no. 3)
                    "update ledger.entry set subsidy_after = 0 where account = 2 and version = 3", chain-without-gap, of account 2 (its no. 3)
                    "delete from ledger.entry where account = 2 and version = 4", chain-without-gap, of account 2 (its no. 5)
                    "delete from ledger.entry where account = 2 and version = 4", purse-equals-entries, account 2
                    "delete from ledger.entry where account = 2 and version = 5", purse-equals-entries, account 2
                    "delete from ledger.entry where account = 2 and version = 5", account-knows-its-newest-entry, account 2
                    "update ledger.entry set prev_number = prev_number + 1 where account = 1 and version = 5", chain-without-gap, of account 1 (its no. 5)
                    "update ledger.entry set prev_on = prev_on - 1 where account = 1 and version = 5", chain-without-gap, of account 1 (its no. 5)
                    "update ledger.account set last_on = last_on - 1 where id = 1", account-knows-its-newest-entry, account 1
                    "update ledger.entry set credit = 8, debit = 9 where account = 1 and version = 5", purse-equals-entries, account 1
                    "update ledger.entry set cash_after = -1 where account = 1 and version = 4", overdraft-has-a-reason, of account 1
                    "update ledger.entry set credit = -(99::bigint << 32) where account = 1 and version = 4", house-account-is-known, no account of the house
                    "insert into ledger.entry (number, debit, credit, cents, cause, at, booked_at, booked_on, kind) values (1, -(98::bigint << 32), -(1::bigint << 32), 5, 0, now(), now(), '2026-03-02', 3)", house-account-is-known, no account of the house
                    """)
    void what_was_tampered_with_is_found(String tampering, String by, String saying) {
        database.asOwner().sql(tampering).update();
        BooksReport report = books.ledger().verify();
        assertThat(report.balanced()).isFalse();
        assertThat(report.checks())
                .filteredOn(check -> check.name().equals(by))
                .singleElement()
                .satisfies(check -> assertThat(check.found()).get().asString().contains(saying));
    }
}
