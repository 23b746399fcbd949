package onecard.platform.merchants;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `merchants.meal_period`.
@Repository
class MealPeriodTable {
    private static final String ALL =
            """
            select id, meal, merchant, begins, ends, valid_from
              from merchants.meal_period
             order by meal, merchant nulls first, valid_from
            """;

    private static final String PUT =
            """
            insert into merchants.meal_period (meal, merchant, begins, ends, valid_from)
            values (:meal, :merchant, :begins, :ends, :validFrom)
            on conflict (meal, merchant, valid_from)
            do update set begins = excluded.begins, ends = excluded.ends
            """;

    private static final String REMOVE =
            """
            delete from merchants.meal_period
             where id = :id and meal = :meal
            """;

    private final JdbcClient jdbc;

    MealPeriodTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<MealPeriod> all() {
        return jdbc.sql(ALL).query(MealPeriodTable::row).list();
    }

    /// Puts a period in the place of the one that began on the same day, if there is one.
    void put(
            MealId meal,
            Optional<MerchantId> merchant,
            Optional<Hours> hours,
            LocalDate validFrom) {
        jdbc.sql(PUT)
                .param("meal", meal.value())
                .param("merchant", merchant.map(MerchantId::value).orElse(null))
                .param("begins", hours.map(Hours::from).orElse(null))
                .param("ends", hours.map(Hours::to).orElse(null))
                .param("validFrom", validFrom)
                .update();
    }

    /// Removes a period; false if the meal has none of this id.
    boolean remove(MealId meal, int id) {
        return jdbc.sql(REMOVE).param("meal", meal.value()).param("id", id).update() == 1;
    }

    private static MealPeriod row(ResultSet row, int ignored) throws SQLException {
        int merchant = row.getInt("merchant");
        var begins = row.getObject("begins", LocalTime.class);
        return new MealPeriod(
                row.getInt("id"),
                new MealId(row.getInt("meal")),
                merchant == 0 ? Optional.empty() : Optional.of(new MerchantId(merchant)),
                begins == null
                        ? Optional.empty()
                        : Optional.of(new Hours(begins, row.getObject("ends", LocalTime.class))),
                row.getObject("valid_from", LocalDate.class));
    }
}
