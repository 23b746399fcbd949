package onecard.platform.lists;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import onecard.vocabulary.CardUid;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `lists.entry`. Its rows change under the lock of the lists.
@Repository
class ListEntryTable {
    /// Writes only what differs, so that what stays as it is makes no new version.
    private static final String PUT =
            """
            with changed as (
                insert into lists.entry as e (list, uid, listed, version)
                select :list, w.uid, w.listed, :version
                  from unnest(:uids, :listed) as w(uid, listed)
                  left join lists.entry before on before.list = :list and before.uid = w.uid
                 where w.listed <> coalesce(before.listed, false)
                 order by w.uid
                on conflict (list, uid) do update
                   set listed = excluded.listed, version = excluded.version
                returning e.listed
            )
            select count(*) filter (where listed) as added,
                   count(*) filter (where not listed) as removed
              from changed
            """;

    private static final String SINCE =
            """
            select uid, listed
              from lists.entry
             where list = :list and version > :version
             order by version desc, uid
             limit :limit
            """;

    private static final String WHOLE =
            """
            select uid, listed
              from lists.entry
             where list = :list and listed
             order by version desc, uid
             limit :limit
            """;

    private static final String LISTED =
            """
            select uid
              from lists.entry
             where list = :list and listed and uid = any (:uids)
            """;

    private final JdbcClient jdbc;

    ListEntryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many cards came on a list and left it.
    record Counts(int added, int removed) {
        boolean none() {
            return added == 0 && removed == 0;
        }
    }

    /// Whether a card is to be on a list.
    record Wanted(CardUid uid, boolean listed) {}

    Counts put(CardList list, long version, List<Wanted> wanted) {
        return jdbc.sql(PUT)
                .param("list", list.name())
                .param("version", version)
                .param("uids", bytes(wanted.stream().map(Wanted::uid).toList()))
                .param("listed", wanted.stream().map(Wanted::listed).toArray(Boolean[]::new))
                .query((row, _) -> new Counts(row.getInt("added"), row.getInt("removed")))
                .single();
    }

    /// Returns what changed after a version, the latest first.
    List<Wanted> since(CardList list, long version, int limit) {
        return entries(jdbc.sql(SINCE).param("version", version), list, limit);
    }

    /// Returns the cards that are on a list, the latest first.
    List<Wanted> whole(CardList list, int limit) {
        return entries(jdbc.sql(WHOLE), list, limit);
    }

    private static List<Wanted> entries(
            JdbcClient.StatementSpec statement, CardList list, int limit) {
        return statement
                .param("list", list.name())
                .param("limit", limit)
                .query((row, _) ->
                        new Wanted(CardUid.of(row.getBytes("uid")), row.getBoolean("listed")))
                .list();
    }

    /// Returns those of the cards that are on a list.
    Set<CardUid> listed(CardList list, Collection<CardUid> uids) {
        return jdbc
                .sql(LISTED)
                .param("list", list.name())
                .param("uids", bytes(uids))
                .query((row, _) -> CardUid.of(row.getBytes("uid")))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private static byte[][] bytes(Collection<CardUid> uids) {
        return uids.stream().map(CardUid::bytes).toArray(byte[][]::new);
    }
}
