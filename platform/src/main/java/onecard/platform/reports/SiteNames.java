package onecard.platform.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.system.Language;
import onecard.platform.system.MerchantScope;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What merchants and meals are called, from `reporting.merchant` and `reporting.meal`.
///
/// @param merchants by id, in order; those of the operator
/// @param meals by id, in the order of the site
record SiteNames(Map<Integer, String> merchants, Map<Integer, String> meals) {
    private static final String MERCHANTS =
            """
            select id, name
              from reporting.merchant
             where cast(:scope as int[]) is null or id = any (:scope)
             order by id
            """;

    private static final String MEALS =
            """
            select id, case when :english then coalesce(name_en, name) else name end as name
              from reporting.meal
             order by ordinal, id
            """;

    static SiteNames read(JdbcClient jdbc, MerchantScope scope, Language language) {
        return new SiteNames(
                byId(jdbc.sql(MERCHANTS).param("scope", scope.forSql())),
                byId(jdbc.sql(MEALS).param("english", language == Language.EN)));
    }

    private static Map<Integer, String> byId(JdbcClient.StatementSpec statement) {
        var names = new LinkedHashMap<Integer, String>();
        statement.query(row -> {
            names.put(row.getInt("id"), row.getString("name"));
        });
        return names;
    }

    /// Returns the meals in the order of the site.
    List<Integer> mealIds() {
        return List.copyOf(meals.keySet());
    }

    /// Returns the name of a merchant; one that was removed keeps its number.
    String merchant(int id) {
        return merchants.getOrDefault(id, "#" + id);
    }

    /// Returns the name of a meal, or the word for what belongs to none.
    String meal(Optional<Integer> id, String other) {
        return id.map(meal -> meals.getOrDefault(meal, other)).orElse(other);
    }
}
