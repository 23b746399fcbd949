package onecard.platform.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `ledger.strand`. No other class names that table.
@Repository
class StrandTable {
    private static final String OPEN_TRAY =
            "select ledger.open_tray(:strand::smallint, :bookedAt, :bookedOn)";

    private final JdbcClient jdbc;

    StrandTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long openTray(int strand, Instant bookedAt, LocalDate bookedOn) {
        return jdbc.sql(OPEN_TRAY)
                .param("strand", strand)
                .param("bookedAt", OffsetDateTime.ofInstant(bookedAt, ZoneOffset.UTC))
                .param("bookedOn", bookedOn)
                .query((row, _) -> row.getLong(1))
                .single();
    }
}
