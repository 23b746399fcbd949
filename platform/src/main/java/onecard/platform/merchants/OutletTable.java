package onecard.platform.merchants;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `merchants.outlet`.
@Repository
class OutletTable {
    private static final String ALL =
            """
            select id, merchant, name
              from merchants.outlet
             order by id
            """;

    private static final String ADD =
            """
            insert into merchants.outlet (merchant, name)
            values (:merchant, :name)
            on conflict do nothing
            returning id
            """;

    private final JdbcClient jdbc;

    OutletTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(OutletId id, MerchantId merchant, String name) {}

    List<Row> all() {
        return jdbc.sql(ALL)
                .query((row, _) ->
                        new Row(
                                new OutletId(row.getInt("id")),
                                new MerchantId(row.getInt("merchant")),
                                row.getString("name")))
                .list();
    }

    /// Adds an outlet; empty if the merchant has one of this name.
    Optional<OutletId> add(MerchantId merchant, String name) {
        return jdbc.sql(ADD)
                .param("merchant", merchant.value())
                .param("name", name)
                .query((row, _) -> new OutletId(row.getInt("id")))
                .optional();
    }
}
