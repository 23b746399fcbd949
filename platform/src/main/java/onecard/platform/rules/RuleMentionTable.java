package onecard.platform.rules;

import java.util.Collection;
import java.util.List;
import java.util.function.ToIntFunction;
import onecard.platform.merchants.MealId;
import onecard.platform.merchants.MerchantId;
import onecard.platform.people.GroupId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Owns `rules.rule_mention`.
@Repository
class RuleMentionTable {
    private static final String FORGET =
            """
            delete from rules.rule_mention
             where rule = :rule
            """;

    private static final String NOTE =
            """
            insert into rules.rule_mention (rule, person_group, merchant, meal)
            select cast(:rule as int), id, cast(null as int), cast(null as int) from unnest(cast(:groups as int[])) as g(id)
            union all
            select cast(:rule as int), null, id, null from unnest(cast(:merchants as int[])) as m(id)
            union all
            select cast(:rule as int), null, null, id from unnest(cast(:meals as int[])) as e(id)
            """;

    private static final String NAMES =
            """
            select r.name
              from rules.rule_mention m
              join rules.rule r on r.id = m.rule
             where m.person_group = :group or m.merchant = :merchant or m.meal = :meal
             order by r.name
             limit 5
            """;

    private static final int NOBODY = 0;

    private final JdbcClient jdbc;

    RuleMentionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void note(RuleId rule, RuleDraft draft) {
        forget(rule);
        jdbc.sql(NOTE)
                .param("rule", rule.value())
                .param("groups", numbers(draft.groups(), GroupId::value))
                .param("merchants", numbers(draft.merchants(), MerchantId::value))
                .param("meals", numbers(draft.meals(), MealId::value))
                .update();
    }

    void forget(RuleId rule) {
        jdbc.sql(FORGET).param("rule", rule.value()).update();
    }

    List<String> namesOf(GroupId group) {
        return names(group.value(), NOBODY, NOBODY);
    }

    List<String> namesOf(MerchantId merchant) {
        return names(NOBODY, merchant.value(), NOBODY);
    }

    List<String> namesOf(MealId meal) {
        return names(NOBODY, NOBODY, meal.value());
    }

    private List<String> names(int group, int merchant, int meal) {
        return jdbc.sql(NAMES)
                .param("group", group)
                .param("merchant", merchant)
                .param("meal", meal)
                .query((row, _) -> row.getString("name"))
                .list();
    }

    private static <T> Integer[] numbers(Collection<T> things, ToIntFunction<T> number) {
        return things.stream().mapToInt(number).sorted().boxed().toArray(Integer[]::new);
    }
}
