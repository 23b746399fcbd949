package onecard.platform.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import onecard.platform.system.MerchantScope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what the day at a glance shows, through the views of schema `reporting`.
final class TodayWindow {
    private static final String TAKINGS =
            """
            select merchant, meal, sum(count) as count, sum(net) as net, sum(cash) as cash,
                   sum(subsidy) as subsidy, sum(declined) as declined
              from reporting.takings
             where business_day = :day
               and (cast(:scope as int[]) is null or merchant = any (:scope))
             group by merchant, meal
            """;

    private static final String TERMINALS =
            """
            select count(*) filter (where served and last_heard_at >= :since) as up, count(*) as total
              from reporting.terminal
             where state = 'ACTIVE'
               and (cast(:scope as int[]) is null or merchant = any (:scope))
            """;

    private static final String BOOKS =
            """
            select checked_at, difference, entries, as_of, bad_check, bad_values
              from reporting.books
            """;

    private TodayWindow() {}

    /// What one merchant took in one meal, or outside every meal.
    record Taken(
            int merchant,
            Optional<Integer> meal,
            long count,
            long net,
            long cash,
            long subsidy,
            long declined) {}

    static List<Taken> takings(JdbcClient jdbc, LocalDate day, MerchantScope scope) {
        return jdbc.sql(TAKINGS)
                .param("day", day)
                .param("scope", scope.forSql())
                .query(TodayWindow::taken)
                .list();
    }

    private static Taken taken(ResultSet row, int ignored) throws SQLException {
        int meal = row.getInt("meal");
        boolean none = row.wasNull();
        return new Taken(
                row.getInt("merchant"),
                none ? Optional.empty() : Optional.of(meal),
                row.getLong("count"),
                row.getLong("net"),
                row.getLong("cash"),
                row.getLong("subsidy"),
                row.getLong("declined"));
    }

    /// @param since who was heard since then is up
    static Today.TerminalCount terminals(JdbcClient jdbc, Instant since, MerchantScope scope) {
        return jdbc.sql(TERMINALS)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("scope", scope.forSql())
                .query((row, _) ->
                        new Today.TerminalCount(
                                row.getLong("up"),
                                row.getLong("total") - row.getLong("up"),
                                row.getLong("total")))
                .single();
    }

    /// What was last seen of the books.
    ///
    /// @param badCheck the check that the first bad entry does not pass
    /// @param badValues what the sentence about it names, as JSON
    record Books(
            Instant checkedAt,
            long difference,
            long entries,
            String asOf,
            Optional<String> badCheck,
            Optional<String> badValues) {}

    static Optional<Books> books(JdbcClient jdbc) {
        return jdbc.sql(BOOKS).query(TodayWindow::seen).optional();
    }

    private static Books seen(ResultSet row, int ignored) throws SQLException {
        @Nullable String check = row.getString("bad_check");
        @Nullable String values = row.getString("bad_values");
        return new Books(
                row.getObject("checked_at", OffsetDateTime.class).toInstant(),
                row.getLong("difference"),
                row.getLong("entries"),
                row.getString("as_of"),
                Optional.ofNullable(check),
                Optional.ofNullable(values));
    }
}
