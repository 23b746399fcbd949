package onecard.platform.terminals;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `terminals.terminal_key`.
@Repository
class TerminalKeyTable {
    private static final String GOOD_ONES =
            """
            select terminal, number, sealed, made_at, used_at
              from terminals.terminal_key
             where retired_at is null
             order by terminal, number desc
            """;

    private static final String ADD =
            """
            insert into terminals.terminal_key (terminal, number, sealed, made_at)
            select :terminal, coalesce(max(number), 0) + 1, :sealed, :at
              from terminals.terminal_key
             where terminal = :terminal
            returning number
            """;

    private static final String USED =
            """
            update terminals.terminal_key
               set used_at = :at
             where terminal = :terminal and number = :number and used_at is null
            """;

    private static final String RETIRE =
            """
            update terminals.terminal_key
               set retired_at = :at
             where terminal = :terminal and number < :below and retired_at is null
            """;

    private final JdbcClient jdbc;

    TerminalKeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A key as it lies in the database.
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Row(TerminalId terminal, int number, byte[] sealed, Instant madeAt, boolean used) {}

    /// Returns all keys that are not retired, the newest of each terminal first.
    List<Row> goodOnes() {
        return jdbc.sql(GOOD_ONES)
                .query((row, _) ->
                        new Row(
                                new TerminalId(row.getInt("terminal")),
                                row.getInt("number"),
                                row.getBytes("sealed"),
                                row.getTimestamp("made_at").toInstant(),
                                row.getTimestamp("used_at") != null))
                .list();
    }

    /// Adds a key and returns its number.
    int add(TerminalId terminal, byte[] sealed, Instant at) {
        return jdbc.sql(ADD)
                .param("terminal", terminal.value())
                .param("sealed", sealed)
                .param("at", Timestamp.from(at))
                .query((row, _) -> row.getInt("number"))
                .single();
    }

    void used(TerminalId terminal, int number, Instant at) {
        jdbc.sql(USED)
                .param("terminal", terminal.value())
                .param("number", number)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// Retires the keys of a terminal that are older than a number; returns how many that were.
    int retire(TerminalId terminal, int below, Instant at) {
        return jdbc.sql(RETIRE)
                .param("terminal", terminal.value())
                .param("below", below)
                .param("at", Timestamp.from(at))
                .update();
    }
}
