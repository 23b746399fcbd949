package onecard.platform.terminals;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.database.Columns;
import onecard.vocabulary.Money;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Owns `terminals.alone`.
@Repository
class AloneTable {
    private static final String ALL =
            """
            select terminal, since, stored_cents, said_at
              from terminals.alone
            """;

    private static final String NOTE =
            """
            insert into terminals.alone as a (terminal, since, stored_cents, said_at)
            select terminal, 'epoch'::timestamptz + since_us * interval '1 microsecond',
                   stored_cents, 'epoch'::timestamptz + said_us * interval '1 microsecond'
              from unnest(?::int[], ?::bigint[], ?::bigint[], ?::bigint[])
                   as n(terminal, since_us, stored_cents, said_us)
             order by terminal
            on conflict (terminal) do update
               set since = excluded.since,
                   stored_cents = excluded.stored_cents,
                   said_at = excluded.said_at
             where a.said_at <= excluded.said_at
               and (a.since, a.stored_cents)
                   is distinct from (excluded.since, excluded.stored_cents)
            """;

    private final JdbcTemplate jdbc;

    AloneTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<TerminalId, SellsAlone> all() {
        var all = new HashMap<TerminalId, SellsAlone>();
        jdbc.query(
                ALL,
                row -> {
                    Timestamp since = row.getTimestamp("since");
                    all.put(
                            new TerminalId(row.getInt("terminal")),
                            new SellsAlone(
                                    Optional.ofNullable(since).map(Timestamp::toInstant),
                                    Money.ofCents(row.getLong("stored_cents")),
                                    row.getTimestamp("said_at").toInstant()));
                });
        return all;
    }

    /// Notes what many terminals said.
    ///
    /// @return of how many it was news
    int note(Map<TerminalId, SellsAlone> said) {
        var rows = List.copyOf(said.entrySet());
        ConnectionCallback<Integer> work =
                connection -> {
                    try (var note = connection.prepareStatement(NOTE)) {
                        new Columns<>(note, 0, rows)
                                .ints(row -> row.getKey().value())
                                .optionalLongs(
                                        row -> row.getValue().since().map(AloneTable::micros))
                                .longs(row -> row.getValue().stored().cents())
                                .micros(row -> row.getValue().at());
                        return note.executeUpdate();
                    }
                };
        Integer news = jdbc.execute(work);
        return news == null ? 0 : news;
    }

    private static long micros(Instant moment) {
        return Columns.micros(moment);
    }
}
