package onecard.platform.reports.catalogue;

import java.util.List;
import onecard.platform.system.Permission;

/// Reports of cards: what they cost, which came back, which are lost; and what desks took.
final class CardReports {
    private static final String CARD_COSTS = "card-costs";

    private static final Report COSTS =
            Report.details(
                            CARD_COSTS,
                            DeskReports.desk(
                                            DeskReports.ROWS.formatted(
                                                    "v.drawer as taken, v.deposit, v.fee",
                                                    "'CARD_COST', 'CARD_COST_RETURNED',"
                                                            + " 'CARD_COST_FORFEITED'"))
                                    .by(Filter.KIND, "v.category"),
                            List.of(
                                    Column.day("day"),
                                    Column.moment("at"),
                                    Column.number("number"),
                                    Column.id("personId"),
                                    Column.text("personNo"),
                                    Column.text("person"),
                                    Column.text("department"),
                                    Column.word("kind").worded("movement"),
                                    Column.money("taken"),
                                    Column.money("deposit"),
                                    Column.money("fee"),
                                    Column.word("channel"),
                                    Column.id("operatorId"),
                                    Column.text("operator"),
                                    Column.text("remark")))
                    .sortedBy("day", "number")
                    .needing(Permission.SEE_PEOPLE)
                    .offering(Filter.KIND, "CARD_COST", "CARD_COST_RETURNED", "CARD_COST_FORFEITED")
                    .tied("taken", "deposit", "fee");

    private static final Report OPERATORS =
            Report.summary(
                            "operator-takings",
                            DeskReports.desk(
                                    """
                                    select v.operator as operator_id,
                                           max(v.operator_name) as operator,
                                           coalesce(sum(v.drawer) filter (where v.category = 'TOP_UP'), 0)
                                               as top_up,
                                           -coalesce(sum(v.drawer) filter (where v.category = 'REFUND'), 0)
                                               as paid_out,
                                           coalesce(sum(v.drawer) filter
                                               (where v.category in ('CARD_COST', 'CARD_COST_RETURNED')), 0)
                                               as card_costs,
                                           sum(v.drawer) as drawer
                                      from reporting.desk_entry v
                                     where {days} {filters} and v.drawer <> 0
                                     group by v.operator
                                    """),
                            List.of(
                                    Column.id("operatorId"),
                                    Column.text("operator"),
                                    Column.money("topUp")
                                            .opens(
                                                    Drill.to(DeskReports.TOP_UPS, "cash")
                                                            .by(Filter.OPERATOR, "operatorId")),
                                    Column.money("paidOut")
                                            .opens(
                                                    Drill.to(DeskReports.REFUNDS, "paidOut")
                                                            .by(Filter.OPERATOR, "operatorId")),
                                    Column.money("cardCosts")
                                            .opens(
                                                    Drill.to(CARD_COSTS, "taken")
                                                            .by(Filter.OPERATOR, "operatorId")),
                                    Column.money("drawer")))
                    .sortedBy("operatorId")
                    .offering(Filter.CHANNEL, DeskReports.CHANNELS)
                    .tied("drawer", "topUp", "-paidOut", "cardCosts");

    private static final Report RETURNED =
            Report.details(
                            "returned-cards",
                            Source.of(
                                            Days.booked("o.booked_on"),
                                            """
                                            select o.booked_on as day, o.at, o.id,
                                                   o.person as person_id, e.person_no,
                                                   e.name as person, d.name as department,
                                                   o.kind, upper(encode(c.uid, 'hex')) as card,
                                                   -o.cash as cash, -o.subsidy as subsidy,
                                                   -o.drawer as paid_out, o.operator_name as operator,
                                                   o.remark
                                              from reporting.desk_operation o
                                              left join reporting.person e on e.id = o.person
                                              left join reporting.department d on d.id = e.department
                                              left join reporting.card_issue c on c.id = o.card_issue
                                             where {days} {filters}
                                               and o.kind in ('CARD_RETURNED', 'CLOSED_WITH_CARD',
                                                              'CLOSED_WITHOUT_CARD')
                                            """)
                                    .by(Filter.PERSON, "o.person")
                                    .by(Filter.OPERATOR, "o.operator")
                                    .by(Filter.KIND, "o.kind"),
                            List.of(
                                    Column.day("day"),
                                    Column.moment("at"),
                                    Column.id("id"),
                                    Column.id("personId"),
                                    Column.text("personNo"),
                                    Column.text("person"),
                                    Column.text("department"),
                                    Column.word("kind").worded("operation"),
                                    Column.text("card"),
                                    Column.money("cash"),
                                    Column.money("subsidy"),
                                    Column.money("paidOut"),
                                    Column.text("operator"),
                                    Column.text("remark")))
                    .sortedBy("day", "id")
                    .needing(Permission.SEE_PEOPLE)
                    .offering(
                            Filter.KIND,
                            "CARD_RETURNED",
                            "CLOSED_WITH_CARD",
                            "CLOSED_WITHOUT_CARD");

    private static final String LOST_ON = "(c.lost_at at time zone :zone)::date";

    private static final Report LOSSES =
            Report.details(
                            "losses",
                            Source.of(
                                            Days.booked(LOST_ON),
                                            """
                                            select {day} as day, c.lost_at as at, c.id,
                                                   c.person as person_id, e.person_no,
                                                   e.name as person, d.name as department,
                                                   upper(encode(c.uid, 'hex')) as card, c.state
                                              from reporting.card_issue c
                                              left join reporting.person e on e.id = c.person
                                              left join reporting.department d on d.id = e.department
                                             where c.lost_at is not null and {days} {filters}
                                            """)
                                    .by(Filter.PERSON, "c.person")
                                    .by(Filter.STATE, "c.state"),
                            List.of(
                                    Column.day("day"),
                                    Column.moment("at").called("lostAt"),
                                    Column.id("id"),
                                    Column.id("personId"),
                                    Column.text("personNo"),
                                    Column.text("person"),
                                    Column.text("department"),
                                    Column.text("card"),
                                    Column.word("state").worded("card")))
                    .sortedBy("day", "id")
                    .needing(Permission.SEE_PEOPLE)
                    .offering(Filter.STATE, "LOST", "REPLACED", "RETURNED", "SCRAPPED")
                    .withoutBooks();

    private static final Report SHIFTS =
            Report.details(
                            "shifts",
                            Source.of(
                                            Days.booked("(s.opened_at at time zone :zone)::date"),
                                            """
                                            select {day} as day, s.id, s.operator_name as operator,
                                                   s.opened_at, s.closed_at, s.opening_cash,
                                                   s.expected_cash, s.counted_cash,
                                                   coalesce(s.counted_cash - s.expected_cash, 0)
                                                       as difference, s.remark
                                              from reporting.shift s
                                             where {days} {filters}
                                            """)
                                    .by(Filter.OPERATOR, "s.operator"),
                            List.of(
                                    Column.day("day"),
                                    Column.id("id"),
                                    Column.text("operator"),
                                    Column.moment("openedAt"),
                                    Column.moment("closedAt"),
                                    Column.money("openingCash").notSummed(),
                                    Column.money("expectedCash").notSummed(),
                                    Column.money("countedCash").notSummed(),
                                    Column.money("difference"),
                                    Column.text("remark")))
                    .sortedBy("day", "id");

    static final List<Report> ALL = List.of(COSTS, RETURNED, LOSSES, SHIFTS, OPERATORS);

    private CardReports() {}
}
