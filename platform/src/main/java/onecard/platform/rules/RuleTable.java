package onecard.platform.rules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Owns `rules.rule`.
@Repository
class RuleTable {
    private static final String ALL =
            """
            select id, version, form
              from rules.rule
             where not removed
             order by id
            """;

    private static final String LOCK =
            """
            select id, version, form
              from rules.rule
             where id = :id and not removed
               for update
            """;

    private static final String ADD =
            """
            insert into rules.rule (version, name, form)
            values (1, :name, cast(:form as jsonb))
            returning id
            """;

    private static final String CHANGE =
            """
            update rules.rule
               set version = :version, name = :name, form = cast(:form as jsonb)
             where id = :id
            """;

    private static final String REMOVE =
            """
            update rules.rule
               set version = :version, removed = true
             where id = :id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RuleTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Returns all rules, whether switched on or off, but not the removed ones.
    List<RuleEntry> all() {
        return jdbc.sql(ALL).query(this::entry).list();
    }

    /// Locks a rule until the transaction ends.
    Optional<RuleEntry> lock(RuleId id) {
        return jdbc.sql(LOCK).param("id", id.value()).query(this::entry).optional();
    }

    RuleEntry add(RuleDraft draft) {
        int id =
                jdbc.sql(ADD)
                        .param("name", draft.name())
                        .param("form", text(draft))
                        .query(Integer.class)
                        .single();
        return new RuleEntry(new RuleId(id), 1, draft);
    }

    void change(RuleEntry entry) {
        jdbc.sql(CHANGE)
                .param("id", entry.id().value())
                .param("version", entry.version())
                .param("name", entry.draft().name())
                .param("form", text(entry.draft()))
                .update();
    }

    void remove(RuleId id, int version) {
        jdbc.sql(REMOVE).param("id", id.value()).param("version", version).update();
    }

    String text(RuleDraft draft) {
        return json.writeValueAsString(RuleForm.of(draft));
    }

    private RuleEntry entry(ResultSet row, int number) throws SQLException {
        RuleForm form = json.readValue(row.getString("form"), RuleForm.class);
        return new RuleEntry(new RuleId(row.getInt("id")), row.getInt("version"), form.draft());
    }
}
