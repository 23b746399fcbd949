package onecard.platform.terminals;

import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.List;
import onecard.platform.database.Columns;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Owns `terminals.told_day`.
@Repository
class ToldDayTable {
    /// Several nodes may hear one terminal: the newest wins.
    private static final String WRITE =
            """
            insert into terminals.told_day as d
                   (terminal, day, own_day, told_at, sales, sum, last_seq, unsent, oldest_at)
            select terminal, date '1970-01-01' + day, date '1970-01-01' + own_day,
                   'epoch'::timestamptz + told_us * interval '1 microsecond',
                   sales, sum, last_seq, unsent,
                   'epoch'::timestamptz + oldest_us * interval '1 microsecond'
              from unnest(?::int[], ?::int[], ?::int[], ?::bigint[], ?::int[], ?::bigint[],
                          ?::bigint[], ?::int[], ?::bigint[])
                   as n(terminal, day, own_day, told_us, sales, sum, last_seq, unsent, oldest_us)
             order by terminal, day
            on conflict (terminal, day) do update
               set own_day = excluded.own_day,
                   told_at = excluded.told_at,
                   sales = excluded.sales,
                   sum = excluded.sum,
                   last_seq = excluded.last_seq,
                   unsent = excluded.unsent,
                   oldest_at = excluded.oldest_at
             where excluded.told_at >= d.told_at
            """;

    private final JdbcTemplate jdbc;

    ToldDayTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record Row(TerminalId terminal, LocalDate day, LocalDate ownDay, DayTold told) {}

    void write(List<Row> rows) {
        ConnectionCallback<Integer> work =
                connection -> {
                    try (PreparedStatement write = connection.prepareStatement(WRITE)) {
                        new Columns<>(write, 0, rows)
                                .ints(row -> row.terminal().value())
                                .days(Row::day)
                                .days(Row::ownDay)
                                .micros(row -> row.told().at())
                                .ints(row -> row.told().count())
                                .longs(row -> row.told().sum().cents())
                                .longs(row -> row.told().lastSeq())
                                .ints(row -> row.told().unsent())
                                .optionalLongs(row -> row.told().oldestAt().map(Columns::micros));
                        return write.executeUpdate();
                    }
                };
        jdbc.execute(work);
    }
}
