package onecard.platform.lists;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `lists.wish`. Its rows change under the lock of the lists.
@Repository
class ListWishTable {
    private static final String MEET =
            """
            insert into lists.wish (issue, allowed, since)
            select i, :allowed, :at
              from unnest(:issues) i
             order by i
            on conflict do nothing
            """;

    private static final String WISH =
            """
            insert into lists.wish as w (issue, allowed, since)
            select i, :allowed, :at
              from unnest(:issues) i
             order by i
            on conflict (issue) do update
               set allowed = excluded.allowed, since = excluded.since
             where w.allowed <> excluded.allowed
            """;

    private static final String READ =
            """
            select issue, allowed
              from lists.wish
             where issue = any (:issues)
            """;

    private final JdbcClient jdbc;

    ListWishTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Notes the wish for issues that were never seen before; the others keep theirs.
    void meet(Collection<Integer> issues, boolean allowed, Instant at) {
        write(MEET, issues, allowed, at);
    }

    void wish(Collection<Integer> issues, boolean allowed, Instant at) {
        write(WISH, issues, allowed, at);
    }

    private void write(String statement, Collection<Integer> issues, boolean allowed, Instant at) {
        jdbc.sql(statement)
                .param("issues", issues.toArray(Integer[]::new))
                .param("allowed", allowed)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Map<Integer, Boolean> read(Collection<Integer> issues) {
        var wishes = new HashMap<Integer, Boolean>();
        jdbc.sql(READ)
                .param("issues", issues.toArray(Integer[]::new))
                .query(row -> {
                    wishes.put(row.getInt("issue"), row.getBoolean("allowed"));
                });
        return wishes;
    }
}
