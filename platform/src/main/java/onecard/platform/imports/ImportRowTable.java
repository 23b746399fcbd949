package onecard.platform.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
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
                   (import, row, effect, hidden, subject, cells, problems, notices, changes)
            select :import, row, effect, hidden, subject, cast(cells as jsonb),
                   cast(problems as jsonb), cast(notices as jsonb), cast(changes as jsonb)
              from unnest(cast(:rows as int[]), cast(:effects as text[]),
                          cast(:hidden as boolean[]), cast(:subjects as text[]),
                          cast(:cells as text[]), cast(:problems as text[]),
                          cast(:notices as text[]), cast(:changes as text[]))
                   as given (row, effect, hidden, subject, cells, problems, notices, changes)
            """;

    private static final String CLEAR = "delete from imports.judged_row where import = :import";

    private static final String PAGE =
            """
            select row, effect, hidden, subject, cells, problems, notices, changes, outcome
              from imports.judged_row
             where import = :import and row > :after
               and (cast(:effect as text) is null or effect = :effect)
               and (not :noticed or notices <> '[]')
               and (not :failed or effect = 'BAD' or outcome is not null)
             order by row
             limit :limit
            """;

    private static final String OUTCOME =
            """
            update imports.judged_row as r
               set outcome = :outcome, problems = cast(given.problems as jsonb)
              from unnest(cast(:rows as int[]), cast(:problems as text[])) as given (row, problems)
             where r.import = :import and r.row = given.row
            """;

    private static final String FAILED =
            """
            select outcome, count(*) as rows
              from imports.judged_row
             where import = :import and outcome is not null
             group by outcome
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
            List<RowNote> notices,
            List<RowChange> changes,
            Optional<RowOutcome> outcome) {}

    /// Which rows are wanted.
    ///
    /// @param noticed only those with a notice
    /// @param failed only those that did not go through, whenever that was
    record Wanted(Optional<RowEffect> effect, boolean noticed, boolean failed) {
        static final Wanted FAILED = new Wanted(Optional.empty(), false, true);
    }

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
                .param(
                        "changes",
                        rows.stream()
                                .map(row -> clean(json.writeValueAsString(row.changes())))
                                .toArray(String[]::new))
                .update();
    }

    void outcome(int importId, RowOutcome outcome, Map<Integer, RowNote> why) {
        var given = List.copyOf(why.entrySet());
        jdbc.sql(OUTCOME)
                .param("import", importId)
                .param("outcome", outcome.name())
                .param("rows", given.stream().map(Map.Entry::getKey).toArray(Integer[]::new))
                .param(
                        "problems",
                        given.stream()
                                .map(each -> notes(List.of(each.getValue())))
                                .toArray(String[]::new))
                .update();
    }

    /// Counts the rows that did not do what the preview said.
    Map<RowOutcome, Integer> outcomes(int importId) {
        var counts = new EnumMap<RowOutcome, Integer>(RowOutcome.class);
        jdbc.sql(FAILED)
                .param("import", importId)
                .query(row -> {
                    counts.put(RowOutcome.valueOf(row.getString("outcome")), row.getInt("rows"));
                });
        return counts;
    }

    List<Row> page(int importId, int after, int limit, Wanted wanted) {
        return jdbc.sql(PAGE)
                .param("import", importId)
                .param("after", after)
                .param("limit", limit)
                .param("effect", wanted.effect().map(RowEffect::name).orElse(null))
                .param("noticed", wanted.noticed())
                .param("failed", wanted.failed())
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
                json.readValue(row.getString("notices"), new TypeReference<List<RowNote>>() {}),
                json.readValue(row.getString("changes"), new TypeReference<List<RowChange>>() {}),
                Optional.ofNullable(row.getString("outcome")).map(RowOutcome::valueOf));
    }
}
