package onecard.platform.system.signin;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `system.session`.
@Repository
class SessionTable {
    private static final String START =
            """
            insert into system.session (id_hash, operator_id, made_at, last_seen_at, address)
            values (:id, :operator, :now, :now, :address)
            """;

    private static final String FIND =
            """
            select operator_id, made_at, last_seen_at
              from system.session
             where id_hash = :id
            """;

    private static final String SEEN =
            """
            update system.session
               set last_seen_at = :now
             where id_hash = :id
            """;

    private static final String END =
            """
            delete from system.session
             where id_hash = :id
            """;

    private static final String END_OTHERS =
            """
            delete from system.session
             where operator_id = :operator
               and id_hash <> :kept
            """;

    private static final String END_OLD =
            """
            delete from system.session
             where last_seen_at < :idle
                or made_at < :absolute
            """;

    private final JdbcClient jdbc;

    SessionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(int operatorId, Instant madeAt, Instant lastSeenAt) {}

    void start(byte[] id, int operator, Instant now, String address) {
        jdbc.sql(START)
                .param("id", id)
                .param("operator", operator)
                .param("now", at(now))
                .param("address", address)
                .update();
    }

    Optional<Row> find(byte[] id) {
        return jdbc.sql(FIND)
                .param("id", id)
                .query((row, _) ->
                        new Row(
                                row.getInt("operator_id"),
                                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                                row.getObject("last_seen_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void seen(byte[] id, Instant now) {
        jdbc.sql(SEEN).param("id", id).param("now", at(now)).update();
    }

    void end(byte[] id) {
        jdbc.sql(END).param("id", id).update();
    }

    /// Ends an operator's sessions but one.
    void endOthers(int operator, byte[] kept) {
        jdbc.sql(END_OTHERS).param("operator", operator).param("kept", kept).update();
    }

    void endOlderThan(Instant idle, Instant absolute) {
        jdbc.sql(END_OLD).param("idle", at(idle)).param("absolute", at(absolute)).update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
