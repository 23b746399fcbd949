package onecard.platform.lists;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `lists.change`.
@Repository
class ListChangeTable {
    private static final String ADD =
            """
            insert into lists.change (list, version, changed_at, added, removed)
            values (:list, :version, :at, :added, :removed)
            """;

    private static final String KNOWS =
            """
            select exists (select from lists.change where list = :list and version = :version)
            """;

    private static final String BEHIND =
            """
            select c.version,
                   (select count(*)
                      from lists.change later
                     where later.list = c.list and later.version > c.version) as behind
              from lists.change c
             where c.list = :list and c.version = any (:versions)
            """;

    /// The newest version of a list stays, however old it is: terminals have it.
    private static final String FORGET =
            """
            delete from lists.change c
             where c.changed_at < :before
               and c.version < (select max(newest.version)
                                  from lists.change newest
                                 where newest.list = c.list)
            """;

    private final JdbcClient jdbc;

    ListChangeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(CardList list, long version, Instant at, ListEntryTable.Counts counts) {
        jdbc.sql(ADD)
                .param("list", list.name())
                .param("version", version)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("added", counts.added())
                .param("removed", counts.removed())
                .update();
    }

    boolean knows(CardList list, long version) {
        return jdbc.sql(KNOWS)
                .param("list", list.name())
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    Map<Long, Integer> behind(CardList list, Collection<Long> versions) {
        var behind = new HashMap<Long, Integer>();
        jdbc.sql(BEHIND)
                .param("list", list.name())
                .param("versions", versions.toArray(Long[]::new))
                .query(row -> {
                    behind.put(row.getLong("version"), row.getInt("behind"));
                });
        return behind;
    }

    int forget(Instant before) {
        return jdbc.sql(FORGET).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }
}
