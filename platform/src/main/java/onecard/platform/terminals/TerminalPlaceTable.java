package onecard.platform.terminals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import onecard.platform.merchants.MerchantId;
import onecard.platform.merchants.OutletId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `terminals.terminal_place`.
@Repository
class TerminalPlaceTable {
    private static final String NOTE =
            """
            insert into terminals.terminal_place (terminal, since, merchant, outlet)
            values (:terminal, :since, :merchant, :outlet)
            """;

    private static final String AT =
            """
            select merchant, outlet
              from terminals.terminal_place
             where terminal = :terminal and since <= :at
             order by since desc
             limit 1
            """;

    private static final String OF_TERMINAL =
            """
            select since, merchant, outlet
              from terminals.terminal_place
             where terminal = :terminal
             order by since
            """;

    private final JdbcClient jdbc;

    TerminalPlaceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void note(Terminal terminal, Instant since) {
        jdbc.sql(NOTE)
                .param("terminal", terminal.id().value())
                .param("since", Timestamp.from(since))
                .param("merchant", terminal.merchant().value())
                .param("outlet", terminal.outlet().map(OutletId::value).orElse(null))
                .update();
    }

    Optional<Terminals.Place> at(TerminalId terminal, Instant moment) {
        return jdbc.sql(AT)
                .param("terminal", terminal.value())
                .param("at", Timestamp.from(moment))
                .query((row, _) -> place(row))
                .optional();
    }

    List<Terminals.PastPlace> of(TerminalId terminal) {
        return jdbc.sql(OF_TERMINAL)
                .param("terminal", terminal.value())
                .query((row, _) ->
                        new Terminals.PastPlace(row.getTimestamp("since").toInstant(), place(row)))
                .list();
    }

    private static Terminals.Place place(ResultSet row) throws SQLException {
        return new Terminals.Place(
                new MerchantId(row.getInt("merchant")),
                Optional.ofNullable(row.getObject("outlet", Integer.class)).map(OutletId::new));
    }
}
