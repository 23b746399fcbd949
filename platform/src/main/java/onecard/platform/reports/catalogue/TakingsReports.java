package onecard.platform.reports.catalogue;

import java.util.List;
import onecard.platform.system.Permission;

/// What was taken, by terminal, person and department, meal by meal.
final class TakingsReports {
    private static final Column MEAL_COUNT =
            Column.count("mealCount").called("count").perMeal("sum(g.n)");

    private static final Column MEAL_NET =
            Column.money("mealNet").called("amount").perMeal("sum(g.net)");

    private static final String SUMS =
            """
            {meals},
                   sum(g.n) as count, sum(g.cash) as cash, sum(g.subsidy) as subsidy,
                   sum(g.net) as net\
            """;

    /// The journal as it is grouped.
    private static final String JOURNAL =
            """
            select p.account, p.meal, {department} as department, %s as n, p.cash, p.subsidy, p.net
              from reporting.purchase p
             where {days} {filters} and p.result = 0
            """
                    .formatted(PurchaseReports.COUNT);

    private static final Source PROOF =
            PurchaseReports.rolledUp(
                    """
                    select p.count, p.cash, p.subsidy, p.net
                      from reporting.takings p
                     where {days} {filters}
                    """);

    private static final String[] PROVED = {"count", "cash", "subsidy", "net"};

    private static final Report TERMINALS =
            Report.summary(
                            "terminal-takings",
                            PurchaseReports.rolledUp(
                                    """
                                    select g.day, g.terminal as terminal_id,
                                           concat_ws(' ', t.machine_no, t.name) as terminal,
                                           m.name as merchant, g.merchant as merchant_id, %s,
                                           sum(g.discount) as discount,
                                           sum(g.corrections) as corrections
                                      from (select {day} as day, p.terminal, p.merchant, p.meal,
                                                   p.count as n, p.cash, p.subsidy, p.net, p.discount,
                                                   case when p.kind = 4 then p.net else 0 end
                                                       as corrections
                                              from reporting.takings p
                                             where {days} {filters}) g
                                      left join reporting.terminal t on t.id = g.terminal
                                      left join reporting.merchant m on m.id = g.merchant
                                     group by g.day, g.terminal, t.machine_no, t.name, g.merchant, m.name
                                    having sum(g.n) <> 0 or sum(g.net) <> 0
                                        or bool_or(g.net <> 0)
                                    """
                                            .formatted(SUMS)),
                            List.of(
                                    Column.day("day"),
                                    Column.text("merchant"),
                                    Column.id("merchantId"),
                                    Column.text("terminal"),
                                    Column.id("terminalId"),
                                    MEAL_COUNT.opens(terminal("count")),
                                    MEAL_NET.opens(terminal("net")),
                                    Column.count("count").opens(terminal("count")),
                                    Column.money("cash").opens(terminal("cash")),
                                    Column.money("subsidy").opens(terminal("subsidy")),
                                    Column.money("net").called("total").opens(terminal("net")),
                                    Column.money("corrections")
                                            .ifSome()
                                            .opens(terminal("net").only(Filter.KIND, "CORRECTION")),
                                    Column.money("discount").ifSome().opens(terminal("discount"))))
                    .sortedBy("day", "merchantId", "terminalId")
                    .tied("net", "cash", "subsidy")
                    .tied("count", "mealCount")
                    .tied("net", "mealNet")
                    .proved(PROOF, PROVED);

