package onecard.platform.reports.catalogue;

import java.util.List;
import onecard.platform.system.Permission;

/// Reports of what the purses hold and of what moved in them.
final class AccountReports {
    private static final String PURSE_ENTRIES = "purse-entries";

    private static final String[] KINDS = {
        "TOP_UP", "SUBSIDY", "PURCHASE", "REFUND", "RETURNED", "CLEARED", "EXPIRED", "TAKE_OVER"
    };

    /// What an entry is: a purchase and all that belongs to it, or a movement.
    private static final String CATEGORY =
            "case when v.kind in (3, 4, 6, 7, 13) then 'PURCHASE' else coalesce(m.category, 'OTHER') end";

    private static final Report ENTRIES =
            Report.details(
                            PURSE_ENTRIES,
                            Source.of(
                                            Days.booked("v.booked_on"),
                                            """
                                            select v.booked_on as day, v.at, v.number, x.purse as purse_code,
                                                   x.purse, v.account as person_id, e.person_no,
                                                   e.name as person, %s as kind, x.cents as amount,
                                                   x.after
                                              from reporting.purse_entry v
                                              left join reporting.movement m
                                                on m.booked_on = v.booked_on and m.number = v.number
                                             cross join lateral (values
                                                   ('CASH', v.cash, v.cash_after),
                                                   ('SUBSIDY', v.subsidy, v.subsidy_after))
                                                   as x (purse, cents, after)
                                              left join reporting.person e on e.id = v.account
                                             where {days} {filters} and x.cents <> 0
                                            """
                                                    .formatted(CATEGORY))
                                    .by(Filter.PERSON, "v.account")
                                    .by(Filter.PURSE, "x.purse")
                                    .by(Filter.KIND, CATEGORY),
                            List.of(
                                    Column.day("day"),
                                    Column.moment("at"),
                                    Column.number("number"),
                                    Column.code("purseCode"),
                                    Column.id("personId"),
                                    Column.text("personNo"),
                                    Column.text("person"),
                                    Column.word("purse"),
                                    Column.word("kind").worded("movement"),
                                    Column.money("amount"),
                                    Column.money("after").notSummed()))
                    .sortedBy("day", "number", "purseCode")
                    .needing(Permission.SEE_PEOPLE)
                    .offering(Filter.PURSE, "CASH", "SUBSIDY")
                    .offering(Filter.KIND, KINDS);

    private static final Report BALANCES =
            Report.summary(
                            "balances",
                            Source.of(
                                            Days.asOf(),
                                            """
                                            select coalesce(d.code, '') as code,
                                                   coalesce(d.id, 0) as department_id,
                                                   d.name as department, count(*) as people,
                                                   sum(h.cash) as cash, sum(h.subsidy) as subsidy,
                                                   sum(h.cash + h.subsidy) as total,
                                                   coalesce(-sum(h.cash) filter (where h.cash < 0), 0)
                                                       as overdrawn
                                              from (select b.account,
                                                           b.cash + b.held_cash - coalesce(l.cash, 0) as cash,
                                                           b.subsidy + b.held_subsidy - coalesce(l.subsidy, 0)
                                                               as subsidy
                                                      from reporting.balance b
                                                      left join (select v.account, sum(v.cash) as cash,
                                                                        sum(v.subsidy) as subsidy
                                                                   from reporting.purse_entry v
                                                                  where v.booked_on > :to
                                                                  group by v.account) l
                                                        on l.account = b.account) h
                                              left join lateral (
                                                    select s.department
                                                      from reporting.department_stay s
                                                     where s.person = h.account
                                                       and s.since < (cast(:to as date) + 1)::timestamp
                                                                     at time zone :zone
                                                     order by s.since desc
                                                     limit 1) then_at on true
                                              left join reporting.person e on e.id = h.account
                                              left join reporting.department d
                                                on d.id = {department}
                                             where {days} {filters}
                                             group by d.id, d.code, d.name
                                            """)
                                    .ofDepartment("then_at.department", "e.department"),
                            List.of(
                                    Column.text("code").called("departmentCode"),
                                    Column.id("departmentId"),
                                    Column.text("department"),
                                    Column.count("people"),
                                    Column.money("cash").called("cashBalance"),
                                    Column.money("subsidy").called("subsidyBalance"),
                                    Column.money("total"),
                                    Column.money("overdrawn").ifSome()))
                    .sortedBy("code", "departmentId")
                    .tied("total", "cash", "subsidy");

