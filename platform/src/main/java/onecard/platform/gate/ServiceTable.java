package onecard.platform.gate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `gate.service`.
@Repository
class ServiceTable {
    private static final String ALL =
            """
            select id, kind, standard, name, port, running, everybody, version
              from gate.service
             order by standard desc, id
            """;

    private static final String LOCK =
            """
            select id, kind, standard, name, port, running, everybody, version
              from gate.service
             where id = :id
               for update
            """;

    private static final String ADD =
            """
            insert into gate.service
                   (kind, standard, name, port, running, everybody, version)
            values (:kind, false, :name, :port, false, :everybody, 1)
            returning id
            """;

    private static final String CHANGE =
            """
            update gate.service
               set name = :name,
                   port = :port,
                   running = :running,
                   everybody = :everybody,
                   version = version + 1
             where id = :id
            """;

    private static final String REMOVE =
            """
            delete from gate.service
             where id = :id
               and not standard
            """;

    private final JdbcClient jdbc;

    ServiceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An instance as it is wanted.
    ///
    /// @param standard there from the beginning
    /// @param name empty: the default instance, called so by the console
    /// @param port empty: the one of the start
    record Row(
            int id,
            ServiceKind kind,
            boolean standard,
            Optional<String> name,
            Optional<Integer> port,
            boolean running,
            boolean everybody,
            int version) {
        Row with(Optional<String> newName, Optional<Integer> newPort, boolean all) {
            return new Row(id, kind, standard, newName, newPort, running, all, version);
        }

        Row runs(boolean now) {
            return new Row(id, kind, standard, name, port, now, everybody, version);
        }
    }

    /// Returns all of them, the default ones first.
    List<Row> all() {
        return jdbc.sql(ALL).query(ServiceTable::row).list();
    }

    Optional<Row> lock(int id) {
        return jdbc.sql(LOCK).param("id", id).query(ServiceTable::row).optional();
    }

    /// Adds an instance that does not run yet, and returns its number.
    int add(ServiceKind kind, String name, int port, boolean everybody) {
        return jdbc.sql(ADD)
                .param("kind", kind.name())
                .param("name", name)
                .param("port", port)
                .param("everybody", everybody)
                .query((row, _) -> row.getInt("id"))
                .single();
    }

    void change(Row row) {
        jdbc.sql(CHANGE)
                .param("id", row.id())
                .param("name", row.name().orElse(null))
                .param("port", row.port().orElse(null))
                .param("running", row.running())
                .param("everybody", row.everybody())
                .update();
    }

    void remove(int id) {
        jdbc.sql(REMOVE).param("id", id).update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getInt("id"),
                ServiceKind.valueOf(row.getString("kind")),
                row.getBoolean("standard"),
                Optional.ofNullable(row.getString("name")),
                Optional.ofNullable(row.getObject("port", Integer.class)),
                row.getBoolean("running"),
                row.getBoolean("everybody"),
                row.getInt("version"));
    }
}
