package onecard.platform.rules;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import onecard.vocabulary.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `rules.rule_limit`.
@Repository
class RuleLimitTable {
    private static final String OPEN_ONES =
            """
            select id, rule, span, coverage
              from rules.rule_limit
             where closed_at is null
             order by id
            """;

    private static final String OPEN =
            """
            insert into rules.rule_limit (rule, span, coverage, opened_at)
            values (:rule, :span, :coverage, :at)
            returning id
            """;

    private static final String CLOSE =
            """
            update rules.rule_limit
               set closed_at = :at
             where id = :id
            """;

    private final JdbcClient jdbc;

    RuleLimitTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What a limit counts.
    record Coverage(RuleId rule, Window window, String purchases) {}

    /// A limit that counts.
    record Row(LimitId id, Coverage coverage) {}

    List<Row> openOnes() {
        return jdbc.sql(OPEN_ONES)
                .query((row, _) ->
                        new Row(
                                new LimitId(row.getInt("id")),
                                new Coverage(
                                        new RuleId(row.getInt("rule")),
                                        Window.valueOf(row.getString("span")),
                                        row.getString("coverage"))))
                .list();
    }

    Row open(Coverage coverage, Instant at) {
        int id =
                jdbc.sql(OPEN)
                        .param("rule", coverage.rule().value())
                        .param("span", coverage.window().name())
                        .param("coverage", coverage.purchases())
                        .param("at", Timestamp.from(at))
                        .query(Integer.class)
                        .single();
        return new Row(new LimitId(id), coverage);
    }

    void close(LimitId id, Instant at) {
        jdbc.sql(CLOSE).param("id", id.value()).param("at", Timestamp.from(at)).update();
    }
}
