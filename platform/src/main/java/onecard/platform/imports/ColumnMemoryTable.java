package onecard.platform.imports;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Owns `imports.column_memory`: which columns were chosen for a heading (`D-29`).
@Repository
class ColumnMemoryTable {
    private static final String PUT =
            """
            insert into imports.column_memory as known (kind, heading, columns, used_at)
            values (:kind, :heading, cast(:columns as jsonb), :at)
            on conflict (kind, heading) do update
               set columns = cast(:columns as jsonb), used_at = :at
            """;

    private static final String FIND =
            """
            select columns
              from imports.column_memory
             where kind = :kind and heading = :heading
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ColumnMemoryTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void put(String kind, String heading, Map<String, Integer> columns, Instant at) {
        jdbc.sql(PUT)
                .param("kind", kind)
                .param("heading", heading)
                .param("columns", json.writeValueAsString(columns))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Map<String, Integer>> find(String kind, String heading) {
        return jdbc.sql(FIND)
                .param("kind", kind)
                .param("heading", heading)
                .query((row, _) ->
                        json.readValue(
                                row.getString("columns"),
                                new TypeReference<Map<String, Integer>>() {}))
                .optional();
    }
}
