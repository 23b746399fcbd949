package onecard.platform.people;

import java.time.Instant;
import java.time.ZoneOffset;
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
}
