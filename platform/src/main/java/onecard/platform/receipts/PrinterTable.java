package onecard.platform.receipts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `receipts.printer`.
@Repository
class PrinterTable {
    private static final String ALL =
            """
            select p.id, p.name, p.host, p.port, p.width, p.rare, p.revision
              from receipts.printer p
             order by p.name
            """;

    private static final String FIND =
            """
            select p.id, p.name, p.host, p.port, p.width, p.rare, p.revision
              from receipts.printer p
             where p.id = :id
            """;

    private static final String ADD =
            """
            insert into receipts.printer (name, host, port, width, rare)
            values (:name, :host, :port, :width, :rare)
            on conflict (name) do nothing
            returning id
            """;

    private static final String CHANGE =
            """
            update receipts.printer
               set name = :name, host = :host, port = :port, width = :width, rare = :rare,
                   revision = revision + 1
             where id = :id and revision = :revision
            """;

    private static final String REMOVE = "delete from receipts.printer where id = :id";

    private final JdbcClient jdbc;

    PrinterTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PrinterRow> all() {
        return jdbc.sql(ALL).query(PrinterTable::row).list();
    }

    Optional<PrinterRow> find(int id) {
        return jdbc.sql(FIND).param("id", id).query(PrinterTable::row).optional();
    }

    /// Adds a printer; empty if another has its name.
    Optional<Integer> add(Printers.Wanted wanted) {
        return values(jdbc.sql(ADD), wanted).query(Integer.class).optional();
    }

    /// Tells whether it was still as it was seen.
    boolean change(int id, long revision, Printers.Wanted wanted) {
        return values(jdbc.sql(CHANGE), wanted).param("id", id).param("revision", revision).update()
                == 1;
    }

    boolean remove(int id) {
        return jdbc.sql(REMOVE).param("id", id).update() == 1;
    }

    private static JdbcClient.StatementSpec values(
            JdbcClient.StatementSpec statement, Printers.Wanted wanted) {
        return statement
                .param("name", wanted.name())
                .param("host", wanted.address().host())
                .param("port", wanted.address().port())
                .param("width", wanted.paper().width().name())
                .param("rare", wanted.paper().rare().name());
    }

    private static PrinterRow row(ResultSet row, int ignored) throws SQLException {
        return new PrinterRow(
                row.getInt("id"),
                row.getString("name"),
                new PrinterAddress(row.getString("host"), row.getInt("port")),
                new Paper(
                        Paper.Width.valueOf(row.getString("width")),
                        Paper.RareCharacters.valueOf(row.getString("rare"))),
                row.getInt("revision"));
    }
}
