package onecard.platform.reports.catalogue;

import java.util.List;
import onecard.platform.system.Permission;

/// Reports of money that moves at desks: top-ups, subsidies, refunds.
final class DeskReports {
    static final String TOP_UPS = "top-ups";
    static final String SUBSIDIES = "subsidies";
    static final String REFUNDS = "refunds";

    static final String[] CHANNELS = {
        "CASH", "BANK_CARD", "TRANSFER", "WECHAT", "ALIPAY", "PAYROLL", "OTHER"
    };

    /// Entries of some categories with who, at which desk and why.
    static final String ROWS =
            """
            select v.booked_on as day, v.at, v.number, v.account as person_id, e.person_no,
                   e.name as person, d.name as department, v.category as kind,
                   case when v.undoes then 'UNDONE' end as undone, %s,
                   v.channel, v.operator as operator_id, v.operator_name as operator, v.remark
              from reporting.desk_entry v
              left join reporting.person e on e.id = v.account
              left join reporting.department d on d.id = e.department
             where {days} {filters} and v.category in (%s)
            """;

    private static final String TOPPED_UP =
            ROWS.formatted("v.cash, v.drawer, v.cash_after", "'TOP_UP'");

    private static final String GRANTED =
            ROWS.formatted(
                    """
                    case when v.category = 'SUBSIDY' then v.subsidy else 0 end as granted,
                    case when v.category = 'CLEARED' then -v.subsidy else 0 end as cleared,
                    case when v.category = 'RETURNED' then -v.subsidy else 0 end as returned,
                    case when v.category = 'EXPIRED' then -v.subsidy else 0 end as expired,
                    v.subsidy, v.subsidy_after\
                    """,
                    "'SUBSIDY', 'CLEARED', 'RETURNED', 'EXPIRED'");

    private static final String REFUNDED =
            ROWS.formatted(
                    "-v.cash as cash, -v.subsidy as subsidy, -v.cash - v.subsidy as total,"
                            + " -v.drawer as paid_out, v.cash_after, v.subsidy_after",
                    "'REFUND', 'RETURNED'");

    /// Top-ups as the desks noted them.
    private static final String NOTED_TOP_UPS =
            """
            select o.cash as cash
              from reporting.desk_operation o
             where {days} {filters} and o.cash <> 0 and o.first_number is not null
               and exists (select from reporting.movement b
                            where b.booked_on = o.booked_on and b.number >= o.first_number
                              and b.number <= o.last_number and b.category = 'TOP_UP')
            """;

    private static final Source BY_DESK = desk(TOPPED_UP);

    private static final Report TOP_UP_DETAILS =
            Report.details(
                            TOP_UPS,
                            BY_DESK,
                            List.of(
                                    Column.day("day"),
                                    Column.moment("at"),
                                    Column.number("number"),
                                    Column.id("personId"),
                                    Column.text("personNo"),
                                    Column.text("person"),
                                    Column.text("department"),
                                    Column.word("undone"),
                                    Column.money("cash").called("topUp"),
                                    Column.money("cashAfter").notSummed(),
                                    Column.word("channel"),
                                    Column.id("operatorId"),
                                    Column.text("operator"),
                                    Column.text("remark")))
                    .sortedBy("day", "number")
                    .needing(Permission.SEE_PEOPLE)
                    .offering(Filter.CHANNEL, CHANNELS)
                    .proved(
                            Source.of(Days.booked("o.booked_on"), NOTED_TOP_UPS)
                                    .by(Filter.CHANNEL, "o.channel")
                                    .by(Filter.OPERATOR, "o.operator"),
                            "cash");

    private static final Report SUBSIDY_DETAILS =
            Report.details(
                            SUBSIDIES,
                            desk(GRANTED).by(Filter.KIND, "v.category"),
                            List.of(
                                    Column.day("day"),
                                    Column.moment("at"),
                                    Column.number("number"),
                                    Column.id("personId"),
                                    Column.text("personNo"),
                                    Column.text("person"),
                                    Column.text("department"),
                                    Column.word("kind").worded("movement"),
                                    Column.word("undone"),
                                    Column.money("granted"),
                                    Column.money("cleared"),
                                    Column.money("returned"),
                                    Column.money("expired"),
                                    Column.money("subsidy").called("subsidyChange"),
                                    Column.money("subsidyAfter").notSummed(),
                                    Column.id("operatorId"),
                                    Column.text("operator"),
                                    Column.text("remark")))
                    .sortedBy("day", "number")
                    .needing(Permission.SEE_PEOPLE)
                    .offering(Filter.KIND, "SUBSIDY", "CLEARED", "RETURNED", "EXPIRED");

