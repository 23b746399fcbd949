package onecard.platform.people;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `people.leaving`: who left when and why.
@Repository
class LeavingTable {
    private static final String ADD =
            """
            insert into people.leaving (person, left_at, reason, remark, department, person_group)
            select p.id, greatest(:at, (select max(l.left_at)
                                          from people.leaving l
                                         where l.person = p.id) + interval '1 microsecond'),
                   :reason, :remark, p.department, p.person_group
              from people.person p
             where p.id = any (:people)
            """;

    private static final String RETURN =
            """
            update people.leaving
               set returned_at = greatest(left_at, :at)
             where person = :person and returned_at is null
            """;

    private static final String LIST =
            PersonColumns.SELECT
                    + """
                           , l.reason, l.remark, l.left_at as went_at,
                           coalesce(d.name, '') as department_name
                      from people.leaving l
                      join people.person p on p.id = l.person
                      left join people.department d on d.id = l.department
                     where l.returned_at is null
                       and l.left_at >= :from and l.left_at < :until
                       and (l.left_at, l.person) < (:afterAt, :afterPerson)
                       and (:words = ''
                            or starts_with(p.person_no, upper(:words))
                            or starts_with(p.pinyin, :words)
                            or starts_with(p.initials, :words)
                            or position(:words in lower(p.name)) > 0)
                     order by l.left_at desc, l.person desc
                     limit :limit
                    """;

    private final JdbcClient jdbc;

    LeavingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Collection<PersonId> people, ChoiceId reason, String remark, Instant at) {
        jdbc.sql(ADD)
                .param("people", people.stream().map(PersonId::value).toArray(Integer[]::new))
                .param("reason", reason.value())
                .param("remark", remark)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void comeBack(PersonId person, Instant at) {
        jdbc.sql(RETURN)
                .param("person", person.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Leaver> list(LeaverSearch search) {
        var after = search.after().orElse(new Leaver.Place(search.until(), 0));
        return jdbc.sql(LIST)
                .param("from", search.from().atOffset(ZoneOffset.UTC))
                .param("until", search.until().atOffset(ZoneOffset.UTC))
                .param("afterAt", after.leftAt().atOffset(ZoneOffset.UTC))
                .param("afterPerson", after.person())
                .param("words", search.words().strip().toLowerCase(Locale.ROOT))
                .param("limit", search.limit())
                .query((row, number) ->
                        new Leaver(
                                PersonColumns.row(row, number),
                                row.getString("department_name"),
                                new ChoiceId(row.getInt("reason")),
                                row.getString("remark"),
                                row.getObject("went_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
