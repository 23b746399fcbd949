package onecard.platform.system.node;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `system.master_key`.
@Repository
class MasterKeyTable {
    private static final String NEWEST =
            """
            select proof
              from system.master_key
             order by id desc
             limit 1
            """;

    private static final String ADD =
            """
            insert into system.master_key (id, proof, made_at)
            values (:id, :proof, :now)
            on conflict do nothing
            """;

    private final JdbcClient jdbc;

    MasterKeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Returns the proof of the newest key.
    Optional<byte[]> newest() {
        return jdbc.sql(NEWEST).query(byte[].class).optional();
    }

    boolean add(int id, byte[] proof, Instant now) {
        return jdbc.sql(ADD)
                        .param("id", id)
                        .param("proof", proof)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
