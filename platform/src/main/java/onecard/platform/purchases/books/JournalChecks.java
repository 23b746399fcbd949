package onecard.platform.purchases.books;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onecard.platform.ledger.BookCheck;
import onecard.platform.ledger.BooksReport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Compares what this room keeps with itself and with the entries of the ledger. It reads all of
/// it, and names the first bad row of each check.
@Component
class JournalChecks implements BookCheck {
    /// A refusal counts as declined; a void takes one away, unless it voids nothing.
    private static final String TAKINGS =
            """
            with journal as (
                select business_day, booked_on, merchant, terminal, coalesce(meal, 0) as meal, kind,
                       (number >> 52)::smallint as strand,
                       sum(case when result <> 0 or kind = 4 then 0 when kind <> 3 then 1
                                when undoes is null then 0 else -1 end) as count,
                       sum(gross) as gross, sum(discount) as discount, sum(net) as net,
                       sum(cash) as cash, sum(subsidy) as subsidy,
                       count(*) filter (where result <> 0) as declined
                  from purchases.purchase
                 group by 1, 2, 3, 4, 5, 6, 7),
            takings as (
                select business_day, booked_on, merchant, terminal, meal, kind, strand,
                       sum(count) as count, sum(gross) as gross, sum(discount) as discount,
                       sum(net) as net, sum(cash) as cash, sum(subsidy) as subsidy,
                       sum(declined)::bigint as declined
                  from purchases.takings
                 group by 1, 2, 3, 4, 5, 6, 7)
            select format('takings of %s booked %s, terminal %s, merchant %s, meal %s, kind %s, strand %s: '
                              'roll-up %s/%s/%s, journal %s/%s/%s (count, net cents, declined)',
                          business_day, booked_on, terminal, merchant, meal, kind, strand,
                          t.count, t.net, t.declined, j.count, j.net, j.declined) as found,
                   business_day::text as "businessDay", booked_on::text as "bookedOn", terminal,
                   merchant, coalesce(t.count, 0)::bigint as "rollUpCount",
                   coalesce(t.net, 0)::bigint as "rollUpCents", coalesce(j.count, 0)::bigint as count,
                   coalesce(j.net, 0)::bigint as cents
              from takings t
              full join journal j
                   using (business_day, booked_on, merchant, terminal, meal, kind, strand)
             where (coalesce(t.count, 0), coalesce(t.gross, 0), coalesce(t.discount, 0),
                    coalesce(t.net, 0), coalesce(t.cash, 0), coalesce(t.subsidy, 0),
                    coalesce(t.declined, 0))
                   is distinct from
                   (coalesce(j.count, 0), coalesce(j.gross, 0), coalesce(j.discount, 0),
                    coalesce(j.net, 0), coalesce(j.cash, 0), coalesce(j.subsidy, 0),
                    coalesce(j.declined, 0))
             order by booked_on, business_day, merchant, terminal, meal, kind, strand
             limit 1
            """;

    /// What a row of the journal charged must have gone from the purses to its merchant, and the
    /// surcharge from there to the account of its rule. Held purses count with their own kind. A
    /// void for a closed account goes to the unassigned money instead of to the purses.
    private static final String ENTRIES =
            """
            with journal as (
                select booked_on, number, account, merchant, surcharge_rule, net, surcharge, cash,
                       subsidy, booked_at
                  from purchases.purchase
                 where net <> 0 or surcharge <> 0),
            leg as (
                select booked_on, cause as number, debit as side, -cents as cents
                  from ledger.entry
                 where kind in (3, 4, 6, 7, 12, 13)
                 union all
                select booked_on, cause, credit, cents
                  from ledger.entry
                 where kind in (3, 4, 6, 7, 12, 13)),
            moved as (
                select l.booked_on, l.number,
                       coalesce(sum(l.cents) filter (where l.side in (
                                j.account::bigint * 8, j.account::bigint * 8 + 2)), 0) as cash,
                       coalesce(sum(l.cents) filter (where l.side in (
                                j.account::bigint * 8 + 1, j.account::bigint * 8 + 3)), 0)
                           as subsidy,
                       coalesce(sum(l.cents) filter (
                                where l.side = -((1::bigint << 32) | j.merchant)), 0) as merchant,
                       coalesce(sum(l.cents) filter (
                                where l.side = -((7::bigint << 32) | j.surcharge_rule)), 0)
                           as surcharge,
                       coalesce(sum(l.cents) filter (where l.side = -(5::bigint << 32)), 0)
                           as unassigned,
                       sum(abs(l.cents)) as turnover
                  from leg l
                  left join journal j on j.booked_on = l.booked_on and j.number = l.number
                 group by 1, 2)
            select format('purchase %s of account %s: journal says cash %s, subsidy %s, surcharge %s; '
                              'entries say %s, %s, %s, and %s for merchant %s',
                          ledger.readable(number), j.account, j.cash, j.subsidy, j.surcharge,
                          -m.cash, -m.subsidy, m.surcharge, m.merchant, j.merchant) as found,
                   ledger.readable(number) as purchase, coalesce(j.net, 0) as "journalCents",
                   coalesce(m.merchant + m.surcharge, 0)::bigint as "entriesCents"
              from journal j
              full join moved m using (booked_on, number)
             where j.net is null or m.merchant is null
                or m.merchant <> j.net - j.surcharge
                or m.surcharge <> j.surcharge
                or ((m.cash, m.subsidy) is distinct from (-j.cash, -j.subsidy)
                    and (m.cash, m.subsidy, m.unassigned) is distinct from (0, 0, -j.net))
                or m.turnover <> 2 * (abs(j.net) + abs(j.surcharge))
             order by booked_on, number
             limit 1
            """;

