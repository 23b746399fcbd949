package onecard.platform.photos;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `photos.parameter`, which has one row.
@Repository
class PhotoParameterTable {
    private static final String READ =
            """
            select leaver_days, version
              from photos.parameter
            """;

    private static final String LOCK = READ + "   for update";

    private static final String WRITE =
            """
            update photos.parameter
               set leaver_days = :days, version = version + 1
            """;

    private final JdbcClient jdbc;

    PhotoParameterTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    PhotoParameters read() {
        return query(READ);
    }

    PhotoParameters lock() {
        return query(LOCK);
    }

    void write(int leaverDays) {
        jdbc.sql(WRITE).param("days", leaverDays).update();
    }

    private PhotoParameters query(String statement) {
        return jdbc.sql(statement)
                .query((row, _) ->
                        new PhotoParameters(row.getInt("leaver_days"), row.getInt("version")))
                .single();
    }
}
