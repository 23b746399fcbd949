package onecard.platform.system.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `system.audit`, to which rows are only added.
@Repository
class AuditTable {
    private static final String ADD =
            """
            insert into system.audit
                   (at, operator_id, operator_name, action, subject, details, address)
            values (:at, cast(:operator as int), :name, :action, :subject,
                    cast(:details as jsonb), cast(:address as text))
            """;

    private static final String LIST =
            """
            select id, at, operator_name, action, subject, details::text as details, address
              from system.audit
             where id < :before
               and (cast(:words as text) is null
                    or operator_name ilike :words or action ilike :words or subject ilike :words
                    or action = any (:actions)
                    or exists (select 1 from unnest(cast(:subjects as text[])) as kind (name)
                                where subject = kind.name or starts_with(subject, kind.name || ' ')))
             order by id desc
             limit :limit
            """;

    private final JdbcClient jdbc;

    AuditTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(
            long id,
            Instant at,
            String operatorName,
            String action,
            String subject,
            String details,
            Optional<String> address) {}

    /// What somebody looks for.
    ///
    /// @param text as it was typed
    /// @param actions whose words have it in them
    /// @param subjects beginnings whose words have it in them
    record Asked(String text, Set<String> actions, List<String> subjects) {}

    /// One line to be written.
    record Line(
            Instant at,
            @Nullable Integer operator,
            String operatorName,
            String action,
            String subject,
            String details,
            @Nullable String address) {}

    void add(Line line) {
        jdbc.sql(ADD)
                .param("at", line.at().atOffset(ZoneOffset.UTC))
                .param("operator", line.operator())
                .param("name", line.operatorName())
                .param("action", line.action())
                .param("subject", line.subject())
                .param("details", line.details())
                .param("address", line.address())
                .update();
    }

    /// Reads lines, newest first.
    List<Row> list(long before, Optional<Asked> asked, int limit) {
        return jdbc.sql(LIST)
                .param("before", before)
                .param("words", asked.map(each -> "%" + escaped(each.text()) + "%").orElse(null))
                .param("actions", asked.map(Asked::actions).orElse(Set.of()).toArray(String[]::new))
                .param(
                        "subjects",
                        asked.map(Asked::subjects).orElse(List.of()).toArray(String[]::new))
                .param("limit", limit)
                .query(AuditTable::row)
                .list();
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("operator_name"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("details"),
                Optional.ofNullable(row.getString("address")));
    }
}
