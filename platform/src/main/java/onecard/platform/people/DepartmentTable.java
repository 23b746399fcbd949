package onecard.platform.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `people.department`.
@Repository
class DepartmentTable {
    private static final String ALL =
            """
            select id, code, name, parent
              from people.department
             order by code
            """;

    private static final String FIND =
            """
            select id, code, name, parent
              from people.department
             where id = any (:ids)
            """;

    private static final String BY_CODE =
            """
            select id, code, name, parent
              from people.department
             where code = :code
            """;

    private static final String LOCK =
            """
            select id, code, name, parent
              from people.department
             where id = :id
               for update
            """;

    private static final String CHILD_CODES =
            """
            select code
              from people.department
             where parent = :id
            """;

    private static final String ADD =
            """
            insert into people.department (code, name, parent)
            values (:code, :name, :parent)
            on conflict do nothing
            returning id, code, name, parent
            """;

    private static final String RENAME =
            """
            update people.department d
               set name = :name
             where d.id = :id
               and not exists (select
                                 from people.department s
                                where s.parent = d.parent and s.name = :name and s.id <> d.id)
            returning id, code, name, parent
            """;

    private final JdbcClient jdbc;

    DepartmentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Department> all() {
        return jdbc.sql(ALL).query(DepartmentTable::row).list();
    }

    List<Department> find(Collection<DepartmentId> ids) {
        var numbers = ids.stream().map(DepartmentId::value).toArray(Integer[]::new);
        return jdbc.sql(FIND).param("ids", numbers).query(DepartmentTable::row).list();
    }

    Optional<Department> byCode(String code) {
        return jdbc.sql(BY_CODE).param("code", code).query(DepartmentTable::row).optional();
    }

    /// Locks a department until the transaction ends, so that two children do not get one code.
    Optional<Department> lock(DepartmentId id) {
        return jdbc.sql(LOCK).param("id", id.value()).query(DepartmentTable::row).optional();
    }

    List<String> childCodes(DepartmentId id) {
        return jdbc.sql(CHILD_CODES)
                .param("id", id.value())
                .query((row, _) -> row.getString("code"))
                .list();
    }

    /// Adds a department; empty if the parent has one of this name.
    Optional<Department> add(DepartmentCode code, String name, DepartmentId parent) {
        return jdbc.sql(ADD)
                .param("code", code.value())
                .param("name", name)
                .param("parent", parent.value())
                .query(DepartmentTable::row)
                .optional();
    }

    /// Renames a department; empty if a sibling has this name.
    Optional<Department> rename(DepartmentId id, String name) {
        return jdbc.sql(RENAME)
                .param("id", id.value())
                .param("name", name)
                .query(DepartmentTable::row)
                .optional();
    }

    private static Department row(ResultSet row, int ignored) throws SQLException {
        int parent = row.getInt("parent");
        return new Department(
                new DepartmentId(row.getInt("id")),
                row.getString("code"),
                row.getString("name"),
                parent == 0 ? Optional.empty() : Optional.of(new DepartmentId(parent)));
    }
}
