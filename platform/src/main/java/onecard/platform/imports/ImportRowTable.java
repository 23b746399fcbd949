package onecard.platform.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Owns `imports.judged_row`: the preview.
@Repository
class ImportRowTable {
    private static final String ADD =
            """
            insert into imports.judged_row
                   (import, row, effect, hidden, subject, cells, problems, notices)
            select :import, row, effect, hidden, subject, cast(cells as jsonb),
                   cast(problems as jsonb), cast(notices as jsonb)
              from unnest(cast(:rows as int[]), cast(:effects as text[]),
                          cast(:hidden as boolean[]), cast(:subjects as text[]),
                          cast(:cells as text[]), cast(:problems as text[]),
                          cast(:notices as text[]))
                   as given (row, effect, hidden, subject, cells, problems, notices)
            """;

    private static final String CLEAR = "delete from imports.judged_row where import = :import";

    private static final String PAGE =
            """
            select row, effect, hidden, subject, cells, problems, notices
              from imports.judged_row
             where import = :import and row > :after
               and (cast(:effect as text) is null or effect = :effect)
               and (not :noticed or notices <> '[]')
             order by row
             limit :limit
            """;

    private static final String FORGET =
            """
            delete from imports.judged_row
             where import in (select id from imports.import where made_at < :before)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportRowTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// A row of the preview.
    record Row(
            int row,
            RowEffect effect,
            boolean hidden,
            String subject,
            Map<String, String> cells,
            List<RowNote> problems,
            List<RowNote> notices) {}

    void clear(int importId) {
        jdbc.sql(CLEAR).param("import", importId).update();
    }

    void add(int importId, List<? extends JudgedRow<?>> rows) {
        jdbc.sql(ADD)
                .param("import", importId)
                .param("rows", rows.stream().map(row -> row.line().row()).toArray(Integer[]::new))
                .param(
                        "effects",
                        rows.stream().map(row -> row.effect().name()).toArray(String[]::new))
                .param(
                        "hidden",
                        rows.stream().map(row -> row.line().hidden()).toArray(Boolean[]::new))
                .param(
                        "subjects",
                        rows.stream().map(row -> clean(row.subject())).toArray(String[]::new))
                .param("cells", rows.stream().map(this::cells).toArray(String[]::new))
                .param(
                        "problems",
                        rows.stream().map(row -> notes(row.problems())).toArray(String[]::new))
                .param(
                        "notices",
                        rows.stream().map(row -> notes(row.notices())).toArray(String[]::new))
                .update();
    }

    List<Row> page(
            int importId, int after, int limit, Optional<RowEffect> effect, boolean noticed) {
        return jdbc.sql(PAGE)
                .param("import", importId)
                .param("after", after)
                .param("limit", limit)
                .param("effect", effect.map(RowEffect::name).orElse(null))
                .param("noticed", noticed)
                .query(this::row)
                .list();
    }

    void forget(Instant before) {
        jdbc.sql(FORGET).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }

    private String cells(JudgedRow<?> row) {
        return json.writeValueAsString(
                row.line().cells().entrySet().stream()
                        .filter(each -> !each.getValue().isBlank())
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, each -> clean(each.getValue().text()))));
    }

    private String notes(List<RowNote> notes) {
        return notes.isEmpty()
                ? "[]"
                : clean(json.writeValueAsString(notes)).replace("\\u0000", "");
    }

    /// The database knows no text with a zero character.
    private static String clean(String text) {
        return text.replace("\0", "");
    }

    private Row row(ResultSet row, int ignored) throws SQLException {
        return new Row(
                row.getInt("row"),
                RowEffect.valueOf(row.getString("effect")),
                row.getBoolean("hidden"),
                row.getString("subject"),
                json.readValue(row.getString("cells"), new TypeReference<Map<String, String>>() {}),
                json.readValue(row.getString("problems"), new TypeReference<List<RowNote>>() {}),
                json.readValue(row.getString("notices"), new TypeReference<List<RowNote>>() {}));
    }
}
