package onecard.platform.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import onecard.platform.system.Operator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Owns `imports.import`.
@Repository
class ImportTable {
    private static final String ADD =
            """
            insert into imports.import
                   (kind, operator, operator_name, file_name, fingerprint, content, state, choice,
                    made_at)
            values (:kind, :operator, :operatorName, :fileName, :fingerprint, :content, 'UPLOADED',
                    cast(:choice as jsonb), :at)
            returning id
            """;

    private static final String COLUMNS =
            """
            select id, kind, operator, operator_name, file_name, fingerprint, state, choice, counts,
                   sums, digest, job, made_at, done_at
              from imports.import
            """;

    private static final String FIND = COLUMNS + " where id = :id";
    private static final String LOCK = COLUMNS + " where id = :id for update";

    private static final String LIST =
            COLUMNS
                    + """
                     where kind = :kind and state in ('DONE', 'UNDONE') and id < :before
                     order by id desc
                     limit :limit
                    """;

    private static final String TWIN =
            COLUMNS
                    + """
                     where kind = :kind and fingerprint = :fingerprint and state = 'DONE'
                       and id <> :id
                     order by id desc
                     limit 1
                    """;

    private static final String CONTENT =
            """
            select content
              from imports.import
             where id = :id and content is not null
            """;

    private static final String CHOOSE =
            """
            update imports.import
               set state = 'UPLOADED', choice = cast(:choice as jsonb), counts = null, digest = null,
                   sums = '[]'
             where id = :id
            """;

    private static final String JOB = "update imports.import set job = :job where id = :id";

    private static final String CHECKED =
            """
            update imports.import
               set state = 'CHECKED', counts = cast(:counts as jsonb), digest = :digest,
                   sums = cast(:sums as jsonb)
             where id = :id
            """;

    private static final String DONE =
            """
            update imports.import
               set state = 'DONE', done_at = :at
             where id = :id
            """;

    private static final String TOTAL =
            """
            update imports.import
               set sums = cast(:sums as jsonb)
             where id = :id
            """;

    private static final String UNDONE =
            """
            update imports.import
               set state = 'UNDONE'
             where id = :id
            """;

    private static final String FORGET_FILES =
            """
            update imports.import
               set content = null
             where made_at < :before and content is not null
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// A file that was uploaded.
    @SuppressWarnings("ArrayRecordComponent") // written once
    record Upload(String kind, String fileName, String fingerprint, byte[] content) {}

    int add(Upload upload, Operator operator, ImportChoice choice, Instant at) {
        return jdbc.sql(ADD)
                .param("kind", upload.kind())
                .param("operator", operator.id())
                .param("operatorName", operator.displayName())
                .param("fileName", upload.fileName())
                .param("fingerprint", upload.fingerprint())
                .param("content", upload.content())
                .param("choice", json.writeValueAsString(choice))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    Optional<Import> find(int id) {
        return jdbc.sql(FIND).param("id", id).query(this::row).optional();
    }

    Optional<Import> lock(int id) {
        return jdbc.sql(LOCK).param("id", id).query(this::row).optional();
    }

    List<Import> list(String kind, int before, int limit) {
        return jdbc.sql(LIST)
                .param("kind", kind)
                .param("before", before)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    /// Finds the latest other import of the same file that is in force.
    Optional<Import> twin(Import of) {
        return jdbc.sql(TWIN)
                .param("kind", of.kind())
                .param("fingerprint", of.fingerprint())
                .param("id", of.id())
                .query(this::row)
                .optional();
    }

    Optional<byte[]> content(int id) {
        return jdbc.sql(CONTENT)
                .param("id", id)
                .query((row, _) -> row.getBytes("content"))
                .optional();
    }

    void choose(int id, ImportChoice choice) {
        jdbc.sql(CHOOSE).param("id", id).param("choice", json.writeValueAsString(choice)).update();
    }

    void job(int id, int job) {
        jdbc.sql(JOB).param("id", id).param("job", job).update();
    }

    void checked(int id, Import.Counts counts, List<ImportSum> sums, String digest) {
        jdbc.sql(CHECKED)
                .param("id", id)
                .param("counts", json.writeValueAsString(counts))
                .param("sums", json.writeValueAsString(sums))
                .param("digest", digest)
                .update();
    }

    void done(int id, Instant at) {
        jdbc.sql(DONE).param("id", id).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    void total(int id, List<ImportSum> sums) {
        jdbc.sql(TOTAL).param("id", id).param("sums", json.writeValueAsString(sums)).update();
    }

    void undone(int id) {
        jdbc.sql(UNDONE).param("id", id).update();
    }

    void forgetFiles(Instant before) {
        jdbc.sql(FORGET_FILES).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }

    private Import row(ResultSet row, int ignored) throws SQLException {
        @Nullable String counts = row.getString("counts");
        @Nullable OffsetDateTime done = row.getObject("done_at", OffsetDateTime.class);
        int job = row.getInt("job");
        return new Import(
                row.getInt("id"),
                row.getString("kind"),
                row.getInt("operator"),
                row.getString("operator_name"),
                row.getString("file_name"),
                row.getString("fingerprint"),
                ImportState.valueOf(row.getString("state")),
                json.readValue(row.getString("choice"), ImportChoice.class),
                counts == null
                        ? Optional.empty()
                        : Optional.of(json.readValue(counts, Import.Counts.class)),
                json.readValue(row.getString("sums"), new TypeReference<List<ImportSum>>() {}),
                Optional.ofNullable(row.getString("digest")),
                job == 0 ? Optional.empty() : Optional.of(job),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                done == null ? Optional.empty() : Optional.of(done.toInstant()));
    }
}
