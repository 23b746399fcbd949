package onecard.platform.jobs;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `jobs.file`.
@Repository
class JobFileTable {
    private static final String PUT =
            """
            insert into jobs.file as known (job, name, type, content, made_at)
            values (:job, :name, :type, :content, :at)
            on conflict (job) do update
               set name = :name, type = :type, content = :content, made_at = :at
            """;

    private static final String FIND =
            """
            select name, type, content
              from jobs.file
             where job = :job
            """;

    private static final String FORGET =
            """
            delete from jobs.file
             where made_at < :before
            """;

    private final JdbcClient jdbc;

    JobFileTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(int job, JobFile file, Instant at) {
        jdbc.sql(PUT)
                .param("job", job)
                .param("name", file.name())
                .param("type", file.type())
                .param("content", file.content())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<JobFile> find(int job) {
        return jdbc.sql(FIND)
                .param("job", job)
                .query((row, _) ->
                        new JobFile(
                                row.getString("name"),
                                row.getString("type"),
                                row.getBytes("content")))
                .optional();
    }

    void forget(Instant before) {
        jdbc.sql(FORGET).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }
}
