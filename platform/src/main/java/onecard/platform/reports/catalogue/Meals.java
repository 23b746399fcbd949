package onecard.platform.reports.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import onecard.platform.system.Language;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The meals of the site in their order, for reports that have columns of each (`D-16`).
///
/// @param other what is outside every meal is called
record Meals(List<Meal> meals, String other) {
    private static final String READ =
            """
            select id, case when :english then coalesce(name_en, name) else name end as name
              from reporting.meal
             order by ordinal, id
            """;

    private static final String OTHER = "mo";

    Meals {
        meals = List.copyOf(meals);
    }

    record Meal(int id, String name) {
        String key() {
            return "m" + id;
        }
    }

    static Meals read(JdbcClient jdbc, Language language, String other) {
        return new Meals(
                jdbc.sql(READ)
                        .param("english", language == Language.EN)
                        .query((row, _) -> new Meal(row.getInt("id"), row.getString("name")))
                        .list(),
                other);
    }

    /// Returns the columns with those of each meal laid out, meal by meal.
    List<Column> layOut(List<Column> declared) {
        var laidOut = new ArrayList<Column>();
        var each = new ArrayList<Column>();
        for (Column column : declared) {
            if (column.perMeal().isPresent()) {
                each.add(column);
            } else {
                laidOut.addAll(perMeal(each));
                each.clear();
                laidOut.add(column);
            }
        }
        laidOut.addAll(perMeal(each));
        return laidOut;
    }

    private List<Column> perMeal(List<Column> each) {
        var columns = new ArrayList<Column>();
        if (each.isEmpty()) {
            return columns;
        }
        for (Meal meal : meals) {
            for (Column column : each) {
                columns.add(
                        column.ofMeal(meal.key(), meal.name(), Integer.toString(meal.id()), false));
            }
        }
        for (Column column : each) {
            columns.add(column.ofMeal(OTHER, other, Filter.NONE, true));
        }
        return columns;
    }

    /// Returns what a statement writes for `{meals}`: its rows are called `g`.
    String sql(List<Column> declared) {
        var parts = new ArrayList<String>();
        for (Column column : declared) {
            column.perMeal()
                    .ifPresent(sum -> {
                        for (Meal meal : meals) {
                            parts.add(part(column, meal.key(), sum, "g.meal = " + meal.id()));
                        }
                        parts.add(part(column, OTHER, sum, outside()));
                    });
        }
        return String.join(",\n       ", parts);
    }

    private String outside() {
        return meals.isEmpty()
                ? "true"
                : meals.stream()
                        .map(meal -> Integer.toString(meal.id()))
                        .collect(
                                Collectors.joining(
                                        ", ", "(g.meal is null or g.meal not in (", "))"));
    }

    private static String part(Column column, String key, String sum, String of) {
        return "coalesce(%s filter (where %s), 0) as %s_%s".formatted(sum, of, key, column.sql());
    }
}
