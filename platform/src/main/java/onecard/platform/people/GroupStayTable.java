package onecard.platform.people;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `people.group_stay`: which group a person belonged to, and when.
@Repository
class GroupStayTable {
    private static final String END =
            """
            update people.group_stay
               set until = greatest(since, :at)
             where person = :person and until is null
            """;

    private static final String BEGIN =
            """
            insert into people.group_stay as s (person, since, person_group)
            select :person, greatest(:at, max(h.until) + interval '1 microsecond'),
                   cast(:group as int)
              from people.group_stay h
             where h.person = :person
            """;

    private static final String BEGIN_NEW =
            """
            insert into people.group_stay (person, since, person_group)
            select p.id, :at, p.person_group
              from people.person p
             where p.id = any (:people)
            """;

    private static final String END_ALL =
            """
            update people.group_stay
               set until = greatest(since, :at)
             where person = any (:people) and until is null
            """;

    private static final String BEGIN_ALL =
            """
            insert into people.group_stay (person, since, person_group)
            select p.person,
                   greatest(:at, (select max(h.until)
                                    from people.group_stay h
                                   where h.person = p.person) + interval '1 microsecond'),
                   cast(:group as int)
              from unnest(cast(:people as int[])) as p (person)
            """;

    private final JdbcClient jdbc;

    GroupStayTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Ends the current stay, if there is one, and begins another.
    void move(PersonId person, Optional<GroupId> to, Instant at) {
        var moment = at.atOffset(ZoneOffset.UTC);
        jdbc.sql(END).param("person", person.value()).param("at", moment).update();
        jdbc.sql(BEGIN)
                .param("person", person.value())
                .param("group", to.map(GroupId::value).orElse(null))
                .param("at", moment)
                .update();
    }

    /// Begins the stays of people who are new.
    void begin(Collection<PersonId> people, Instant at) {
        jdbc.sql(BEGIN_NEW)
                .param("people", numbers(people))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Ends the current stays of many and begins another for each.
    void move(Collection<PersonId> people, Optional<GroupId> to, Instant at) {
        end(people, at);
        jdbc.sql(BEGIN_ALL)
                .param("people", numbers(people))
                .param("group", to.map(GroupId::value).orElse(null))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Ends the current stays of many.
    void end(Collection<PersonId> people, Instant at) {
        jdbc.sql(END_ALL)
                .param("people", numbers(people))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Integer[] numbers(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(Integer[]::new);
    }
}
