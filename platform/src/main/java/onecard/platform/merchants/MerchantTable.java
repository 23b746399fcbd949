package onecard.platform.merchants;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `merchants.merchant`.
@Repository
class MerchantTable {
    private static final String ALL =
            """
            select id, name
              from merchants.merchant
             order by id
            """;

    private static final String LOCK =
            """
            select name
              from merchants.merchant
             where id = :id
               for update
            """;

    private static final String ADD =
            """
            insert into merchants.merchant (name)
            values (:name)
            on conflict do nothing
            returning id
            """;

    private static final String RENAME =
            """
            update merchants.merchant m
               set name = :name
             where id = :id
               and not exists (select
                                 from merchants.merchant o
                                where o.name = :name and o.id <> m.id)
            """;

    private static final String REMOVE =
            """
            delete from merchants.merchant
             where id = :id
            """;

    private final JdbcClient jdbc;

    MerchantTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(MerchantId id, String name) {}

    List<Row> all() {
        return jdbc.sql(ALL)
                .query((row, _) -> new Row(new MerchantId(row.getInt("id")), row.getString("name")))
                .list();
    }

    /// Locks a merchant until the transaction ends and returns its name.
    Optional<String> lock(MerchantId id) {
        return jdbc.sql(LOCK)
                .param("id", id.value())
                .query((row, _) -> row.getString("name"))
                .optional();
    }

    /// Adds a merchant; empty if the name is taken.
    Optional<MerchantId> add(String name) {
        return jdbc.sql(ADD)
                .param("name", name)
                .query((row, _) -> new MerchantId(row.getInt("id")))
                .optional();
    }

    /// Renames a merchant; false if the name is taken.
    boolean rename(MerchantId id, String name) {
        return jdbc.sql(RENAME).param("id", id.value()).param("name", name).update() == 1;
    }

    void remove(MerchantId id) {
        jdbc.sql(REMOVE).param("id", id.value()).update();
    }
}