    private static final Report PEOPLE =
            Report.summary(
                            "person-meals",
                            PurchaseReports.journal(
                                    """
                                    select coalesce(e.person_no, '') as person_no,
                                           coalesce(g.account, 0) as sort_id,
                                           g.account as person_id, e.name as person,
                                           d.name as department, %s
                                      from (%s) g
                                      left join reporting.person e on e.id = g.account
                                      left join reporting.department d on d.id = e.department
                                     group by g.account, e.person_no, e.name, d.name
                                    """
                                            .formatted(SUMS, JOURNAL)),
                            List.of(
                                    Column.text("personNo"),
                                    Column.id("sortId"),
                                    Column.id("personId"),
                                    Column.text("person"),
                                    Column.text("department"),
                                    MEAL_COUNT.opens(person("count")),
                                    MEAL_NET.opens(person("net")),
                                    Column.count("count").opens(person("count")),
                                    Column.money("cash").opens(person("cash")),
                                    Column.money("subsidy").opens(person("subsidy")),
                                    Column.money("net").called("total").opens(person("net"))))
                    .sortedBy("personNo", "sortId")
                    .needing(Permission.SEE_PURCHASES, Permission.SEE_PEOPLE)
                    .tied("net", "cash", "subsidy")
                    .tied("count", "mealCount")
                    .tied("net", "mealNet")
                    .proved(PROOF, PROVED);

    /// A department that sold nothing itself stands above those that did.
    private static final Report DEPARTMENTS =
            Report.summary(
                            "department-meals",
                            PurchaseReports.journal(
                                    """
                                    with j as (%s),
                                    s as (select department, meal, sum(n) as n, sum(cash) as cash,
                                                 sum(subsidy) as subsidy, sum(net) as net
                                            from j group by department, meal)
                                    select coalesce(d.code, '') as code,
                                           coalesce(d.id, g.department, 0) as sort_id,
                                           coalesce(d.id, g.department) as department_id,
                                           d.name as department, {meals},
                                           coalesce(sum(g.n), 0) as count,
                                           coalesce(sum(g.cash), 0) as cash,
                                           coalesce(sum(g.subsidy), 0) as subsidy,
                                           coalesce(sum(g.net), 0) as net,
                                           (select sum(b.n) from s b
                                              left join reporting.department w on w.id = b.department
                                             where b.department is not distinct from coalesce(d.id, g.department)
                                                or starts_with(w.code, d.code)) as whole_count,
                                           (select sum(b.net) from s b
                                              left join reporting.department w on w.id = b.department
                                             where b.department is not distinct from coalesce(d.id, g.department)
                                                or starts_with(w.code, d.code)) as whole_net
                                      from reporting.department d
                                      full join s g on g.department = d.id
                                     group by d.id, d.code, d.name, g.department
                                    having count(g.n) > 0
                                        or exists (select from s b
                                                     join reporting.department w on w.id = b.department
                                                    where starts_with(w.code, d.code))
                                    """
                                            .formatted(JOURNAL)),
                            List.of(
                                    Column.text("code").called("departmentCode"),
                                    Column.id("sortId"),
                                    Column.id("departmentId"),
                                    Column.text("department"),
                                    MEAL_COUNT.opens(department("count")),
                                    MEAL_NET.opens(department("net")),
                                    Column.count("count").opens(department("count")),
                                    Column.money("cash").opens(department("cash")),
                                    Column.money("subsidy").opens(department("subsidy")),
                                    Column.money("net").called("total").opens(department("net")),
                                    Column.count("wholeCount").notSummed().opens(whole("count")),
                                    Column.money("wholeNet").notSummed().opens(whole("net"))))
                    .sortedBy("code", "sortId")
                    .tied("net", "cash", "subsidy")
                    .tied("count", "mealCount")
                    .tied("net", "mealNet")
                    .proved(PROOF, PROVED);

    static final List<Report> ALL = List.of(TERMINALS, PEOPLE, DEPARTMENTS);

    private TakingsReports() {}

    private static Drill purchases(String sum) {
        return Drill.to(PurchaseReports.PURCHASES, sum);
    }

    private static Drill terminal(String sum) {
        return purchases(sum)
                .day("day")
                .by(Filter.TERMINAL, "terminalId")
                .by(Filter.MERCHANT, "merchantId");
    }

    private static Drill person(String sum) {
        return purchases(sum).by(Filter.PERSON, "personId");
    }

    private static Drill department(String sum) {
        return purchases(sum).by(Filter.OWN_DEPARTMENT, "departmentId");
    }

    private static Drill whole(String sum) {
        return purchases(sum).by(Filter.DEPARTMENT, "departmentId");
    }
}
