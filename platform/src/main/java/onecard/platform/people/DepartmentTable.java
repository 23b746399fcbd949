package onecard.platform.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `people.department`.
@Repository
class DepartmentTable {
    private static final String ALL =
            """
            select id, code, name, parent
              from people.department
             where code is not null
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
               and code is not null
               for update
            """;

    /// Keeps departments from being removed until the transaction ends.
    private static final String HOLD =
            """
            select id
              from people.department
             where id = any (:ids)
               and code is not null
             order by id
               for key share
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

    /// Everything that was below the old code is below the new one afterwards.
    private static final String RECODE =
            """
            update people.department
               set code = :to || substr(code, char_length(:from) + 1)
             where code >= :from and code < :end
            """;

    private static final String HANG =
            """
            update people.department
               set parent = :parent
             where id = :id
            """;

    private static final String DEEPEST =
            """
            select max(char_length(code))
              from people.department
             where code >= :from and code < :end
            """;

    private static final String SIBLING_NAMED =
            """
            select exists (select
                             from people.department
                            where parent = :parent and name = :name and id <> :id)
            """;

    private static final String REMOVE =
            """
            update people.department
               set code = null, parent = null, removed_at = :at
             where id = :id
            """;

    private static final String NAMED =
            """
            select id, code, name, parent
              from people.department
             where name = :name and code is not null
             order by code
            """;

    /// One at a time, so that no code is given twice while the tree is turned.
    private static final String LOCK_TREE =
            "select true from pg_advisory_xact_lock(hashtextextended('people.department', 0))";

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

    /// Keeps these departments where they are until the transaction ends; what is not there is not
    /// in the answer.
    Set<DepartmentId> hold(Collection<DepartmentId> ids) {
        var numbers = ids.stream().map(DepartmentId::value).toArray(Integer[]::new);
        return jdbc
                .sql(HOLD)
                .param("ids", numbers)
                .query((row, _) -> new DepartmentId(row.getInt("id")))
                .stream()
                .collect(Collectors.toSet());
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

    /// Keeps others from changing the tree until the transaction ends.
    void lockTree() {
        jdbc.sql(LOCK_TREE).query(Boolean.class).single();
    }

    /// Tells whether somebody else below that parent is called so.
    boolean siblingNamed(DepartmentId parent, String name, DepartmentId id) {
        return jdbc.sql(SIBLING_NAMED)
                .param("parent", parent.value())
                .param("name", name)
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /// Returns the longest code at or below this one.
    int deepest(DepartmentCode code) {
        return jdbc.sql(DEEPEST)
                .param("from", code.value())
                .param("end", code.end())
                .query(Integer.class)
                .single();
    }

    /// Hangs a department and all below it under another parent.
    void move(DepartmentId id, DepartmentCode from, DepartmentCode to, DepartmentId parent) {
        jdbc.sql(HANG).param("id", id.value()).param("parent", parent.value()).update();
        jdbc.sql(RECODE)
                .param("from", from.value())
                .param("end", from.end())
                .param("to", to.value())
                .update();
    }

    void remove(DepartmentId id, Instant at) {
        jdbc.sql(REMOVE).param("id", id.value()).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    List<Department> named(String name) {
        return jdbc.sql(NAMED).param("name", name).query(DepartmentTable::row).list();
    }

    private static Department row(ResultSet row, int ignored) throws SQLException {
        int parent = row.getInt("parent");
        return new Department(
                new DepartmentId(row.getInt("id")),
                Objects.requireNonNullElse(row.getString("code"), ""),
                row.getString("name"),
                parent == 0 ? Optional.empty() : Optional.of(new DepartmentId(parent)));
    }
}
