package onecard.platform.terminals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `terminals.card_issuer`.
@Repository
class IssuerTable {
    private static final String LIST =
            """
            select no, name, model, link, place, version
              from terminals.card_issuer
             where no > :after
             order by no
             limit :limit
            """;

    private static final String LOCK =
            """
            select no, name, model, link, place, version
              from terminals.card_issuer
             where no = :no
               for update
            """;

    private static final String ADD =
            """
            insert into terminals.card_issuer (no, name, model, link, place, version)
            values (:no, :name, :model, :link, :place, 1)
            on conflict (no) do nothing
            """;

    private static final String CHANGE =
            """
            update terminals.card_issuer
               set name = :name,
                   model = :model,
                   version = version + 1
             where no = :no
            """;

    private static final String REMOVE =
            """
            delete from terminals.card_issuer
             where no = :no
            """;

    private final JdbcClient jdbc;

    IssuerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// An issuer with the version of its row.
    record Row(CardIssuer issuer, int version) {}

    /// Returns the issuers above a number, in their order.
    List<Row> after(int no, int limit) {
        return jdbc.sql(LIST)
                .param("after", no)
                .param("limit", limit)
                .query(IssuerTable::row)
                .list();
    }

    Optional<Row> lock(IssuerNo no) {
        return jdbc.sql(LOCK).param("no", no.value()).query(IssuerTable::row).optional();
    }

    /// Returns false if the number is taken.
    boolean add(CardIssuer issuer) {
        return jdbc.sql(ADD)
                        .param("no", issuer.no().value())
                        .param("name", issuer.name())
                        .param("model", issuer.model())
                        .param("link", issuer.link().name())
                        .param("place", issuer.place().name())
                        .update()
                == 1;
    }

    void change(CardIssuer issuer) {
        jdbc.sql(CHANGE)
                .param("no", issuer.no().value())
                .param("name", issuer.name())
                .param("model", issuer.model())
                .update();
    }

    void remove(IssuerNo no) {
        jdbc.sql(REMOVE).param("no", no.value()).update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new CardIssuer(
                        new IssuerNo(row.getInt("no")),
                        row.getString("name"),
                        row.getString("model"),
                        CardIssuer.Link.valueOf(row.getString("link")),
                        CardIssuer.Place.valueOf(row.getString("place"))),
                row.getInt("version"));
    }
}
