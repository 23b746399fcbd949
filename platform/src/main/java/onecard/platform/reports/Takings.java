package onecard.platform.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import onecard.platform.system.MerchantScope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the roll-up of takings through `reporting.takings`.
final class Takings {
    private static final String BY_TRANSACTION =
            """
            select grouping(business_day, merchant, meal) as level, business_day as day, merchant, meal,
                   coalesce(sum(count), 0) as count, coalesce(sum(cash), 0) as cash,
                   coalesce(sum(subsidy), 0) as subsidy, coalesce(sum(net), 0) as total,
                   coalesce(sum(discount), 0) as discount,
                   coalesce(sum(net) filter (where kind = 4), 0) as corrections
              from reporting.takings
             where business_day between :from and :to
               and (cast(:scope as int[]) is null or merchant = any (:scope))
               and (cast(:merchant as int) is null or merchant = :merchant)
             group by grouping sets ((business_day, merchant, meal), (business_day, merchant),
                                     (meal), ())
            """;

    private static final String BY_BOOKING =
            """
            select grouping(booked_on, merchant, meal) as level, booked_on as day, merchant, meal,
                   coalesce(sum(count), 0) as count, coalesce(sum(cash), 0) as cash,
                   coalesce(sum(subsidy), 0) as subsidy, coalesce(sum(net), 0) as total,
                   coalesce(sum(discount), 0) as discount,
                   coalesce(sum(net) filter (where kind = 4), 0) as corrections
              from reporting.takings
             where booked_on between :from and :to
               and (cast(:scope as int[]) is null or merchant = any (:scope))
               and (cast(:merchant as int) is null or merchant = :merchant)
             group by grouping sets ((booked_on, merchant, meal), (booked_on, merchant),
                                     (meal), ())
            """;

    private Takings() {}

    /// By which day purchases are told apart (`D-14`).
    enum View {
        /// The business day of the purchase.
        TRANSACTION,
        /// The day on which it was booked.
        BOOKING
    }

    /// What is asked for.
    ///
    /// @param scope whose rows the operator sees
    /// @param merchant those of one merchant
    record Range(
            LocalDate from,
            LocalDate to,
            MerchantScope scope,
            Optional<Integer> merchant,
            View view) {}

    static List<DailySums.Part> daily(JdbcClient jdbc, Range range) {
        String sql =
                switch (range.view()) {
                    case TRANSACTION -> BY_TRANSACTION;
                    case BOOKING -> BY_BOOKING;
                };
        return jdbc.sql(sql)
                .param("from", range.from())
                .param("to", range.to())
                .param("scope", range.scope().forSql())
                .param("merchant", range.merchant().orElse(null))
                .query(Takings::part)
                .list();
    }

    private static DailySums.Part part(ResultSet row, int ignored) throws SQLException {
        @Nullable LocalDate day = row.getObject("day", LocalDate.class);
        int meal = row.getInt("meal");
        boolean none = row.wasNull();
        return new DailySums.Part(
                level(row.getInt("level")),
                Optional.ofNullable(day),
                row.getInt("merchant"),
                none ? Optional.empty() : Optional.of(meal),
                new Sums(
                        row.getLong("count"),
                        row.getLong("cash"),
                        row.getLong("subsidy"),
                        row.getLong("total"),
                        row.getLong("discount"),
                        row.getLong("corrections")));
    }

    /// The bits say which of day, merchant and meal the sum goes over.
    private static DailySums.Level level(int grouping) {
        return switch (grouping) {
            case 0b000 -> DailySums.Level.CELL;
            case 0b001 -> DailySums.Level.ROW;
            case 0b110 -> DailySums.Level.COLUMN;
            case 0b111 -> DailySums.Level.ALL;
            default -> throw new IllegalStateException("No grouping set has the bits " + grouping);
        };
    }
}
