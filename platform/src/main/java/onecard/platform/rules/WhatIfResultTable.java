package onecard.platform.rules;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Owns `rules.what_if_result`.
@Repository
class WhatIfResultTable {
    private static final String FORGET =
            """
            delete from rules.what_if_result
             where job = :job or made_at < :before
            """;

    private static final String ADD =
            """
            insert into rules.what_if_result (job, made_at, found)
            values (:job, :at, cast(:found as jsonb))
            """;

    private static final String FIND =
            """
            select found
              from rules.what_if_result
             where job = :job
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    WhatIfResultTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Throws away what this job found in an earlier run, and what is older than that.
    void forget(int job, Instant before) {
        jdbc.sql(FORGET).param("job", job).param("before", Timestamp.from(before)).update();
    }

    void add(int job, Instant at, WhatIfFound found) {
        jdbc.sql(ADD)
                .param("job", job)
                .param("at", Timestamp.from(at))
                .param("found", json.writeValueAsString(found))
                .update();
    }

    Optional<WhatIfFound> find(int job) {
        return jdbc.sql(FIND)
                .param("job", job)
                .query((row, _) -> json.readValue(row.getString("found"), WhatIfFound.class))
                .optional();
    }
}
