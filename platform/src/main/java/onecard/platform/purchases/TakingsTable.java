package onecard.platform.purchases;

import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import onecard.platform.database.Columns;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Owns `purchases.takings`, the roll-up of the journal. The checks of the books only read it.
@Repository
class TakingsTable {
    private static final String ADD =
            """
            insert into purchases.takings as t (business_day, booked_on, merchant, terminal, meal, kind, strand,
                                                count, gross, discount, net, cash, subsidy, declined)
            select date '1970-01-01' + business_day, date '1970-01-01' + booked_on, merchant, terminal, meal,
                   kind, strand, count, gross, discount, net, cash, subsidy, declined
              from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                   as n(business_day, booked_on, merchant, terminal, meal, kind, strand,
                        count, gross, discount, net, cash, subsidy, declined)
            on conflict (business_day, booked_on, merchant, terminal, meal, kind, strand) do update
               set count = t.count + excluded.count,
                   gross = t.gross + excluded.gross,
                   discount = t.discount + excluded.discount,
                   net = t.net + excluded.net,
                   cash = t.cash + excluded.cash,
                   subsidy = t.subsidy + excluded.subsidy,
                   declined = t.declined + excluded.declined
            """;

    private static final String HAS_MERCHANT =
            "select exists (select 1 from purchases.takings where merchant = ?)";

    private static final String HAS_MEAL =
            "select exists (select 1 from purchases.takings where meal = ?)";

    private final JdbcTemplate jdbc;

    TakingsTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// Adds to the roll-up; the map is sorted by key, which is the order of the locks.
    void add(Map<Takings.Key, Takings> growth) {
        List<Map.Entry<Takings.Key, Takings>> rows = List.copyOf(growth.entrySet());
        ConnectionCallback<Integer> work =
                connection -> {
                    try (PreparedStatement add = connection.prepareStatement(ADD)) {
                        new Columns<>(add, 0, rows)
                                .days(row -> row.getKey().businessDay())
                                .days(row -> row.getKey().bookedOn())
                                .ints(row -> row.getKey().merchant())
                                .ints(row -> row.getKey().terminal())
                                .ints(row -> row.getKey().meal())
                                .shorts(row -> row.getKey().kind())
                                .shorts(row -> row.getKey().strand())
                                .longs(row -> row.getValue().count())
                                .longs(row -> row.getValue().gross().cents())
                                .longs(row -> row.getValue().discount().cents())
                                .longs(row -> row.getValue().net().cents())
                                .longs(row -> row.getValue().cash().cents())
                                .longs(row -> row.getValue().subsidy().cents())
                                .longs(row -> row.getValue().declined());
                        return add.executeUpdate();
                    }
                };
        jdbc.execute(work);
    }

    /// Tells whether anything was ever bought, or refused, at a merchant.
    boolean hasMerchant(int merchant) {
        return Boolean.TRUE.equals(jdbc.queryForObject(HAS_MERCHANT, Boolean.class, merchant));
    }

    /// Tells whether anything was ever bought, or refused, in a meal.
    boolean hasMeal(int meal) {
        return Boolean.TRUE.equals(jdbc.queryForObject(HAS_MEAL, Boolean.class, meal));
    }
}
