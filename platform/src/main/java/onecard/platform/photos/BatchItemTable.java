package onecard.platform.photos;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onecard.platform.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `photos.batch_item`.
@Repository
class BatchItemTable {
    private static final String ADD =
            """
            insert into photos.batch_item
                   (batch, position, file_name, person, outcome, flaws, sealed, width, height)
            values (:batch, :position, :name, cast(:person as int), :outcome, :flaws,
                    cast(:sealed as bytea), cast(:width as smallint), cast(:height as smallint))
            """;

    private static final String LAST =
            """
            select coalesce(max(position), 0)
              from photos.batch_item
             where batch = :batch
            """;

    private static final String PEOPLE =
            """
            select person
              from photos.batch_item
             where batch = :batch and person is not null
            """;

    private static final String PAGE =
            """
            select position, file_name, person, outcome, flaws, sealed, width, height
              from photos.batch_item
             where batch = :batch and position > :after
               and (:all or outcome not in ('STORED', 'ACCEPTED'))
             order by position
             limit :limit
            """;

    private static final String LOCK =
            """
            select position, file_name, person, outcome, flaws, sealed, width, height
              from photos.batch_item
             where batch = :batch and position = :position
               for update
            """;

    private static final String ACCEPTED =
            """
            update photos.batch_item
               set outcome = 'ACCEPTED', sealed = null, width = null, height = null
             where batch = :batch and position = :position
            """;

    private static final String FORGET =
            """
            update photos.batch_item
               set sealed = null, width = null, height = null
             where person = :person
            """;

    private static final String COUNTS =
            """
            select outcome, count(*) as files
              from photos.batch_item
             where batch = :batch
             group by outcome
            """;

    private final JdbcClient jdbc;

    BatchItemTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(int batch, BatchItem item) {
        jdbc.sql(ADD)
                .param("batch", batch)
                .param("position", item.position())
                .param("name", item.fileName())
                .param("person", item.person().map(PersonId::value).orElse(null))
                .param("outcome", item.outcome().name())
                .param("flaws", StoredPortrait.words(item.flaws()))
                .param("sealed", item.kept().map(BatchItem.Kept::sealed).orElse(null))
                .param("width", item.kept().map(BatchItem.Kept::width).orElse(null))
                .param("height", item.kept().map(BatchItem.Kept::height).orElse(null))
                .update();
    }

    /// How far the batch is.
    int last(int batch) {
        return jdbc.sql(LAST).param("batch", batch).query(Integer.class).single();
    }

    Set<PersonId> people(int batch) {
        return new HashSet<>(
                jdbc.sql(PEOPLE)
                        .param("batch", batch)
                        .query((row, _) -> new PersonId(row.getInt("person")))
                        .list());
    }

    List<BatchItem> page(int batch, boolean all, int after, int limit) {
        return jdbc.sql(PAGE)
                .param("batch", batch)
                .param("all", all)
                .param("after", after)
                .param("limit", limit)
                .query(BatchItemTable::item)
                .list();
    }

    Optional<BatchItem> lock(int batch, int position) {
        return jdbc.sql(LOCK)
                .param("batch", batch)
                .param("position", position)
                .query(BatchItemTable::item)
                .optional();
    }

    void accepted(int batch, int position) {
        jdbc.sql(ACCEPTED).param("batch", batch).param("position", position).update();
    }

    /// Throws away what is kept of a person's photos.
    void forget(PersonId person) {
        jdbc.sql(FORGET).param("person", person.value()).update();
    }

    Map<BatchItem.Outcome, Integer> counts(int batch) {
        var counts = new EnumMap<BatchItem.Outcome, Integer>(BatchItem.Outcome.class);
        jdbc.sql(COUNTS)
                .param("batch", batch)
                .query(row -> {
                    counts.put(
                            BatchItem.Outcome.valueOf(row.getString("outcome")),
                            row.getInt("files"));
                });
        return counts;
    }

    private static BatchItem item(ResultSet row, int ignored) throws SQLException {
        int person = row.getInt("person");
        boolean known = !row.wasNull();
        byte @Nullable [] sealed = row.getBytes("sealed");
        return new BatchItem(
                row.getInt("position"),
                row.getString("file_name"),
                known ? Optional.of(new PersonId(person)) : Optional.empty(),
                BatchItem.Outcome.valueOf(row.getString("outcome")),
                StoredPortrait.flaws(row.getString("flaws")),
                sealed == null
                        ? Optional.empty()
                        : Optional.of(
                                new BatchItem.Kept(
                                        sealed, row.getInt("width"), row.getInt("height"))));
    }
}