    /// A void of a purchase has no claim of its own: it stands under the claim of the purchase.
    private static final String CLAIMS =
            """
            select format('number %s of terminal %s: claim points at %s, row is %s', seq, terminal,
                          ledger.readable(c.number), ledger.readable(p.number)) as found,
                   seq, terminal
              from purchases.claim c
              full join (select terminal, seq, booked_on, number
                           from purchases.purchase
                          where undoes is null and kind <> 5) p using (terminal, seq)
             where (c.booked_on, c.number) is distinct from (p.booked_on, p.number)
             order by coalesce(c.booked_on, p.booked_on), coalesce(c.number, p.number)
             limit 1
            """;

    private static final String VOIDS =
            """
            with void as (
                select booked_on, number, undoes, undoes_on, terminal, seq, account, net, cash, subsidy,
                       surcharge, kind, result
                  from purchases.purchase
                 where undoes is not null and kind <> 4)
            select format('purchase %s: noted as voided by %s, voided by %s',
                          ledger.readable(coalesce(v.purchase, x.undoes)),
                          ledger.readable(v.number), ledger.readable(x.number)) as found,
                   ledger.readable(coalesce(v.purchase, x.undoes)) as purchase
              from purchases.voided v
              full join void x on x.undoes = v.purchase
              left join purchases.purchase p
                     on p.booked_on = x.undoes_on and p.number = x.undoes
             cross join lateral (select coalesce(sum(e.gross), 0) as gross,
                                        coalesce(sum(e.cash), 0) as cash,
                                        coalesce(sum(e.subsidy), 0) as subsidy
                                   from purchases.correction e
                                  where e.purchase = x.undoes) d
             where v.purchase is null or x.number is null or p.number is null
                or (v.booked_on, v.number) <> (x.booked_on, x.number)
                or p.result <> 0 or x.kind <> 3 or x.result <> 0
                or (p.terminal, p.seq) <> (x.terminal, x.seq)
                or p.account is distinct from coalesce(x.account, p.account)
                or (p.net + d.gross, p.cash + d.cash, p.subsidy + d.subsidy, p.surcharge)
                   <> (-x.net, -x.cash, -x.subsidy, -x.surcharge)
             order by coalesce(x.booked_on, v.booked_on), coalesce(x.number, v.number)
             limit 1
            """;

    private static final String CORRECTIONS =
            """
            select format('correction %s of purchase %s: noted as cash %s, subsidy %s, charged %s',
                          ledger.readable(coalesce(c.number, k.number)),
                          ledger.readable(coalesce(c.purchase, k.undoes)), c.cash, c.subsidy,
                          c.charged) as found,
                   ledger.readable(coalesce(c.purchase, k.undoes)) as purchase
              from purchases.correction c
              full join (select booked_on, number, undoes, undoes_on, net, cash, subsidy
                           from purchases.purchase
                          where kind = 4) k
                     on k.booked_on = c.booked_on and k.number = c.number
              left join purchases.purchase p
                     on p.booked_on = c.purchase_on and p.number = c.purchase
             where c.number is null or k.number is null or p.number is null or p.result <> 0
                or (c.purchase, c.gross, c.cash, c.subsidy)
                   <> (k.undoes, k.net, k.cash, k.subsidy)
                or c.charged <> p.net + (select sum(e.gross)
                                           from purchases.correction e
                                          where e.purchase = c.purchase
                                            and (e.at, e.number) <= (c.at, c.number))
             order by coalesce(c.booked_on, k.booked_on), coalesce(c.number, k.number)
             limit 1
            """;

    private static final String USAGE =
            """
            select format('usage of account %s: limit %s of the window from %s has count %s, %s cents',
                          account, c."limit", c.day, c.count, c.cents) as found,
                   account, c."limit", coalesce(c.count, -1) as count,
                   coalesce(c.cents, 0) as cents
              from purchases.usage
             cross join lateral purchases.counter(counters) as c
             where c."limit" < 0 or c.count < 0 or c.cents is null
             order by account, c.nth
             limit 1
            """;

    private static final Map<String, String> CHECKS = checks();

    private final JdbcClient jdbc;

    JournalChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static Map<String, String> checks() {
        var checks = new LinkedHashMap<String, String>();
        checks.put("takings-equal-journal", TAKINGS);
        checks.put("journal-equals-entries", ENTRIES);
        checks.put("claim-has-its-row", CLAIMS);
        checks.put("void-has-its-purchase", VOIDS);
        checks.put("correction-has-its-purchase", CORRECTIONS);
        checks.put("usage-not-below-zero", USAGE);
        return checks;
    }

    @Override
    public List<BooksReport.Check> check() {
        return CHECKS.entrySet().stream()
                .map(check ->
                        BooksReport.Check.of(
                                check.getKey(), jdbc.sql(check.getValue()).query().listOfRows()))
                .toList();
    }
}
