package onecard.platform.faces;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `faces.service`.
@Repository
class FaceServiceTable {
    private static final String READ =
            """
            select port, running, version
              from faces.service
            """;

    private static final String LOCK = READ + "   for update";

    private static final String WRITE =
            """
            update faces.service
               set port = :port, running = :running, version = version + 1
            """;

    private final JdbcClient jdbc;

    FaceServiceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The service as it is wanted.
    ///
    /// @param port empty: the one of the start
    /// @param running empty: as the start says
    record Row(Optional<Integer> port, Optional<Boolean> running, int version) {}

    Row read() {
        return row(READ);
    }

    Row lock() {
        return row(LOCK);
    }

    void write(Optional<Integer> port, Optional<Boolean> running) {
        jdbc.sql(WRITE)
                .param("port", port.orElse(null))
                .param("running", running.orElse(null))
                .update();
    }

    private Row row(String statement) {
        return jdbc.sql(statement)
                .query((row, _) ->
                        new Row(
                                Optional.ofNullable(row.getObject("port", Integer.class)),
                                Optional.ofNullable(row.getObject("running", Boolean.class)),
                                row.getInt("version")))
                .single();
    }
}
