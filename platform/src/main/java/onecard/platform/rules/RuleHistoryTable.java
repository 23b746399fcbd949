package onecard.platform.rules;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `rules.rule_history`.
@Repository
class RuleHistoryTable {
    private static final String NOTE =
            """
            insert into rules.rule_history (rule, version, changed_at, name, form)
            values (:rule, :version, :at, :name, cast(:form as jsonb))
            """;

    private final JdbcClient jdbc;

    RuleHistoryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Notes what a rule says from now on; no form means that it was removed.
    void note(RuleEntry entry, Instant at, Optional<String> form) {
        jdbc.sql(NOTE)
                .param("rule", entry.id().value())
                .param("version", entry.version())
                .param("at", Timestamp.from(at))
                .param("name", entry.draft().name())
                .param("form", form.orElse(null))
                .update();
    }
}
