package onecard.platform.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onecard.platform.Browser;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.merchants.Hours;
import onecard.platform.merchants.MealKind;
import onecard.platform.merchants.MealPlan;
import onecard.platform.merchants.Merchants;
import onecard.platform.merchants.NewMeal;
import onecard.platform.people.Groups;
import onecard.platform.system.Language;
import onecard.vocabulary.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesApiTest {
    private House house;
    private Browser browser;
    private int pupils;
    private int teachers;
    private int canteen;
    private int lunch;
    private int named;

    @BeforeAll
    void prepare(House started) {
        house = started;
        browser = house.administrator();
        house.asAdministrator(() -> {
            pupils = house.bean(Groups.class).add("S", "学生", 1).id().value();
            teachers = house.bean(Groups.class).add("T", "教师", 2).id().value();
            canteen = house.bean(Merchants.class).add("第一食堂").id().value();
            lunch =
                    house.bean(MealPlan.class)
                            .add(
                                    new NewMeal(
                                            "午餐",
                                            Optional.of("lunch"),
                                            MealKind.LUNCH,
                                            2,
                                            new Hours(
                                                    java.time.LocalTime.of(11, 0),
                                                    java.time.LocalTime.of(13, 0)),
                                            Optional.of(java.time.LocalDate.of(2026, 1, 1))))
                            .id()
                            .value();
            return true;
        });
    }

    /// A form that says nothing but its name and its groups.
    private Map<String, Object> form(Integer... groups) {
        named++;
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("name", "规则 " + named);
        form.put("active", true);
        form.put("order", 1);
        form.put("siteDefault", groups.length == 0);
        form.put("groups", List.of(groups));
        form.put("merchants", List.of());
        form.put("terminals", List.of());
        form.put("meals", List.of());
        form.put("times", List.of());
        form.put("weekdays", List.of());
        form.put("allowedOnlyInTimes", false);
        form.put("countLimits", Map.of());
        form.put("amountLimits", Map.of());
        return form;
    }

    private Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        form.put(field, value);
        return form;
    }

    private JsonNode added(Map<String, Object> form) {
        Browser.Answer answer = browser.post("/api/v1/rules", form);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private Set<String> errors(Map<String, Object> form) {
        Browser.Answer answer = browser.post("/api/v1/rules", form);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        Set<String> fields = new HashSet<>();
        answer.json().get("errors").forEach(each -> fields.add(each.get("field").asString()));
        return fields;
    }

    private Rule inForce(JsonNode rule) {
        return house.bean(CurrentRulebook.class)
                .get()
                .rule(new RuleId(rule.get("id").asInt()))
                .orElseThrow();
    }

    @Test
    @DisplayName("M-214 M-221 a rule is written and explained in one sentence, in both languages")
    void a_rule_is_explained_in_one_sentence() {
        Map<String, Object> form = form(pupils);
        form.put("merchants", List.of(canteen));
        form.put("meals", List.of(lunch));
        form.put("countLimits", Map.of("meal", 1));
        form.put("amountLimits", Map.of("day", 3_000));
        form.put("price", Map.of("kind", "DISCOUNT", "basisPoints", 9_000));
        JsonNode rule = added(form);
        assertThat(rule.get("sentence").asString())
                .isEqualTo("学生在第一食堂午餐每餐限 1 次、每天最多 30.00 元，按九折收费。");
        RuleDraft draft =
                house.bean(Rules.class)
                        .find(new RuleId(rule.get("id").asInt()))
                        .orElseThrow()
                        .draft();
        assertThat(house.bean(RuleSentence.class).of(Language.EN, draft))
                .isEqualTo(
                        "学生, at 第一食堂 at lunch: at most 1 per meal, no more than 30.00 yuan a day;"
                                + " 90% of the price.");
        Rule inForce = inForce(rule);
        assertThat(inForce.pricing()).contains(new Pricing.Discount(9_000));
        assertThat(inForce.limits())
                .extracting(Limit::window)
                .containsExactlyInAnyOrder(Window.MEAL, Window.DAY);
        assertThat(browser.get("/api/v1/rules/" + rule.get("id").asInt()).json()).isEqualTo(rule);
        assertThat(browser.get("/api/v1/rules").json().get("items").size()).isPositive();
    }

    @Test
    @DisplayName("M-214 every part of a rule has its words")
    void every_part_has_its_words() {
        Map<String, Object> form = form(pupils, teachers);
        form.put("active", false);
        form.put("terminals", List.of(7, 8));
        form.put("times", List.of(Map.of("from", "11:00", "to", "13:00")));
        form.put("weekdays", List.of(1, 2, 3, 4, 5, 7));
        form.put("validFrom", "2026-09-01");
        form.put("validTo", "2027-01-20");
        form.put("allowedOnlyInTimes", true);
        form.put("countLimits", Map.of("day", 3, "week", 12, "month", 40));
        form.put("amountLimits", Map.of("purchase", 1_500, "meal", 2_000));
        form.put("overdraftCents", 1_000);
        form.put("minimumBalanceCents", 100);
        form.put(
                "price",
                Map.of("kind", "BY_MEAL_NUMBER", "cents", List.of(100, 600), "thenCents", 1_200));
        assertThat(sentence(form))
                .isEqualTo(
                        "（已停用）学生、教师（限指定的 2 台消费机）自 2026-09-01 起至 2027-01-20 止"
                                + "周一至周五、周日只允许在11:00–13:00消费、每天限 3 次、每周限 12 次、"
                                + "每月限 40 次、单笔最多 15.00 元、每餐最多 20.00 元、可透支 10.00 元、"
                                + "现金余额至少保留 1.00 元，每餐第 1 次收 1.00 元、每餐第 2 次收 6.00 元、"
                                + "以后每次收 12.00 元。");
        assertThat(sentence(form())).isEqualTo("没有其他规则的人员没有限制。");
        assertThat(price(Map.of("kind", "DISCOUNT", "basisPoints", 8_500))).contains("按八五折收费");
        assertThat(price(Map.of("kind", "DISCOUNT", "basisPoints", 3_333)))
                .contains("按原价的 33.33% 收费");
        assertThat(price(Map.of("kind", "DISCOUNT", "basisPoints", 0))).contains("免费");
        assertThat(price(Map.of("kind", "FIXED", "cents", List.of(500)))).contains("每次收 5.00 元");
        assertThat(price(Map.of("kind", "SURCHARGE", "basisPoints", 11_000, "account", "服务费")))
                .contains("加收 10%（服务费）");
    }

    private String sentence(Map<String, Object> form) {
        Browser.Answer answer = browser.post("/api/v1/rules/sentence", Map.of("rule", form));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("sentence").asString();
    }

    private String price(Map<String, Object> price) {
        return sentence(with(form(pupils), "price", price));
    }

    @Test
    @DisplayName("M-214 what makes no sense is refused field by field")
    void nonsense_is_refused_field_by_field() {
        assertThat(errors(with(form(pupils), "name", " "))).containsExactly("name");
        assertThat(errors(with(form(pupils), "name", "x".repeat(65)))).containsExactly("name");
        assertThat(errors(with(form(), "siteDefault", false))).containsExactly("groups");
        assertThat(errors(with(form(pupils), "siteDefault", true))).containsExactly("groups");
        assertThat(errors(form(4_711))).containsExactly("groups");
        assertThat(errors(with(form(pupils), "merchants", List.of(4_711))))
                .containsExactly("merchants");
        assertThat(errors(with(form(pupils), "meals", List.of(-1)))).containsExactly("meals");
        assertThat(errors(with(form(pupils), "weekdays", List.of(8)))).containsExactly("weekdays");
        assertThat(
                        errors(
                                with(
                                        form(pupils),
                                        "times",
                                        List.of(Map.of("from", "08:00", "to", "08:00")))))
                .containsExactly("times");
        assertThat(errors(with(form(pupils), "allowedOnlyInTimes", true)))
                .containsExactly("allowedOnlyInTimes");
        assertThat(
                        errors(
                                with(
                                        with(form(pupils), "validFrom", "2026-09-02"),
                                        "validTo",
                                        "2026-09-01")))
                .containsExactly("validTo");
        Map<String, Object> twice = form(pupils);
        added(twice);
        assertThat(errors(twice)).containsExactly("name");
    }

    @Test
    @DisplayName("M-214 limits and prices that make no sense are refused field by field")
    void nonsense_in_limits_and_prices_is_refused_field_by_field() {
        assertThat(errors(with(form(pupils), "countLimits", Map.of("day", -1))))
                .containsExactly("countLimits.day");
        assertThat(errors(with(form(pupils), "amountLimits", Map.of("purchase", -1))))
                .containsExactly("amountLimits.purchase");
        assertThat(
                        errors(
                                with(
                                        form(pupils),
                                        "price",
                                        Map.of("kind", "DISCOUNT", "basisPoints", 10_001))))
                .containsExactly("price.basisPoints");
        assertThat(errors(with(form(pupils), "price", Map.of("kind", "FIXED"))))
                .containsExactly("price.cents");
        assertThat(
                        errors(
                                with(
                                        form(pupils),
                                        "price",
                                        Map.of("kind", "SURCHARGE", "basisPoints", 11_000))))
                .containsExactly("price.account");
    }

    @Test
    @DisplayName("D-18 a limit keeps its identity until it counts other purchases")
    void limits_keep_their_identity() {
        Map<String, Object> form = with(form(teachers), "countLimits", Map.of("day", 3));
        JsonNode rule = added(form);
        LimitId before = inForce(rule).limits().getFirst().id();
        JsonNode raised = changed(rule, with(form, "countLimits", Map.of("day", 4)));
        assertThat(inForce(raised).limits().getFirst().id())
                .as("only the figure")
                .isEqualTo(before);
        JsonNode moved = changed(raised, with(form, "merchants", List.of(canteen)));
        LimitId after = inForce(moved).limits().getFirst().id();
        assertThat(after).as("counts at one canteen now").isNotEqualTo(before);
        JsonNode off = changed(moved, with(form, "active", false));
        assertThat(house.bean(CurrentRulebook.class).get().rule(new RuleId(off.get("id").asInt())))
                .isEmpty();
        JsonNode on = changed(off, with(form, "active", true));
        assertThat(inForce(on).limits().getFirst().id())
                .as("nobody counted while it was off")
                .isNotEqualTo(after);
    }

    private JsonNode changed(JsonNode rule, Map<String, Object> form) {
        Browser.Answer answer =
                browser.with("If-Match", "\"" + rule.get("revision").asLong() + "\"")
                        .put("/api/v1/rules/" + rule.get("id").asInt(), form);
        browser.without("If-Match");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("revision").asLong())
                .isEqualTo(rule.get("revision").asLong() + 1);
        return answer.json();
    }

    @Test
    @DisplayName("D-17 a site default counts anew when others get rules of their own")
    void a_site_default_counts_anew() {
        JsonNode rule = added(with(form(), "countLimits", Map.of("day", 9)));
        LimitId before = inForce(rule).limits().getFirst().id();
        JsonNode other = added(with(form(teachers), "validFrom", "2026-05-05"));
        LimitId between = inForce(rule).limits().getFirst().id();
        assertThat(between).isNotEqualTo(before);
        assertThat(browser.delete("/api/v1/rules/" + other.get("id").asInt()).status())
                .isEqualTo(204);
        assertThat(inForce(rule).limits().getFirst().id()).isNotEqualTo(between);
        browser.delete("/api/v1/rules/" + rule.get("id").asInt());
    }

    @Test
    @DisplayName("D-52 what a rule said is kept, removed rules too")
    void the_history_of_rules_is_kept() {
        Map<String, Object> form = with(form(teachers), "countLimits", Map.of("day", 3));
        JsonNode rule = added(form);
        changed(rule, with(form, "countLimits", Map.of("day", 4)));
        int id = rule.get("id").asInt();
        assertThat(browser.delete("/api/v1/rules/" + id).status()).isEqualTo(204);
        assertThat(browser.get("/api/v1/rules/" + id).status()).isEqualTo(404);
        assertThat(browser.delete("/api/v1/rules/" + id).status()).isEqualTo(404);
        List<String> history =
                house.database()
                        .asOwner()
                        .sql(
                                """
                                select coalesce(form -> 'countLimits' ->> 'day', 'removed') as day
                                  from rules.rule_history
                                 where rule = :rule
                                 order by version
                                """)
                        .param("rule", id)
                        .query((row, _) -> row.getString("day"))
                        .list();
        assertThat(history).containsExactly("3", "4", "removed");
    }

    @Test
    @DisplayName("M-214 two who change the same rule do not overwrite each other")
    void edits_do_not_overwrite_each_other() {
        Map<String, Object> form = form(teachers);
        JsonNode rule = added(form);
        changed(rule, form);
        Browser.Answer stale =
                browser.with("If-Match", "\"1\"")
                        .put("/api/v1/rules/" + rule.get("id").asInt(), form);
        browser.without("If-Match");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(browser.put("/api/v1/rules/" + rule.get("id").asInt(), form).status())
                .as("who does not say what he has seen")
                .isEqualTo(428);
    }

    @Test
    @DisplayName("M-087 what a rule names cannot be removed under it")
    void what_a_rule_names_stays() {
        JsonNode rule = added(with(form(teachers), "meals", List.of(lunch)));
        assertThat(browser.delete("/api/v1/groups/" + teachers).status()).isEqualTo(409);
        assertThat(browser.delete("/api/v1/meals/" + lunch).status()).isEqualTo(409);
        browser.delete("/api/v1/rules/" + rule.get("id").asInt());
    }

    @Test
    @DisplayName("M-221 a purchase is tried on the rules, and the answer names rule and figures")
    void a_purchase_is_tried() {
        Map<String, Object> limits = with(form(pupils), "amountLimits", Map.of("purchase", 1_000));
        limits.put("order", 2);
        JsonNode rule = added(limits);
        Map<String, Object> trial = new LinkedHashMap<>();
        trial.put("groupId", pupils);
        trial.put("merchantId", canteen);
        trial.put("at", "2026-11-18T20:05:00+08:00");
        trial.put("mode", "FREE_AMOUNT");
        trial.put("amountCents", 1_001);
        JsonNode refused = browser.post("/api/v1/rules/try", trial).json();
        assertThat(refused.get("verdict").asString()).isEqualTo("PURCHASE_LIMIT");
        assertThat(refused.get("ruleId").asInt()).isEqualTo(rule.get("id").asInt());
        assertThat(refused.get("limit").asLong()).isEqualTo(1_000);
        assertThat(refused.get("sentence").asString())
                .contains(rule.get("name").asString())
                .contains("单笔最多 10.00 元");
        trial.put("amountCents", 900);
        assertThat(browser.post("/api/v1/rules/try", trial).json().get("verdict").asString())
                .isEqualTo("ALLOWED");
        trial.remove("merchantId");
        assertThat(browser.post("/api/v1/rules/try", trial).status()).isEqualTo(422);
        browser.delete("/api/v1/rules/" + rule.get("id").asInt());
    }
}
