package onecard.platform.system.node;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `system.daily_job`.
@Repository
class DailyJobTable {
    private static final String CLAIM =
            """
            insert into system.daily_job as known (job, day, node, lease_until)
            values (:job, :day, :node, :until)
            on conflict (job, day) do update
               set node = :node, lease_until = :until
             where known.finished_at is null
               and known.lease_until < :now
            """;

    private static final String EXTEND =
            """
            update system.daily_job
               set lease_until = :until
             where job = :job and day = :day and node = :node and finished_at is null
            """;

    private static final String FINISH =
            """
            update system.daily_job
               set finished_at = :now
             where job = :job and day = :day and node = :node
            """;

    private final JdbcClient jdbc;

    DailyJobTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Takes the job of that day until then, if nobody has it and it is not done.
    boolean claim(String job, LocalDate day, int node, Instant now, Instant until) {
        return jdbc.sql(CLAIM)
                        .param("job", job)
                        .param("day", day)
                        .param("node", node)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("until", until.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void extend(String job, LocalDate day, int node, Instant until) {
        jdbc.sql(EXTEND)
                .param("job", job)
                .param("day", day)
                .param("node", node)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    void finish(String job, LocalDate day, int node, Instant now) {
        jdbc.sql(FINISH)
                .param("job", job)
                .param("day", day)
                .param("node", node)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