    private static final String FLOW =
            """
            with e as (
                select v.booked_on, v.cash, v.subsidy, 'PURCHASE' as category
                  from reporting.purse_entry v
                 where v.booked_on >= :from and v.kind in (3, 4, 6, 7, 12, 13)
                 union all
                select v.booked_on, v.cash, v.subsidy, v.category
                  from reporting.movement v
                 where v.booked_on >= :from),
            x as (
                select p.purse, e.booked_on > :to as later, e.category,
                       sum(case p.purse when 'CASH' then e.cash else e.subsidy end) as cents
                  from e cross join (values ('CASH'), ('SUBSIDY')) as p (purse)
                 group by 1, 2, 3),
            now as (
                select 'CASH' as purse, sum(cash + held_cash) as cents from reporting.balance
                 union all
                select 'SUBSIDY', sum(subsidy + held_subsidy) from reporting.balance)
            select n.purse as purse_code, n.purse,
                   coalesce(n.cents, 0) - coalesce(sum(x.cents), 0) as opening,
                   coalesce(sum(x.cents) filter (where not later and category = 'TOP_UP'), 0) as top_up,
                   coalesce(sum(x.cents) filter (where not later and category = 'SUBSIDY'), 0) as granted,
                   coalesce(sum(x.cents) filter (where not later and category = 'PURCHASE'), 0) as purchases,
                   coalesce(sum(x.cents) filter (where not later and category = 'REFUND'), 0) as refunds,
                   coalesce(sum(x.cents) filter (where not later and category = 'RETURNED'), 0) as returned,
                   coalesce(sum(x.cents) filter (where not later and category = 'EXPIRED'), 0) as expired,
                   coalesce(sum(x.cents) filter (where not later and category = 'CLEARED'), 0) as cleared,
                   coalesce(sum(x.cents) filter (where not later and category = 'TAKE_OVER'), 0) as taken_over,
                   coalesce(n.cents, 0) - coalesce(sum(x.cents) filter (where later), 0) as closing
              from now n
              left join x on x.purse = n.purse
             where {days} {filters}
             group by n.purse, n.cents
            """;

    private static final Report BALANCE_SHEET =
            Report.summary(
                            "balance-sheet",
                            Source.of(Days.within(), FLOW),
                            List.of(
                                    Column.code("purseCode"),
                                    Column.word("purse"),
                                    Column.money("opening"),
                                    flow("topUp", "TOP_UP"),
                                    flow("granted", "SUBSIDY"),
                                    flow("purchases", "PURCHASE"),
                                    flow("refunds", "REFUND"),
                                    flow("returned", "RETURNED"),
                                    flow("expired", "EXPIRED"),
                                    flow("cleared", "CLEARED"),
                                    flow("takenOver", "TAKE_OVER").ifSome(),
                                    Column.money("closing")))
                    .sortedBy("purseCode")
                    .tied(
                            "closing",
                            "opening",
                            "topUp",
                            "granted",
                            "purchases",
                            "refunds",
                            "returned",
                            "expired",
                            "cleared",
                            "takenOver");

    static final List<Report> ALL = List.of(ENTRIES, BALANCES, BALANCE_SHEET);

    private AccountReports() {}

    private static Column flow(String key, String kind) {
        return Column.money(key)
                .opens(
                        Drill.to(PURSE_ENTRIES, "amount")
                                .by(Filter.PURSE, "purseCode")
                                .only(Filter.KIND, kind));
    }
}
