package onecard.platform.purchases;

import java.sql.PreparedStatement;
import java.util.List;
import onecard.platform.database.Columns;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Writes `purchases.voided`: which purchases were taken back. Rows are only inserted.
@Repository
class VoidedTable {
    private static final String INSERT =
            """
            insert into purchases.voided (purchase, number, booked_on)
            select purchase, number, date '1970-01-01' + booked_on
              from (select unnest(?) as purchase, unnest(?) as number, unnest(?) as booked_on) as v
             order by purchase
            on conflict do nothing
            """;

    private final JdbcTemplate jdbc;

    VoidedTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// Notes which purchases these rows take back.
    ///
    /// @return how many were not taken back before
    int add(List<JournalRow> voids) {
        ConnectionCallback<Integer> work =
                connection -> {
                    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                        new Columns<>(insert, 0, voids)
                                .longs(row -> row.undoes().orElseThrow().number())
                                .longs(JournalRow::number)
                                .days(JournalRow::bookedOn);
                        return insert.executeUpdate();
                    }
                };
        Integer added = jdbc.execute(work);
        return added == null ? 0 : added;
    }
}
