package onecard.platform.merchants;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `merchants.meal`.
@Repository
class MealTable {
    private static final String ALL =
            """
            select id, name, name_en, kind, ordinal
              from merchants.meal
             order by ordinal, id
            """;

    private static final String ADD =
            """
            insert into merchants.meal (name, name_en, kind, ordinal)
            values (:name, :nameEn, :kind, :ordinal)
            on conflict do nothing
            returning id
            """;

    private static final String CHANGE =
            """
            update merchants.meal m
               set name = :name, name_en = :nameEn, kind = :kind, ordinal = :ordinal
             where id = :id
               and not exists (select
                                 from merchants.meal o
                                where o.name = :name and o.id <> m.id)
            """;

    private static final String REMOVE =
            """
            delete from merchants.meal
             where id = :id
            """;

    /// One editor of the timetable at a time: whether meals overlap is a matter of all of them.
    private static final String LOCK = "lock table merchants.meal in share row exclusive mode";

    private final JdbcClient jdbc;

    MealTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void lock() {
        jdbc.sql(LOCK).update();
    }

    List<Meal> all() {
        return jdbc.sql(ALL)
                .query((row, _) ->
                        new Meal(
                                new MealId(row.getInt("id")),
                                row.getString("name"),
                                Optional.ofNullable(row.getString("name_en")),
                                MealKind.valueOf(row.getString("kind")),
                                row.getInt("ordinal")))
                .list();
    }

    /// Adds a meal; empty if the name is taken.
    Optional<MealId> add(NewMeal meal) {
        return jdbc.sql(ADD)
                .param("name", meal.name())
                .param("nameEn", meal.nameEn().orElse(null))
                .param("kind", meal.kind().name())
                .param("ordinal", meal.order())
                .query((row, _) -> new MealId(row.getInt("id")))
                .optional();
    }

    /// Changes a meal; false if the name is taken.
    boolean change(Meal meal) {
        return jdbc.sql(CHANGE)
                        .param("id", meal.id().value())
                        .param("name", meal.name())
                        .param("nameEn", meal.nameEn().orElse(null))
                        .param("kind", meal.kind().name())
                        .param("ordinal", meal.order())
                        .update()
                == 1;
    }

    void remove(MealId id) {
        jdbc.sql(REMOVE).param("id", id.value()).update();
    }
}
