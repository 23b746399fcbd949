package onecard.platform.system.signin;

import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `system.role` and `system.role_permission`; what they hold is seeded by a migration.
@Repository
class RoleTable {
    private static final String LIST =
            """
            select r.name,
                   array_agg(p.permission order by p.permission) as permissions
              from system.role r
              join system.role_permission p on p.role = r.name
             group by r.name, r.ordinal
             order by r.ordinal
            """;

    private final JdbcClient jdbc;

    RoleTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(String name, List<String> permissions) {}

    List<Row> list() {
        return jdbc.sql(LIST)
                .query((row, _) ->
                        new Row(
                                row.getString("name"),
                                Arrays.asList((String[]) row.getArray("permissions").getArray())))
                .list();
    }
}
