package onecard.platform.terminals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `terminals.card_issuer_sign`: one row for each issuer at the most.
@Repository
class IssuerSignTable {
    private static final String ALL =
            """
            select issuer, heard_at, reader, name, bridge
              from terminals.card_issuer_sign
            """;

    /// Several windows of one desk all tell: what says nothing new is written every 20 s at most.
    private static final String NOTE =
            """
            insert into terminals.card_issuer_sign as s (issuer, heard_at, reader, name, bridge)
            select i.no, :at, :reader, :name, :bridge
              from terminals.card_issuer i
             where i.no = :no
            on conflict (issuer) do update
               set heard_at = excluded.heard_at,
                   reader = excluded.reader,
                   name = excluded.name,
                   bridge = excluded.bridge
             where s.heard_at < excluded.heard_at - interval '20 seconds'
                or (s.reader, s.name, s.bridge)
                   is distinct from (excluded.reader, excluded.name, excluded.bridge)
            """;

    private final JdbcClient jdbc;

    IssuerSignTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<IssuerNo, IssuerSign> all() {
        return jdbc.sql(ALL).query(IssuerSignTable::row).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Notes what was told, unless there is no such issuer or it is nothing new.
    void note(IssuerNo no, IssuerSign sign) {
        jdbc.sql(NOTE)
                .param("no", no.value())
                .param("at", Timestamp.from(sign.heardAt()))
                .param("reader", sign.reader().name())
                .param("name", sign.name().orElse(null))
                .param("bridge", sign.bridge().orElse(null))
                .update();
    }

    private static Map.Entry<IssuerNo, IssuerSign> row(ResultSet row, int number)
            throws SQLException {
        return Map.entry(
                new IssuerNo(row.getInt("issuer")),
                new IssuerSign(
                        row.getTimestamp("heard_at").toInstant(),
                        IssuerSign.Reader.valueOf(row.getString("reader")),
                        Optional.ofNullable(row.getString("name")),
                        Optional.ofNullable(row.getString("bridge"))));
    }
}
