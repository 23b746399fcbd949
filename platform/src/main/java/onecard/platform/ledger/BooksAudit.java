package onecard.platform.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onecard.vocabulary.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Adds up the journal from its entries and compares: purses, chains, the sum of all accounts, and
/// what other rooms keep beside it ([BookCheck]). Reads everything; takes as long as the journal is
/// long.
@Component
class BooksAudit {
    private static final String SUM_IS_ZERO = "sum-of-all-accounts-is-zero";

    private static final String PURSES =
            """
            with moved as (
                select account, count(*) as entries,
                       sum(case account::bigint * 8 when credit then cents else 0 end
                           - case account::bigint * 8 when debit then cents else 0 end) as cash,
                       sum(case account::bigint * 8 + 1 when credit then cents else 0 end
                           - case account::bigint * 8 + 1 when debit then cents else 0 end) as subsidy,
                       sum(case account::bigint * 8 + 2 when credit then cents else 0 end
                           - case account::bigint * 8 + 2 when debit then cents else 0 end) as held_cash,
                       sum(case account::bigint * 8 + 3 when credit then cents else 0 end
                           - case account::bigint * 8 + 3 when debit then cents else 0 end)
                           as held_subsidy
                  from ledger.entry
                 where account is not null
                 group by account)
            select format('account %s: purses %s/%s/%s/%s in %s entries, entries say %s/%s/%s/%s in %s',
                          coalesce(a.id, m.account), a.cash, a.subsidy, a.held_cash, a.held_subsidy,
                          a.version, m.cash, m.subsidy, m.held_cash, m.held_subsidy, m.entries)
                       as found,
                   coalesce(a.id, m.account) as account,
                   a.cash + a.subsidy + a.held_cash + a.held_subsidy as "holdsCents",
                   m.cash + m.subsidy + m.held_cash + m.held_subsidy as "entriesCents"
              from ledger.account a
              full join moved m on m.account = a.id
             where a.id is null
                or (a.cash, a.subsidy, a.held_cash, a.held_subsidy, a.version)
                   is distinct from
                   (coalesce(m.cash, 0), coalesce(m.subsidy, 0), coalesce(m.held_cash, 0),
                    coalesce(m.held_subsidy, 0), coalesce(m.entries, 0))
             order by coalesce(a.id, m.account)
             limit 1
            """;

    private static final String CHAINS =
            """
            select format('entry %s of account %s (its no. %s): the chain breaks here',
                          ledger.readable(number), account, version) as found,
                   ledger.readable(number) as entry, account, version
              from (select number, booked_on, booked_at, account, version, prev_number, prev_on,
                           cents, cash_after, subsidy_after,
                           lag(booked_on) over w as day_before,
                           lag(version, 1, 0) over w as version_before,
                           lag(number) over w as number_before,
                           lag(cash_after, 1, 0::bigint) over w as cash_before,
                           lag(subsidy_after, 1, 0::bigint) over w as subsidy_before,
                           case account::bigint * 8 when credit then cents when debit then -cents
                                else 0 end as cash,
                           case account::bigint * 8 + 1 when credit then cents when debit then -cents
                                else 0 end as subsidy
                      from ledger.entry
                     where account is not null
                    window w as (partition by account order by version)) e
             where version <> version_before + 1
                or prev_number is distinct from number_before
                or prev_on is distinct from day_before
                or cash_after <> cash_before + cash
                or subsidy_after <> subsidy_before + subsidy
             order by booked_at, number
             limit 1
            """;

    /// Materialised, because a planner that hopes to stop at the first row would walk the accounts
    /// one by one and search the journal for each.
    private static final String NEWEST =
            """
            with bad as materialized (
                select a.id, e.number, a.last_number
                  from ledger.account a
                  left join ledger.entry e on e.account = a.id and e.version = a.version
                 where (a.last_on, a.last_number) is distinct from (e.booked_on, e.number))
            select format('account %s: its newest entry is %s, and it says %s', id,
                          ledger.readable(number), ledger.readable(last_number)) as found,
                   id as account, ledger.readable(number) as entry
              from bad
             order by id
             limit 1
            """;

    private static final String OVERDRAFTS =
            """
            select format('entry %s of account %s: %s cents in the cash purse and no reason named',
                          ledger.readable(number), account, cash_after) as found,
                   ledger.readable(number) as entry, account, cash_after as "cashCents"
              from ledger.entry
             where cash_after < 0 and debit = account::bigint * 8 and overdraft = 0
             order by booked_at, number
             limit 1
            """;

    private static final String STRANGERS =
            """
            select format('entry %s: no account of the house has the number %s',
                          ledger.readable(number), least(debit, credit)) as found,
                   ledger.readable(number) as entry, least(debit, credit) as side
              from ledger.entry
             where (debit < 0 and (-debit >> 32) not between 1 and 8)
                or (credit < 0 and (-credit >> 32) not between 1 and 8)
             order by booked_at, number
             limit 1
            """;

    private static final String HOUSE_TOTAL =
            """
            select coalesce(sum(case when credit < 0 then cents else 0 end
                                - case when debit < 0 then cents else 0 end), 0), count(*)
              from ledger.entry
            """;

    private final JdbcClient jdbc;
    private final AccountTable accounts;
    private final List<BookCheck> others;
    private final Clock clock;

    BooksAudit(JdbcClient jdbc, AccountTable accounts, List<BookCheck> others, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.others = others;
        this.clock = clock;
    }

    /// Runs all checks. The caller's transaction should read repeatably, or the figures are of
    /// different moments.
    BooksReport run() {
        Instant start = clock.instant();
        var checks = new ArrayList<BooksReport.Check>();
        checks.add(check("purse-equals-entries", PURSES));
        checks.add(check("chain-without-gap", CHAINS));
        checks.add(check("account-knows-its-newest-entry", NEWEST));
        checks.add(check("overdraft-has-a-reason", OVERDRAFTS));
        checks.add(check("house-account-is-known", STRANGERS));
        AccountTable.Totals purses = accounts.totals();
        House house = houseTotal();
        Money difference = purses.purses().plus(house.net());
        checks.add(
                difference.isZero()
                        ? BooksReport.Check.fine(SUM_IS_ZERO)
                        : BooksReport.Check.found(
                                SUM_IS_ZERO,
                                "the sum is " + difference,
                                Map.of("differenceCents", difference.cents())));
        others.forEach(other -> checks.addAll(other.check()));
        return new BooksReport(
                difference,
                house.entries(),
                purses.accounts(),
                checks,
                Duration.between(start, clock.instant()));
    }

    /// What the accounts of the house come to, from all entries.
    private record House(Money net, long entries) {}

    private House houseTotal() {
        return jdbc.sql(HOUSE_TOTAL)
                .query((row, _) -> new House(Money.ofCents(row.getLong(1)), row.getLong(2)))
                .single();
    }

    private BooksReport.Check check(String name, String sql) {
        return BooksReport.Check.of(name, jdbc.sql(sql).query().listOfRows());
    }
}
