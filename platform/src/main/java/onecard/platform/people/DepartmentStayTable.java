package onecard.platform.people;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `people.department_stay`: which department a person belonged to, and when.
@Repository
class DepartmentStayTable {
    private static final String END =
            """
            update people.department_stay
               set until = greatest(since, :at)
             where person = :person and until is null
            """;

    private static final String BEGIN =
            """
            insert into people.department_stay as s (person, since, department)
            select :person, greatest(:at, max(h.until) + interval '1 microsecond'), :department
              from people.department_stay h
             where h.person = :person
            """;

    private final JdbcClient jdbc;

    DepartmentStayTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Ends the current stay, if there is one, and begins another.
    void move(PersonId person, DepartmentId to, Instant at) {
        var moment = at.atOffset(ZoneOffset.UTC);
        jdbc.sql(END).param("person", person.value()).param("at", moment).update();
        jdbc.sql(BEGIN)
                .param("person", person.value())
                .param("department", to.value())
                .param("at", moment)
                .update();
    }
}
