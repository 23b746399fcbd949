package onecard.platform.photos;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `photos.batch`.
@Repository
class BatchTable {
    private static final String ADD =
            """
            insert into photos.batch (key, file_name, made_at, made_by)
            values (:key, :name, :at, :by)
            returning id
            """;

    private static final String FIND =
            """
            select id, key, file_name, made_at, made_by, parts, bytes, files, consents, job, done_at
              from photos.batch
             where id = :id
            """;

    private static final String LOCK = FIND + "   for update";

    private static final String LIST =
            """
            select id, key, file_name, made_at, made_by, parts, bytes, files, consents, job, done_at
              from photos.batch
             where id < :before and job is not null
             order by id desc
             limit :limit
            """;

    private static final String OLD =
            """
            select id, key, file_name, made_at, made_by, parts, bytes, files, consents, job, done_at
              from photos.batch
             where made_at < :before
             order by id
             limit :limit
            """;

    private static final String PART =
            """
            update photos.batch
               set parts = parts + 1, bytes = bytes + :bytes
             where id = :id
            """;

    private static final String BEGIN =
            """
            update photos.batch
               set job = :job, files = :files, consents = cast(:consents as text)
             where id = :id
            """;

    private static final String DONE =
            """
            update photos.batch
               set done_at = :at
             where id = :id
            """;

    private static final String REMOVE =
            """
            delete from photos.batch
             where id = :id
            """;

    private final JdbcClient jdbc;

    BatchTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int add(int key, String fileName, String by, Instant at) {
        return jdbc.sql(ADD)
                .param("key", key)
                .param("name", fileName)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    Optional<Batch> find(int id) {
        return jdbc.sql(FIND).param("id", id).query(BatchTable::batch).optional();
    }

    Optional<Batch> lock(int id) {
        return jdbc.sql(LOCK).param("id", id).query(BatchTable::batch).optional();
    }

    /// Batches that were begun, newest first.
    List<Batch> list(int before, int limit) {
        return jdbc.sql(LIST)
                .param("before", before)
                .param("limit", limit)
                .query(BatchTable::batch)
                .list();
    }

    List<Batch> olderThan(Instant before, int limit) {
        return jdbc.sql(OLD)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(BatchTable::batch)
                .list();
    }

    void part(int id, long bytes) {
        jdbc.sql(PART).param("id", id).param("bytes", bytes).update();
    }

    void begin(int id, int job, int files, Optional<Consent.Giver> consents) {
        jdbc.sql(BEGIN)
                .param("id", id)
                .param("job", job)
                .param("files", files)
                .param("consents", consents.map(Enum::name).orElse(null))
                .update();
    }

    void done(int id, Instant at) {
        jdbc.sql(DONE).param("id", id).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    void remove(int id) {
        jdbc.sql(REMOVE).param("id", id).update();
    }

    private static Batch batch(ResultSet row, int ignored) throws SQLException {
        int job = row.getInt("job");
        boolean begun = !row.wasNull();
        @Nullable OffsetDateTime done = row.getObject("done_at", OffsetDateTime.class);
        return new Batch(
                row.getInt("id"),
                row.getInt("key"),
                row.getString("file_name"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"),
                row.getInt("parts"),
                row.getLong("bytes"),
                row.getInt("files"),
                Optional.ofNullable(row.getString("consents")).map(Consent.Giver::valueOf),
                begun ? Optional.of(job) : Optional.empty(),
                Optional.ofNullable(done).map(OffsetDateTime::toInstant));
    }
}
