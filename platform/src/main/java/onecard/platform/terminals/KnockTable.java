package onecard.platform.terminals;

import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import onecard.platform.database.Columns;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Owns `terminals.knock`.
@Repository
class KnockTable {
    /// How many strangers are remembered.
    static final int KEPT = 200;

    private static final String ALL =
            """
            select identity, address, times, first_at, last_at
              from terminals.knock
             order by last_at desc, identity
            """;

    private static final String NOTE =
            """
            insert into terminals.knock as k (identity, address, times, first_at, last_at)
            select identity, address, times,
                   'epoch'::timestamptz + at_us * interval '1 microsecond',
                   'epoch'::timestamptz + at_us * interval '1 microsecond'
              from unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[])
                   as n(identity, address, times, at_us)
             order by identity
            on conflict (identity) do update
               set address = excluded.address,
                   times = k.times + excluded.times,
                   last_at = greatest(k.last_at, excluded.last_at)
            """;

    private static final String FORGET_OLD =
            """
            delete from terminals.knock
             where identity in (select identity
                                  from terminals.knock
                                 order by last_at desc, identity
                                offset ?)
            """;

    private static final String FORGET =
            """
            delete from terminals.knock
             where identity = ?
            """;

    private final JdbcTemplate jdbc;

    KnockTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// Somebody who knocked.
    record Row(String identity, String address, long times, Instant firstAt, Instant lastAt) {}

    List<Row> all() {
        return jdbc.query(
                ALL,
                (row, _) ->
                        new Row(
                                row.getString("identity"),
                                row.getString("address"),
                                row.getLong("times"),
                                row.getTimestamp("first_at").toInstant(),
                                row.getTimestamp("last_at").toInstant()));
    }

    void note(List<Row> knocks) {
        ConnectionCallback<Integer> work =
                connection -> {
                    try (PreparedStatement write = connection.prepareStatement(NOTE)) {
                        new Columns<>(write, 0, knocks)
                                .texts(Row::identity)
                                .texts(Row::address)
                                .longs(Row::times)
                                .micros(Row::lastAt);
                        return write.executeUpdate();
                    }
                };
        jdbc.execute(work);
        jdbc.update(FORGET_OLD, KEPT);
    }

    void forget(String identity) {
        jdbc.update(FORGET, identity);
    }
}
