package onecard.platform.purchases;

import java.sql.PreparedStatement;
import java.util.List;
import onecard.platform.database.Columns;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Writes `purchases.claim`: the numbers that were used, for ever. Rows are only inserted.
@Repository
class ClaimTable {
    private static final String INSERT =
            """
            insert into purchases.claim (terminal, seq, number, booked_on)
            select terminal, seq, number, date '1970-01-01' + booked_on
              from (select unnest(?) as terminal, unnest(?) as seq, unnest(?) as number,
                           unnest(?) as booked_on) as c
            """;

    private final JdbcTemplate jdbc;

    ClaimTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// Claims the numbers of these rows, which are sorted by claim.
    ///
    /// @throws LostRace if one of them is claimed already; the transaction is void then. A plain
    ///   insert that fails costs every other tray less than one that asks first.
    void claim(List<JournalRow> rows) {
        ConnectionCallback<Integer> work =
                connection -> {
                    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                        new Columns<>(insert, 0, rows)
                                .ints(row -> row.claim().terminal())
                                .longs(row -> row.claim().seq())
                                .longs(JournalRow::number)
                                .days(JournalRow::bookedOn);
                        return insert.executeUpdate();
                    }
                };
        try {
            jdbc.execute(work);
        } catch (DuplicateKeyException _) {
            throw new LostRace("A number was claimed elsewhere");
        }
    }
}
