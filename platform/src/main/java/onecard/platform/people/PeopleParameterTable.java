package onecard.platform.people;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `people.parameter`, which has one row.
@Repository
class PeopleParameterTable {
    private static final String READ =
            """
            select number_length, automatic_numbers, version
              from people.parameter
            """;

    private static final String LOCK =
            """
            select number_length, automatic_numbers, version
              from people.parameter
               for update
            """;

    private static final String WRITE =
            """
            update people.parameter
               set number_length = cast(:length as smallint), automatic_numbers = :automatic,
                   version = version + 1
            """;

    private final JdbcClient jdbc;

    PeopleParameterTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    PeopleParameters read() {
        return query(READ);
    }

    PeopleParameters lock() {
        return query(LOCK);
    }

    void write(Optional<Integer> numberLength, boolean automatic) {
        jdbc.sql(WRITE)
                .param("length", numberLength.orElse(null))
                .param("automatic", automatic)
                .update();
    }

    private PeopleParameters query(String statement) {
        return jdbc.sql(statement)
                .query((row, _) ->
                        new PeopleParameters(
                                Optional.ofNullable(row.getObject("number_length", Integer.class)),
                                row.getBoolean("automatic_numbers"),
                                row.getInt("version")))
                .single();
    }
}
