package onecard.platform.reports.catalogue;

import java.util.List;
import onecard.platform.system.Permission;

/// Reports of single rows of the purchase journal.
final class PurchaseReports {
    static final String PURCHASES = "purchases";

    static final String KIND =
            """
            case p.kind when 1 then 'ONLINE' when 2 then 'RECORD' when 3 then 'VOID'
                        when 4 then 'CORRECTION' else 'BACK_ENTRY' end\
            """;

    /// How often somebody ate: a void takes one back, a correction is no purchase more.
    private static final String COUNT =
            """
            case when p.result <> 0 or p.kind = 4 then 0 when p.kind <> 3 then 1
                 when p.undoes is null then 0 else -1 end\
            """;

    private static final String LATE =
            """
            case when date_trunc('month', p.booked_on) > date_trunc('month', p.business_day)
                 then 'LATE' end\
            """;

    private static final String JOINS =
            """
              from reporting.purchase p
              left join reporting.person e on e.id = p.account
              left join reporting.department d on d.id = {department}
              left join reporting.merchant m on m.id = p.merchant
              left join reporting.terminal t on t.id = p.terminal
              left join reporting.meal f on f.id = p.meal
            """;

    private static final String ROWS =
            """
            select {day} as day, p.at, p.booked_on, p.number, p.account as person_id, e.person_no,
                   e.name as person, d.name as department, m.name as merchant,
                   concat_ws(' ', t.machine_no, t.name) as terminal, f.name as meal,
                   %s as kind, %s as late, %s as count, p.gross, p.discount, p.surcharge, p.net,
                   p.cash, p.subsidy, p.cash_after, p.subsidy_after
            %s where {days} {filters} and p.result = 0
            """
                    .formatted(KIND, LATE, COUNT, JOINS);

    /// The same sums from the roll-up.
    private static final String ROLLED_UP =
            """
            select count, gross, discount, net, cash, subsidy
              from reporting.takings p
             where {days} {filters}
            """;

    private static final Report DETAILS =
            Report.details(
                            PURCHASES,
                            journal(ROWS).by(Filter.KIND, KIND),
                            List.of(
                                    Column.day("day"),
                                    Column.moment("at"),
                                    Column.day("bookedOn").called("bookedOn"),
                                    Column.number("number"),
                                    Column.id("personId"),
                                    Column.text("personNo"),
                                    Column.text("person"),
                                    Column.text("department"),
                                    Column.text("merchant"),
                                    Column.text("terminal"),
                                    Column.text("meal"),
                                    Column.word("kind").worded("purchase"),
                                    Column.word("late").worded("late"),
                                    Column.count("count"),
                                    Column.money("gross"),
                                    Column.money("discount").ifSome(),
                                    Column.money("surcharge").ifSome(),
                                    Column.money("net"),
                                    Column.money("cash"),
                                    Column.money("subsidy"),
                                    Column.money("cashAfter").notSummed(),
                                    Column.money("subsidyAfter").notSummed()))
                    .sortedBy("bookedOn", "number")
                    .needing(Permission.SEE_PURCHASES)
                    .offering(Filter.KIND, "ONLINE", "RECORD", "VOID", "CORRECTION", "BACK_ENTRY")
                    .tied("net", "cash", "subsidy")
                    .proved(
                            Source.of(Days.both("p.business_day", "p.booked_on"), ROLLED_UP)
                                    .ofMerchant("p.merchant")
                                    .by(Filter.TERMINAL, "p.terminal")
                                    .by(Filter.MEAL, "p.meal")
                                    .by(Filter.KIND, KIND),
                            "count",
                            "gross",
                            "discount",
                            "net",
                            "cash",
                            "subsidy");

    static final List<Report> ALL = List.of(DETAILS);

    private PurchaseReports() {}

    /// Rows of the journal, called `p`.
    static Source journal(String sql) {
        return Source.of(Days.ofJournal("p.business_day", "p.booked_on"), sql)
                .ofMerchant("p.merchant")
                .by(Filter.TERMINAL, "p.terminal")
                .by(Filter.MEAL, "p.meal")
                .by(Filter.PERSON, "p.account")
                .by(Filter.GROUP, "p.person_group")
                .ofDepartment(
                        "p.department",
                        "(select today.department from reporting.person today where today.id = p.account)");
    }
}
