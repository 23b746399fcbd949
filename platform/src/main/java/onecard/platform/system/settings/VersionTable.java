package onecard.platform.system.settings;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import onecard.platform.system.Versioned;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `system.version`.
@Repository
class VersionTable {
    private static final String READ =
            """
            select what, number
              from system.version
            """;

    private static final String RAISE =
            """
            update system.version
               set number = number + 1
             where what = :what
            """;

    private final JdbcClient jdbc;

    VersionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Versioned, Long> read() {
        Map<Versioned, Long> versions = new EnumMap<>(Versioned.class);
        jdbc.sql(READ)
                .query(row -> {
                    versions.put(Versioned.valueOf(row.getString("what")), row.getLong("number"));
                });
        return Collections.unmodifiableMap(versions);
    }

    void raise(Versioned what) {
        jdbc.sql(RAISE).param("what", what.name()).update();
    }
}
