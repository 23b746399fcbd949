package onecard.platform.reports.catalogue;

import java.util.Optional;
import onecard.platform.system.Language;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the values of filters are called, so that a printed report says what it is of.
final class FilterNames {
    private static final String MERCHANT =
            """
            select name from reporting.merchant where id = :id
            """;

    private static final String TERMINAL =
            """
            select concat_ws(' ', machine_no, name) from reporting.terminal where id = :id
            """;

    private static final String MEAL =
            """
            select case when :english then coalesce(name_en, name) else name end
              from reporting.meal
             where id = :id
            """;

    private static final String PERSON =
            """
            select concat_ws(' ', person_no, name) from reporting.person where id = :id
            """;

    private static final String DEPARTMENT =
            """
            select name from reporting.department where id = :id and name <> ''
            """;

    private static final String GROUP =
            """
            select name from reporting.person_group where id = :id
            """;

    private static final String OPERATOR =
            """
            select operator_name
              from reporting.desk_operation
             where operator = :id
             order by booked_on desc, id desc
             limit 1
            """;

    private FilterNames() {}

    /// Finds the name; a filter by a code has none here.
    static Optional<String> find(JdbcClient jdbc, Filter filter, int id, Language language) {
        return switch (filter) {
            case MERCHANT -> name(jdbc.sql(MERCHANT), id);
            case TERMINAL -> name(jdbc.sql(TERMINAL), id);
            case MEAL -> name(jdbc.sql(MEAL).param("english", language == Language.EN), id);
            case PERSON -> name(jdbc.sql(PERSON), id);
            case DEPARTMENT, OWN_DEPARTMENT -> name(jdbc.sql(DEPARTMENT), id);
            case GROUP -> name(jdbc.sql(GROUP), id);
            case OPERATOR -> name(jdbc.sql(OPERATOR), id);
            case SHIFT, CHANNEL, KIND, PURSE, RESULT, STATE -> Optional.empty();
        };
    }

    private static Optional<String> name(JdbcClient.StatementSpec statement, int id) {
        return statement.param("id", id).query(String.class).optional();
    }
}
