package onecard.platform.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import onecard.platform.system.Language;
import onecard.platform.system.MerchantScope;
import onecard.platform.system.Operator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Owns `jobs.job`.
@Repository
class JobTable {
    private static final String ADD =
            """
            insert into jobs.job (kind, operator, operator_name, operator_shown, language, job_order,
                                  state, done, total, asked_at)
            values (:kind, :operator, :name, :shown, :language, cast(:order as jsonb),
                    'WAITING', 0, 0, :at)
            returning id, kind, operator, job_order, state, done, total, asked_at, ended_at, result,
                      problem
            """;

    private static final String FIND =
            """
            select id, kind, operator, job_order, state, done, total, asked_at, ended_at, result,
                   problem
              from jobs.job
             where id = :id
            """;

    private static final String CLAIM =
            """
            update jobs.job j
               set state = 'RUNNING', node = :node, lease_until = :until,
                   started_at = coalesce(j.started_at, :now)
             where j.id = (select w.id
                             from jobs.job w
                            where w.kind = any (:kinds)
                              and (w.state = 'WAITING'
                                   or w.state = 'RUNNING' and w.lease_until < :now)
                            order by w.id
                            limit 1
                              for update skip locked)
            returning id, kind, operator, operator_name, operator_shown, language, job_order,
                      cancel_asked
            """;

    /// What this node did when it ended without a word.
    private static final String RELEASE =
            """
            update jobs.job
               set state = 'WAITING', node = null, lease_until = null
             where node = :node and state = 'RUNNING'
            """;

    private static final String PUT_BACK =
            """
            update jobs.job
               set state = 'WAITING', node = null, lease_until = null
             where id = :id and node = :node and state = 'RUNNING'
            """;

    private static final String TELL =
            """
            update jobs.job
               set done = :done, total = :total, lease_until = :until
             where id = :id and node = :node and state = 'RUNNING'
            returning cancel_asked
            """;

    private static final String FINISH =
            """
            update jobs.job
               set state = :state, done = :done, total = :total, ended_at = :at,
                   node = null, lease_until = null,
                   result = cast(:result as jsonb), problem = cast(:problem as jsonb)
             where id = :id and node = :node and state = 'RUNNING'
            """;

    private static final String CANCEL =
            """
            update jobs.job
               set cancel_asked = true,
                   state = case when state = 'WAITING' then 'CANCELLED' else state end,
                   ended_at = case when state = 'WAITING' then cast(:at as timestamptz) end
             where id = :id and state in ('WAITING', 'RUNNING')
            """;

    private static final String FORGET =
            """
            delete from jobs.job
             where ended_at < :before
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JobTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Job add(String kind, Operator operator, String order, Instant at) {
        return jdbc.sql(ADD)
                .param("kind", kind)
                .param("operator", operator.id())
                .param("name", operator.name())
                .param("shown", operator.displayName())
                .param("language", operator.language().tag())
                .param("order", order)
                .param("at", utc(at))
                .query(this::job)
                .single();
    }

    Optional<Job> find(int id) {
        return jdbc.sql(FIND).param("id", id).query(this::job).optional();
    }

    /// Takes the oldest job that nobody has, until then.
    Optional<JobOrder> claim(Collection<String> kinds, int node, Instant now, Instant until) {
        return jdbc.sql(CLAIM)
                .param("kinds", kinds.toArray(String[]::new))
                .param("node", node)
                .param("now", utc(now))
                .param("until", utc(until))
                .query(JobTable::order)
                .optional();
    }

    int release(int node) {
        return jdbc.sql(RELEASE).param("node", node).update();
    }

    void putBack(int id, int node) {
        jdbc.sql(PUT_BACK).param("id", id).param("node", node).update();
    }

    /// Notes how far a job is and keeps it this node's; empty if it is this node's no more.
    ///
    /// @return whether somebody wants it broken off
    Optional<Boolean> tell(int id, int node, long done, long total, Instant until) {
        return jdbc.sql(TELL)
                .param("id", id)
                .param("node", node)
                .param("done", done)
                .param("total", total)
                .param("until", utc(until))
                .query(Boolean.class)
                .optional();
    }

    /// Ends a job of this node.
    void finish(Job job, int node, Instant at) {
        jdbc.sql(FINISH)
                .param("id", job.id())
                .param("node", node)
                .param("state", job.state().name())
                .param("done", job.done())
                .param("total", job.total())
                .param("at", utc(at))
                .param("result", job.result().map(json::writeValueAsString).orElse(null))
                .param("problem", job.problem().map(json::writeValueAsString).orElse(null))
                .update();
    }

    void cancel(int id, Instant at) {
        jdbc.sql(CANCEL).param("id", id).param("at", utc(at)).update();
    }

    void forget(Instant before) {
        jdbc.sql(FORGET).param("before", utc(before)).update();
    }

    private Job job(ResultSet row, int ignored) throws SQLException {
        @Nullable String result = row.getString("result");
        @Nullable String problem = row.getString("problem");
        return new Job(
                row.getInt("id"),
                row.getString("kind"),
                row.getInt("operator"),
                row.getString("job_order"),
                JobState.valueOf(row.getString("state")),
                row.getLong("done"),
                row.getLong("total"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(result).map(json::readTree),
                Optional.ofNullable(problem).map(text -> json.readValue(text, JobProblem.class)));
    }

    private static JobOrder order(ResultSet row, int ignored) throws SQLException {
        var operator =
                new Operator(
                        row.getInt("operator"),
                        row.getString("operator_name"),
                        row.getString("operator_shown"),
                        Language.ofTag(row.getString("language")).orElse(Language.ZH_CN),
                        MerchantScope.ALL,
                        Set.of());
        return new JobOrder(
                row.getInt("id"),
                row.getString("kind"),
                operator,
                row.getString("job_order"),
                row.getBoolean("cancel_asked"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
