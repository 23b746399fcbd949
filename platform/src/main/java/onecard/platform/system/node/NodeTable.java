package onecard.platform.system.node;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `system.node`.
@Repository
class NodeTable {
    private static final String KNOWN =
            """
            update system.node
               set host = :host, claimed_at = :now
             where node_key = :key
            returning number
            """;

    private static final String NEW =
            """
            insert into system.node (number, node_key, host, claimed_at)
            select coalesce(max(number) + 1, 0), :key, :host, :now
              from system.node
            on conflict do nothing
            returning number
            """;

    private final JdbcClient jdbc;

    NodeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Integer> claimKnown(UUID key, String host, Instant now) {
        return claim(KNOWN, key, host, now);
    }

    /// Takes the next number; empty if another node took it in this moment.
    Optional<Integer> claimNew(UUID key, String host, Instant now) {
        return claim(NEW, key, host, now);
    }

    private Optional<Integer> claim(String sql, UUID key, String host, Instant now) {
        return jdbc.sql(sql)
                .param("key", key)
                .param("host", host)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .optional();
    }
}
