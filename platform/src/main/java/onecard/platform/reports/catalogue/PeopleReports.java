package onecard.platform.reports.catalogue;

import java.util.List;
import onecard.platform.system.Permission;

/// Reports of people: who left, and who did not eat.
final class PeopleReports {
    private static final Report LEAVERS =
            Report.details(
                            "leavers",
                            Source.of(
                                            Days.booked("(l.left_at at time zone :zone)::date"),
                                            """
                                            select {day} as day, l.left_at, l.person as person_id,
                                                   e.person_no, e.name as person,
                                                   d.name as department, l.reason_code as kind,
                                                   l.reason_name, l.remark, l.returned_at
                                              from reporting.leaving l
                                              left join reporting.person e on e.id = l.person
                                              left join reporting.department d on d.id = l.department
                                             where {days} {filters}
                                            """)
                                    .by(Filter.PERSON, "l.person")
                                    .by(Filter.DEPARTMENT, "l.department"),
                            List.of(
                                    Column.day("day"),
                                    Column.id("personId"),
                                    Column.text("personNo"),
                                    Column.text("person"),
                                    Column.text("department"),
                                    Column.word("kind").called("reason").worded("leaving"),
                                    Column.text("reasonName"),
                                    Column.text("remark"),
                                    Column.moment("returnedAt")))
                    .sortedBy("day", "personId")
                    .needing(Permission.SEE_PEOPLE)
                    .withoutBooks();

    private static final Report ABSENT =
            Report.summary(
                            "not-eaten",
                            Source.of(
                                            Days.ofJournal("p.business_day", "p.booked_on"),
                                            """
                                            select e.person_no, e.id as person_id, e.name as person,
                                                   d.name as department, 1 as people
                                              from reporting.person e
                                              join reporting.account_state a
                                                on a.person = e.id and a.state = 'OPEN'
                                              left join reporting.department d on d.id = e.department
                                             where not exists (
                                                   select from reporting.purchase p
                                                    where p.account = e.id and p.result = 0
                                                      and p.kind <> 3 and not p.voided
                                                      and {days} {filters})
                                            """)
                                    .by(Filter.MEAL, "p.meal")
                                    .by(Filter.MERCHANT, "p.merchant"),
                            List.of(
                                    Column.text("personNo"),
                                    Column.id("personId"),
                                    Column.text("person"),
                                    Column.text("department"),
                                    Column.count("people")))
                    .sortedBy("personNo", "personId")
                    .needing(Permission.SEE_PURCHASES, Permission.SEE_PEOPLE)
                    .withoutBooks();

    static final List<Report> ALL = List.of(ABSENT, LEAVERS);

    private PeopleReports() {}
}
