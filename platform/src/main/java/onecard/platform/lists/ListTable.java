package onecard.platform.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `lists.list`.
@Repository
class ListTable {
    private static final String READ =
            """
            select name, version, cards, changed_at
              from lists.list
             order by name
            """;

    private static final String LOCK =
            """
            select name, version, cards, changed_at
              from lists.list
             order by name
               for update
            """;

    private static final String CHANGED =
            """
            update lists.list
               set version = :version, cards = cards + :more, changed_at = :at
             where name = :name
            """;

    private final JdbcClient jdbc;

    ListTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How a list stands.
    record Row(CardList list, long version, int cards, Optional<Instant> changedAt) {}

    List<Row> read() {
        return jdbc.sql(READ).query(ListTable::row).list();
    }

    /// Locks the lists until the end of the transaction and returns their versions.
    Map<CardList, Long> lock() {
        var versions = new EnumMap<CardList, Long>(CardList.class);
        jdbc.sql(LOCK)
                .query(ListTable::row)
                .list()
                .forEach(row -> versions.put(row.list(), row.version()));
        return versions;
    }

    void changed(CardList list, long version, int more, Instant at) {
        jdbc.sql(CHANGED)
                .param("name", list.name())
                .param("version", version)
                .param("more", more)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Row row(ResultSet row, int ignored) throws SQLException {
        return new Row(
                CardList.valueOf(row.getString("name")),
                row.getLong("version"),
                row.getInt("cards"),
                Optional.ofNullable(row.getObject("changed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
