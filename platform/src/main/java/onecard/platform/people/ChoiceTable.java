package onecard.platform.people;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `people.choice`.
@Repository
class ChoiceTable {
    private static final String OF_LIST =
            """
            select id, list, code, name
              from people.choice
             where list = :list
             order by id
            """;

    private static final String LOCK =
            """
            select id, list, code, name
              from people.choice
             where id = :id
               for update
            """;

    private static final String ADD =
            """
            insert into people.choice (list, name)
            values (:list, :name)
            on conflict do nothing
            returning id
            """;

    private static final String RENAME =
            """
            update people.choice c
               set name = :name
             where id = :id
               and not exists (select
                                 from people.choice o
                                where o.list = c.list and o.name = :name and o.id <> c.id)
            """;

    private static final String REMOVE =
            """
            delete from people.choice
             where id = :id
            """;

    private static final String USES =
            """
            select (select count(*) from people.person where holder_type = :id)
                   + (select count(*) from people.leaving where reason = :id)
            """;

    private final JdbcClient jdbc;

    ChoiceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param code of what came with the platform
    /// @param name as the site calls it
    record Row(ChoiceId id, Choice.List list, @Nullable String code, @Nullable String name) {}

    List<Row> of(Choice.List list) {
        return jdbc.sql(OF_LIST).param("list", list.name()).query(ChoiceTable::row).list();
    }

    Optional<Row> lock(ChoiceId id) {
        return jdbc.sql(LOCK).param("id", id.value()).query(ChoiceTable::row).optional();
    }

    /// Adds an entry; empty if there is one of this name.
    Optional<ChoiceId> add(Choice.List list, String name) {
        return jdbc.sql(ADD)
                .param("list", list.name())
                .param("name", name)
                .query((row, _) -> new ChoiceId(row.getInt("id")))
                .optional();
    }

    boolean rename(ChoiceId id, String name) {
        return jdbc.sql(RENAME).param("id", id.value()).param("name", name).update() == 1;
    }

    void remove(ChoiceId id) {
        jdbc.sql(REMOVE).param("id", id.value()).update();
    }

    int uses(ChoiceId id) {
        return jdbc.sql(USES).param("id", id.value()).query(Integer.class).single();
    }

    private static Row row(java.sql.ResultSet row, int ignored) throws java.sql.SQLException {
        return new Row(
                new ChoiceId(row.getInt("id")),
                Choice.List.valueOf(row.getString("list")),
                row.getString("code"),
                row.getString("name"));
    }
}
