package onecard.platform.receipts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `receipts.print`. Rows are only added; how a print ended is noted on it.
@Repository
class PrintTable {
    private static final String COLUMNS =
            """
            select p.id, p.subject, p.receipt, p.copy, p.operator, p.operator_name, p.at, p.way,
                   p.printer, p.width, p.rare, p.state, p.trouble
              from receipts.print p
            """;

    private static final String FIND =
            COLUMNS
                    + """
                     where p.id = :id
                    """;

    private static final String OF_RECEIPT =
            COLUMNS
                    + """
                     where p.subject = :subject and p.receipt = :receipt
                     order by p.copy desc
                     limit :limit
                    """;

    /// Two who print the same receipt at once wait for each other, so that one of them is second.
    private static final String ONE_AT_A_TIME =
            "select pg_advisory_xact_lock(hashtext('receipts.print'), hashtext(:receipt))";

    private static final String ADD =
            """
            insert into receipts.print
                   (subject, receipt, copy, operator, operator_name, at, way, printer, width, rare,
                    node, state)
            values (:subject, :receipt,
                    (select coalesce(max(p.copy), 0) + 1
                       from receipts.print p
                      where p.subject = :subject and p.receipt = :receipt),
                    :operator, :operatorName, :at, :way, :printer, :width, :rare, :node, :state)
            returning id
            """;

    private static final String END =
            """
            update receipts.print
               set state = :state, trouble = :trouble, ended_at = :at
             where id = :id and state = 'WAITING'
            """;

    private static final String WAIT_AGAIN =
            """
            update receipts.print
               set state = 'WAITING', trouble = null, ended_at = null, node = :node
             where id = :id and state = 'FAILED'
            """;

    private static final String STOPPED =
            """
            update receipts.print
               set state = 'FAILED', trouble = 'STOPPED', ended_at = :at
             where state = 'WAITING' and node = :node
            """;

    private final JdbcClient jdbc;

    PrintTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Who prints, when and on which node.
    record Asked(int operator, String operatorName, Instant at, int node) {}

    long add(Receipt receipt, Prints.Wanted wanted, Paper paper, Asked asked) {
        jdbc.sql(ONE_AT_A_TIME)
                .param("receipt", receipt.subject() + " " + receipt.id())
                .query()
                .singleRow();
        var state = wanted.way() == PrintWay.PRINTER ? PrintState.WAITING : PrintState.HANDED;
        return jdbc.sql(ADD)
                .param("subject", receipt.subject().name())
                .param("receipt", receipt.id())
                .param("operator", asked.operator())
                .param("operatorName", asked.operatorName())
                .param("at", asked.at().atOffset(ZoneOffset.UTC))
                .param("way", wanted.way().name())
                .param("printer", wanted.printer().orElse(null), Types.INTEGER)
                .param("width", paper.width().name())
                .param("rare", paper.rare().name())
                .param("node", asked.node())
                .param("state", state.name())
                .query(Long.class)
                .single();
    }

    Optional<PrintRow> find(long id) {
        return jdbc.sql(FIND).param("id", id).query(PrintTable::row).optional();
    }

    /// Lists the prints of a receipt, newest first.
    List<PrintRow> of(Receipt receipt, int limit) {
        return jdbc.sql(OF_RECEIPT)
                .param("subject", receipt.subject().name())
                .param("receipt", receipt.id())
                .param("limit", limit)
                .query(PrintTable::row)
                .list();
    }

    void end(long id, Optional<PrintTrouble> trouble, Instant at) {
        jdbc.sql(END)
                .param("id", id)
                .param("state", (trouble.isEmpty() ? PrintState.DONE : PrintState.FAILED).name())
                .param("trouble", trouble.map(Enum::name).orElse(null), Types.VARCHAR)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Tells whether it had failed.
    boolean waitAgain(long id, int node) {
        return jdbc.sql(WAIT_AGAIN).param("id", id).param("node", node).update() == 1;
    }

    /// Notes that what waited on a node is not printed any more.
    void stopped(int node, Instant at) {
        jdbc.sql(STOPPED).param("node", node).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    private static PrintRow row(ResultSet row, int ignored) throws SQLException {
        return new PrintRow(
                row.getLong("id"),
                ReceiptSubject.valueOf(row.getString("subject")),
                row.getString("receipt"),
                row.getInt("copy"),
                row.getInt("operator"),
                row.getString("operator_name"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                PrintWay.valueOf(row.getString("way")),
                Optional.ofNullable(row.getObject("printer", Integer.class)),
                new Paper(
                        Paper.Width.valueOf(row.getString("width")),
                        Paper.RareCharacters.valueOf(row.getString("rare"))),
                PrintState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("trouble")).map(PrintTrouble::valueOf));
    }
}
