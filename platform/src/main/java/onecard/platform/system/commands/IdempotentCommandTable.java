package onecard.platform.system.commands;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `system.idempotent_command`.
@Repository
class IdempotentCommandTable {
    /// Waits for a twin that is just under way, and finds its row when it has committed.
    private static final String CLAIM =
            """
            insert into system.idempotent_command (operator_id, key, body_hash, at)
            values (:operator, :key, :body, :now)
            on conflict do nothing
            """;

    private static final String FIND =
            """
            select body_hash = :body as same_body, answer::text as answer
              from system.idempotent_command
             where operator_id = :operator
               and key = :key
            """;

    private static final String ANSWER =
            """
            update system.idempotent_command
               set answer = cast(:answer as jsonb)
             where operator_id = :operator
               and key = :key
            """;

    private static final String FORGET =
            """
            delete from system.idempotent_command
             where at < :before
            """;

    private final JdbcClient jdbc;

    IdempotentCommandTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(boolean sameBody, String answer) {}

    boolean claim(int operator, UUID key, byte[] body, Instant now) {
        return jdbc.sql(CLAIM)
                        .param("operator", operator)
                        .param("key", key)
                        .param("body", body)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Row find(int operator, UUID key, byte[] body) {
        return jdbc.sql(FIND)
                .param("operator", operator)
                .param("key", key)
                .param("body", body)
                .query((row, _) -> new Row(row.getBoolean("same_body"), row.getString("answer")))
                .single();
    }

    void answer(int operator, UUID key, String answer) {
        jdbc.sql(ANSWER)
                .param("operator", operator)
                .param("key", key)
                .param("answer", answer)
                .update();
    }

    int forget(Instant before) {
        return jdbc.sql(FORGET).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }
}