    private static final Report REFUND_DETAILS =
            Report.details(
                            REFUNDS,
                            desk(REFUNDED).by(Filter.KIND, "v.category"),
                            List.of(
                                    Column.day("day"),
                                    Column.moment("at"),
                                    Column.number("number"),
                                    Column.id("personId"),
                                    Column.text("personNo"),
                                    Column.text("person"),
                                    Column.text("department"),
                                    Column.word("kind").worded("movement"),
                                    Column.word("undone"),
                                    Column.money("cash"),
                                    Column.money("subsidy"),
                                    Column.money("total"),
                                    Column.money("paidOut"),
                                    Column.money("cashAfter").notSummed(),
                                    Column.money("subsidyAfter").notSummed(),
                                    Column.word("channel"),
                                    Column.id("operatorId"),
                                    Column.text("operator"),
                                    Column.text("remark")))
                    .sortedBy("day", "number")
                    .needing(Permission.SEE_PEOPLE)
                    .offering(Filter.KIND, "REFUND", "RETURNED")
                    .offering(Filter.CHANNEL, CHANNELS)
                    .tied("total", "cash", "subsidy");

    private static final Report DAILY_TOP_UPS =
            Report.summary(
                            "daily-top-ups",
                            desk(
                                    """
                                    select v.booked_on as day,
                                           count(*) filter (where not v.undoes) as count,
                                           coalesce(sum(v.cash) filter (where not v.undoes), 0) as cash,
                                           count(*) filter (where v.undoes) as undone_count,
                                           coalesce(-sum(v.cash) filter (where v.undoes), 0) as undone_cash,
                                           sum(v.cash) as top_up
                                      from reporting.desk_entry v
                                     where {days} {filters} and v.category = 'TOP_UP'
                                     group by v.booked_on
                                    """),
                            List.of(
                                    Column.day("day"),
                                    Column.count("count"),
                                    Column.money("cash").called("broughtIn"),
                                    Column.count("undoneCount").ifSome(),
                                    Column.money("undoneCash").ifSome(),
                                    Column.money("topUp")
                                            .opens(Drill.to(TOP_UPS, "cash").day("day"))))
                    .sortedBy("day")
                    .proved(
                            Source.of(
                                            Days.booked("o.booked_on"),
                                            NOTED_TOP_UPS.replace(
                                                    "o.cash as cash", "o.cash as top_up"))
                                    .by(Filter.CHANNEL, "o.channel")
                                    .by(Filter.OPERATOR, "o.operator"),
                            "topUp")
                    .offering(Filter.CHANNEL, CHANNELS);

    private static final Report TOP_UPS_BY_CHANNEL =
            Report.summary(
                            "top-ups-by-channel",
                            desk(
                                    """
                                    select v.booked_on as day, v.channel, v.channel as channel_code,
                                           count(*) filter (where not v.undoes) as count,
                                           sum(v.cash) as top_up
                                      from reporting.desk_entry v
                                     where {days} {filters} and v.category = 'TOP_UP'
                                     group by v.booked_on, v.channel
                                    """),
                            List.of(
                                    Column.day("day"),
                                    Column.code("channelCode"),
                                    Column.word("channel"),
                                    Column.count("count"),
                                    Column.money("topUp")
                                            .opens(
                                                    Drill.to(TOP_UPS, "cash")
                                                            .day("day")
                                                            .by(Filter.CHANNEL, "channelCode"))))
                    .sortedBy("day", "channelCode")
                    .offering(Filter.CHANNEL, CHANNELS);

    static final List<Report> ALL =
            List.of(
                    TOP_UP_DETAILS,
                    REFUND_DETAILS,
                    SUBSIDY_DETAILS,
                    DAILY_TOP_UPS,
                    TOP_UPS_BY_CHANNEL);

    private DeskReports() {}

    /// Entries of desks, called `v`.
    static Source desk(String sql) {
        return Source.of(Days.booked("v.booked_on"), sql)
                .by(Filter.PERSON, "v.account")
                .by(
                        Filter.DEPARTMENT,
                        "(select today.department from reporting.person today where today.id = v.account)")
                .by(Filter.OPERATOR, "v.operator")
                .by(Filter.CHANNEL, "v.channel")
                .by(Filter.SHIFT, "v.shift");
    }
}
