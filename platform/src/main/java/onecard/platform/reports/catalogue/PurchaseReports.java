package onecard.platform.reports.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import onecard.platform.system.Permission;
import onecard.vocabulary.Refusal;

/// Reports of single rows of the purchase journal.
final class PurchaseReports {
    static final String PURCHASES = "purchases";

    static final String KIND =
            """
            case p.kind when 1 then 'ONLINE' when 2 then 'RECORD' when 3 then 'VOID'
                        when 4 then 'CORRECTION' else 'BACK_ENTRY' end\
            """;

    /// How often somebody ate: a void takes one back, a correction is no purchase more.
    static final String COUNT =
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

    /// The reasons by their codes.
    private static final String RESULT =
            Arrays.stream(Refusal.values())
                    .map(each -> "when %d then '%s'".formatted(each.code(), each.name()))
                    .collect(Collectors.joining(" ", "case p.result ", " end"));

    private static final String DECLINED =
            """
            select {day} as day, p.at, p.booked_on, p.number, p.account as person_id, e.person_no,
                   e.name as person, d.name as department, m.name as merchant,
                   concat_ws(' ', t.machine_no, t.name) as terminal, f.name as meal,
                   %s as result, 1 as count, p.keyed, r.name as rule
            %s  left join reporting.rule r on r.id = p.rule
             where {days} {filters} and p.result <> 0
            """
                    .formatted(RESULT, JOINS);

    private static final Report DECLINES =
            Report.details(
                            "declines",
                            journal(DECLINED).by(Filter.RESULT, RESULT),
                            List.of(
                                    Column.day("day"),
                                    Column.moment("at"),
                                    Column.day("bookedOn"),
                                    Column.number("number"),
                                    Column.id("personId"),
                                    Column.text("personNo"),
                                    Column.text("person"),
                                    Column.text("department"),
                                    Column.text("merchant"),
                                    Column.text("terminal"),
                                    Column.text("meal"),
                                    Column.word("result"),
                                    Column.text("rule"),
                                    Column.count("count"),
                                    Column.money("keyed").notSummed()))
                    .sortedBy("bookedOn", "number")
                    .needing(Permission.SEE_PURCHASES)
                    .offering(
                            Filter.RESULT,
                            Arrays.stream(Refusal.values()).map(Enum::name).toArray(String[]::new))
                    .proved(
                            rolledUp(
                                    "select declined as count from reporting.takings p where {days} {filters}"),
                            "count");

    private static final String AFTERWARDS =
            """
            select {day} as day, p.at, p.booked_on, p.number, p.account as person_id, e.person_no,
                   e.name as person, d.name as department, m.name as merchant,
                   concat_ws(' ', t.machine_no, t.name) as terminal, f.name as meal,
                   %s as kind, p.net, p.cash, p.subsidy,
                   coalesce(c.operator_name, b.operator_name) as operator,
                   coalesce(c.reason, b.remark) as remark
            %s  left join reporting.correction c on c.number = p.number
              left join reporting.back_entry b on b.number = p.number
             where {days} {filters} and p.result = 0 and p.kind in (4, 5)
            """
                    .formatted(KIND, JOINS);

    private static final Report CORRECTIONS =
            Report.details(
                            "corrections",
                            journal(AFTERWARDS).by(Filter.KIND, KIND),
                            List.of(
                                    Column.day("day"),
                                    Column.moment("at"),
                                    Column.day("bookedOn"),
                                    Column.number("number"),
                                    Column.id("personId"),
                                    Column.text("personNo"),
                                    Column.text("person"),
                                    Column.text("department"),
                                    Column.text("merchant"),
                                    Column.text("terminal"),
                                    Column.text("meal"),
                                    Column.word("kind").worded("purchase"),
                                    Column.money("net"),
                                    Column.money("cash"),
                                    Column.money("subsidy"),
                                    Column.text("operator"),
                                    Column.text("remark")))
                    .sortedBy("bookedOn", "number")
                    .needing(Permission.SEE_PURCHASES)
                    .offering(Filter.KIND, "CORRECTION", "BACK_ENTRY")
                    .tied("net", "cash", "subsidy")
                    .proved(
                            rolledUp(
                                            """
                                            select net, cash, subsidy
                                              from reporting.takings p
                                             where {days} {filters} and p.kind in (4, 5)
                                            """)
                                    .by(Filter.KIND, KIND),
                            "net",
                            "cash",
                            "subsidy");

    private static final Report OVERDRAFTS =
            Report.details(
                            "overdrafts",
                            journal(ROWS + " and p.cash_after < 0").by(Filter.KIND, KIND),
                            List.of(
                                    Column.day("day"),
                                    Column.moment("at"),
                                    Column.day("bookedOn"),
                                    Column.number("number"),
                                    Column.id("personId"),
                                    Column.text("personNo"),
                                    Column.text("person"),
                                    Column.text("department"),
                                    Column.text("merchant"),
                                    Column.text("terminal"),
                                    Column.text("meal"),
                                    Column.word("kind").worded("purchase"),
                                    Column.money("net"),
                                    Column.money("cashAfter").notSummed()))
                    .sortedBy("bookedOn", "number")
                    .needing(Permission.SEE_PURCHASES)
                    .offering(Filter.KIND, "ONLINE", "RECORD", "CORRECTION", "BACK_ENTRY");

    static final List<Report> ALL = List.of(DETAILS, CORRECTIONS, DECLINES, OVERDRAFTS);

    private PurchaseReports() {}

    /// Rows of the roll-up, called `p`.
    static Source rolledUp(String sql) {
        return Source.of(Days.both("p.business_day", "p.booked_on"), sql)
                .ofMerchant("p.merchant")
                .by(Filter.TERMINAL, "p.terminal")
                .by(Filter.MEAL, "p.meal");
    }

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
