package onecard.platform.purchases.books;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import onecard.platform.ledger.BooksReport;
import onecard.platform.ledger.JournalNumber;
import onecard.platform.ledger.RunningTotal;
import onecard.vocabulary.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Owns `purchases.books_state`: what was last seen of the books, by whichever node looked last.
@Repository
class BooksStateTable {
    private static final String NONE = "0";
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private static final String SEEN =
            """
            insert into purchases.books_state as s
                   (checked_at, difference, entries, as_of, bad_check, bad_values)
            values (:at, :difference, :entries, :asOf, :check, cast(:values as jsonb))
            on conflict (only_row) do update
               set checked_at = excluded.checked_at,
                   difference = excluded.difference,
                   entries = excluded.entries,
                   as_of = excluded.as_of,
                   bad_check = excluded.bad_check,
                   bad_values = excluded.bad_values
            """;

    private static final String VERIFIED =
            """
            update purchases.books_state
               set verified_at = :at, verified_bad_check = :check,
                   verified_bad_values = cast(:values as jsonb)
            """;

    private static final String READ =
            """
            select checked_at, difference, entries, as_of, verified_at,
                   coalesce(verified_bad_check, bad_check) as bad_check,
                   coalesce(verified_bad_values, bad_values) as bad_values
              from purchases.books_state
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    BooksStateTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// What was last seen.
    ///
    /// @param asOf the newest entry that was added up, as people read it; `0` while there is none
    /// @param verifiedAt when all of it was last added up anew; empty if it never was
    record State(
            Instant checkedAt,
            Money difference,
            long entries,
            String asOf,
            Optional<Instant> verifiedAt,
            Optional<Bad> bad) {
        boolean balanced() {
            return difference.isZero() && bad.isEmpty();
        }
    }

    /// What did not fit.
    record Bad(String check, Map<String, Object> values) {}

    void seen(RunningTotal total, Instant at) {
        var row =
                jdbc.sql(SEEN)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("difference", total.difference().cents())
                        .param("entries", total.entries())
                        .param("asOf", total.newest().map(JournalNumber::toString).orElse(NONE));
        withBad(row, total.firstBad()).update();
    }

    /// Notes what adding up everything anew brought to light; until the next time it stands above
    /// what the running total says.
    void verified(Optional<BooksReport.Check> bad, Instant at) {
        withBad(jdbc.sql(VERIFIED).param("at", at.atOffset(ZoneOffset.UTC)), bad).update();
    }

    Optional<State> read() {
        return jdbc.sql(READ).query(this::state).optional();
    }

    private JdbcClient.StatementSpec withBad(
            JdbcClient.StatementSpec statement, Optional<BooksReport.Check> bad) {
        return statement
                .param("check", bad.map(BooksReport.Check::name).orElse(null))
                .param(
                        "values",
                        bad.map(check -> json.writeValueAsString(check.values())).orElse(null));
    }

    private State state(ResultSet row, int ignored) throws SQLException {
        @Nullable String check = row.getString("bad_check");
        return new State(
                row.getObject("checked_at", OffsetDateTime.class).toInstant(),
                Money.ofCents(row.getLong("difference")),
                row.getLong("entries"),
                row.getString("as_of"),
                Optional.ofNullable(row.getObject("verified_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                check == null ? Optional.empty() : Optional.of(new Bad(check, values(row))));
    }

    private Map<String, Object> values(ResultSet row) throws SQLException {
        @Nullable String text = row.getString("bad_values");
        return text == null ? Map.of() : json.readValue(text, VALUES);
    }
}
