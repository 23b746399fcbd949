package onecard.platform.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `people.person_group`.
@Repository
class PersonGroupTable {
    private static final String ALL =
            """
            select id, code, name, value
              from people.person_group
             order by value
            """;

    private static final String FIND =
            """
            select id, code, name, value
              from people.person_group
             where id = :id
            """;

    private static final String LOCK =
            """
            select id, code, name, value
              from people.person_group
             where id = :id
               for update
            """;

    private static final String BY_VALUE =
            """
            select id, code, name, value
              from people.person_group
             where value = :value
            """;

    /// Names the first other group that has one of the three.
    private static final String CLASH =
            """
            select case when code = :code then 'code' when name = :name then 'name' else 'value' end
              from people.person_group
             where (code = :code or name = :name or value = :value)
               and id <> :id
             order by id
             limit 1
            """;

    private static final String ADD =
            """
            insert into people.person_group (code, name, value)
            values (:code, :name, :value)
            on conflict do nothing
            returning id, code, name, value
            """;

    private static final String CHANGE =
            """
            update people.person_group
               set code = :code, name = :name, value = :value, version = version + 1
             where id = :id
            """;

    private static final String REMOVE =
            """
            delete from people.person_group
             where id = :id
            """;

    private final JdbcClient jdbc;

    PersonGroupTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PersonGroup> all() {
        return jdbc.sql(ALL).query(PersonGroupTable::row).list();
    }

    Optional<PersonGroup> find(GroupId id) {
        return jdbc.sql(FIND).param("id", id.value()).query(PersonGroupTable::row).optional();
    }

    Optional<PersonGroup> lock(GroupId id) {
        return jdbc.sql(LOCK).param("id", id.value()).query(PersonGroupTable::row).optional();
    }

    Optional<PersonGroup> byValue(int value) {
        return jdbc.sql(BY_VALUE).param("value", value).query(PersonGroupTable::row).optional();
    }

    /// Returns which of code, name and value another group has, if any.
    Optional<String> clash(int id, String code, String name, int value) {
        return jdbc.sql(CLASH)
                .param("id", id)
                .param("code", code)
                .param("name", name)
                .param("value", value)
                .query(String.class)
                .optional();
    }

    /// Adds a group; empty if another has its code, name or value.
    Optional<PersonGroup> add(String code, String name, int value) {
        return jdbc.sql(ADD)
                .param("code", code)
                .param("name", name)
                .param("value", value)
                .query(PersonGroupTable::row)
                .optional();
    }

    void change(PersonGroup group) {
        jdbc.sql(CHANGE)
                .param("id", group.id().value())
                .param("code", group.code())
                .param("name", group.name())
                .param("value", group.value())
                .update();
    }

    void remove(GroupId id) {
        jdbc.sql(REMOVE).param("id", id.value()).update();
    }

    private static PersonGroup row(ResultSet row, int ignored) throws SQLException {
        return new PersonGroup(
                new GroupId(row.getInt("id")),
                row.getString("code"),
                row.getString("name"),
                row.getInt("value"));
    }
}
