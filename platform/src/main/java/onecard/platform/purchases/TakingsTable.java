package onecard.platform.purchases;

import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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
              from (select unnest(?) as business_day, unnest(?) as booked_on, unnest(?) as merchant,
                           unnest(?) as terminal, unnest(?) as meal, unnest(?) as kind,
                           unnest(?) as strand, unnest(?) as count, unnest(?) as gross,
                           unnest(?) as discount, unnest(?) as net, unnest(?) as cash,
                           unnest(?) as subsidy, unnest(?) as declined) as n
            on conflict (business_day, booked_on, merchant, terminal, meal, kind, strand) do update
               set count = t.count + excluded.count,
                   gross = t.gross + excluded.gross,
                   discount = t.discount + excluded.discount,
                   net = t.net + excluded.net,
                   cash = t.cash + excluded.cash,
                   subsidy = t.subsidy + excluded.subsidy,
                   declined = t.declined + excluded.declined
            """;

    /// Half the work of the above where the row is known to be there.
    private static final String GROW =
            """
            update purchases.takings as t
               set count = t.count + n.count,
                   gross = t.gross + n.gross,
                   discount = t.discount + n.discount,
                   net = t.net + n.net,
                   cash = t.cash + n.cash,
                   subsidy = t.subsidy + n.subsidy,
                   declined = t.declined + n.declined
              from (select unnest(?) as business_day, unnest(?) as booked_on, unnest(?) as merchant,
                           unnest(?) as terminal, unnest(?) as meal, unnest(?) as kind,
                           unnest(?) as strand, unnest(?) as count, unnest(?) as gross,
                           unnest(?) as discount, unnest(?) as net, unnest(?) as cash,
                           unnest(?) as subsidy, unnest(?) as declined) as n
             where t.business_day = date '1970-01-01' + n.business_day
               and t.booked_on = date '1970-01-01' + n.booked_on
               and t.merchant = n.merchant and t.terminal = n.terminal and t.meal = n.meal
               and t.kind = n.kind and t.strand = n.strand
            """;

    /// How many rows are remembered to be there; beyond it all are asked for anew.
    private static final int THERE_MAX = 100_000;

    private static final String HAS_MERCHANT =
            "select exists (select 1 from purchases.takings where merchant = ?)";

    private static final String HAS_MEAL =
            "select exists (select 1 from purchases.takings where meal = ?)";

    private final JdbcTemplate jdbc;
    private final Set<Takings.Key> there = ConcurrentHashMap.newKeySet();

    TakingsTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// Adds to the roll-up; the map is sorted by key, which is the order of the locks. Its rows
    /// belong to the strand of the tray, which is locked, so no one else adds to them.
    ///
    /// @throws LostRace if a row that was there is gone; the tray must be run again
    void add(Map<Takings.Key, Takings> growth) {
        List<Map.Entry<Takings.Key, Takings>> all = List.copyOf(growth.entrySet());
        if (there.size() > THERE_MAX) {
            there.clear();
        }
        // One look: another writer may empty the memory between two.
        Map<Boolean, List<Map.Entry<Takings.Key, Takings>>> isThere =
                all.stream().collect(Collectors.partitioningBy(r -> there.contains(r.getKey())));
        List<Map.Entry<Takings.Key, Takings>> known = isThere.getOrDefault(true, List.of());
        List<Map.Entry<Takings.Key, Takings>> others = isThere.getOrDefault(false, List.of());
        if (write(GROW, known) < known.size()) {
            forget();
            throw new LostRace("A row of the takings is not there");
        }
        write(ADD, others);
        others.forEach(row -> there.add(row.getKey()));
    }

    /// Forgets which rows are there, because a transaction that added some was rolled back.
    void forget() {
        there.clear();
    }

    private int write(String sql, List<Map.Entry<Takings.Key, Takings>> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        ConnectionCallback<Integer> work =
                connection -> {
                    try (PreparedStatement add = connection.prepareStatement(sql)) {
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
        Integer written = jdbc.execute(work);
        return written == null ? 0 : written;
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
