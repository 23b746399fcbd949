package onecard.platform.purchases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import onecard.platform.ledger.AccountId;
import onecard.platform.merchants.MealId;
import onecard.platform.merchants.MerchantId;
import onecard.platform.people.GroupId;
import onecard.platform.rules.Occasion;
import onecard.vocabulary.Money;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Looks through `purchases.purchase` for what was bought and not taken back, with the facts that
/// were kept at the decision.
@Repository
class BoughtTable {
    private static final int ROWS_AT_ONCE = 2_000;

    private static final String STANDING =
            """
            select p.account, p.person_group, p.merchant, p.terminal, p.at, p.business_day, p.meal,
                   p.net + (select coalesce(sum(c.gross), 0)
                              from purchases.correction c
                             where c.purchase = p.number)::bigint as net
              from purchases.purchase p
             where p.booked_on >= ?
               and p.business_day >= ?
               and p.result = 0
               and p.kind in (1, 2, 5)
               and p.account is not null
               and not exists (select from purchases.voided v where v.purchase = p.number)
            """;

    private final JdbcTemplate jdbc;

    BoughtTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// A purchase that stands.
    record Row(AccountId account, Occasion occasion, Money net) {}

    /// Shows every purchase of these business days that stands.
    void forEach(LocalDate earliest, ZoneId zone, Consumer<Row> reader) {
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(STANDING);
                    statement.setFetchSize(ROWS_AT_ONCE);
                    statement.setObject(1, earliest);
                    statement.setObject(2, earliest);
                    return statement;
                },
                row -> {
                    reader.accept(row(row, zone));
                });
    }

    private static Row row(ResultSet row, ZoneId zone) throws SQLException {
        Integer group = row.getObject("person_group", Integer.class);
        Integer meal = row.getObject("meal", Integer.class);
        return new Row(
                new AccountId(row.getInt("account")),
                new Occasion(
                        Optional.ofNullable(group).map(GroupId::new),
                        new MerchantId(row.getInt("merchant")),
                        row.getInt("terminal"),
                        row.getTimestamp("at").toInstant().atZone(zone).toLocalDateTime(),
                        row.getObject("business_day", LocalDate.class),
                        Optional.ofNullable(meal).map(MealId::new)),
                Money.ofCents(row.getLong("net")));
    }
}
