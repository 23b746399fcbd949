package onecard.platform.terminals;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.database.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Owns `terminals.terminal_sign`.
@Repository
class TerminalSignTable {
    private static final String ALL =
            """
            select terminal, heard_at, address, bought_at, reported_at, clock_offset_ms, firmware,
                   last_seq, unsent, allow_version, block_version, last_error
              from terminals.terminal_sign
            """;

    private static final String ONE = ALL + " where terminal = ?";

    /// Several nodes may hear one terminal: the newest wins, column by column.
    private static final String WRITE =
            """
            insert into terminals.terminal_sign as s
                   (terminal, heard_at, address, bought_at, reported_at, clock_offset_ms, firmware,
                    last_seq, unsent, allow_version, block_version, last_error)
            select terminal, 'epoch'::timestamptz + heard_us * interval '1 microsecond', address,
                   'epoch'::timestamptz + bought_us * interval '1 microsecond',
                   'epoch'::timestamptz + reported_us * interval '1 microsecond',
                   clock_offset_ms, firmware, last_seq, unsent, allow_version, block_version,
                   last_error
              from unnest(?::int[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[],
                          ?::text[], ?::bigint[], ?::int[], ?::bigint[], ?::bigint[], ?::text[])
                   as n(terminal, heard_us, address, bought_us, reported_us, clock_offset_ms,
                        firmware, last_seq, unsent, allow_version, block_version, last_error)
             order by terminal
            on conflict (terminal) do update
               set heard_at = greatest(s.heard_at, excluded.heard_at),
                   address = case when excluded.heard_at >= s.heard_at
                                  then excluded.address else s.address end,
                   bought_at = greatest(s.bought_at, excluded.bought_at),
                   reported_at = greatest(s.reported_at, excluded.reported_at),
                   clock_offset_ms = case when excluded.reported_at >= s.reported_at
                                          then excluded.clock_offset_ms
                                          else coalesce(s.clock_offset_ms,
                                                        excluded.clock_offset_ms) end,
                   firmware = case when excluded.reported_at >= s.reported_at
                                   then excluded.firmware
                                   else coalesce(s.firmware, excluded.firmware) end,
                   last_seq = greatest(s.last_seq, excluded.last_seq),
                   unsent = case when excluded.reported_at >= s.reported_at
                                 then excluded.unsent else coalesce(s.unsent, excluded.unsent) end,
                   allow_version = case when excluded.reported_at >= s.reported_at
                                        then excluded.allow_version
                                        else coalesce(s.allow_version,
                                                      excluded.allow_version) end,
                   block_version = case when excluded.reported_at >= s.reported_at
                                        then excluded.block_version
                                        else coalesce(s.block_version,
                                                      excluded.block_version) end,
                   last_error = case when excluded.reported_at >= s.reported_at
                                     then excluded.last_error
                                     else coalesce(s.last_error, excluded.last_error) end
            """;

    private final JdbcTemplate jdbc;

    TerminalSignTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<TerminalId, Sign> all() {
        var signs = new HashMap<TerminalId, Sign>();
        jdbc.query(
                ALL,
                row -> {
                    signs.put(new TerminalId(row.getInt("terminal")), sign(row));
                });
        return signs;
    }

    Optional<Sign> of(TerminalId terminal) {
        return jdbc.query(ONE, (row, _) -> sign(row), terminal.value()).stream().findFirst();
    }

    private static Sign sign(ResultSet row) throws SQLException {
        Optional<Instant> reportedAt = moment(row.getTimestamp("reported_at"));
        Optional<Heard.Report> report =
                reportedAt.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Heard.Report(
                                        Duration.ofMillis(row.getLong("clock_offset_ms")),
                                        row.getString("firmware"),
                                        row.getLong("last_seq"),
                                        row.getInt("unsent"),
                                        row.getLong("allow_version"),
                                        row.getLong("block_version"),
                                        Optional.ofNullable(row.getString("last_error"))));
        return new Sign(
                row.getTimestamp("heard_at").toInstant(),
                row.getString("address"),
                moment(row.getTimestamp("bought_at")),
                reportedAt,
                report);
    }

    private static Optional<Instant> moment(@Nullable Timestamp column) {
        return Optional.ofNullable(column).map(Timestamp::toInstant);
    }

    /// Writes what many terminals showed, in one statement.
    void write(Map<TerminalId, Sign> signs) {
        var rows = List.copyOf(signs.entrySet());
        ConnectionCallback<Integer> work =
                connection -> {
                    try (PreparedStatement write = connection.prepareStatement(WRITE)) {
                        new Columns<>(write, 0, rows)
                                .ints(row -> row.getKey().value())
                                .micros(row -> row.getValue().heardAt())
                                .texts(row -> row.getValue().address())
                                .optionalLongs(row -> micros(row.getValue().boughtAt()))
                                .optionalLongs(row -> micros(row.getValue().reportedAt()))
                                .optionalLongs(row ->
                                        row.getValue()
                                                .report()
                                                .map(r -> r.clockOffset().toMillis()))
                                .texts(row ->
                                        row.getValue()
                                                .report()
                                                .map(Heard.Report::firmware)
                                                .orElse(null))
                                .optionalLongs(
                                        row -> row.getValue().report().map(Heard.Report::lastSeq))
                                .optionalInts(
                                        row -> row.getValue().report().map(Heard.Report::unsent))
                                .optionalLongs(row ->
                                        row.getValue().report().map(Heard.Report::allowVersion))
                                .optionalLongs(row ->
                                        row.getValue().report().map(Heard.Report::blockVersion))
                                .texts(row ->
                                        row.getValue()
                                                .report()
                                                .flatMap(Heard.Report::lastError)
                                                .orElse(null));
                        return write.executeUpdate();
                    }
                };
        jdbc.execute(work);
    }

    private static Optional<Long> micros(Optional<Instant> moment) {
        return moment.map(Columns::micros);
    }
}
