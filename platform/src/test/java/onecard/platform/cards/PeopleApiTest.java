package onecard.platform.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import onecard.platform.Browser;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// People, cards, purses, groups, merchants and meals as the console meets them.
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleApiTest {
    private static final String API = "/api/v1";

    private final Browser console;
    private int counter;

    PeopleApiTest(House house) {
        console = house.administrator();
    }

    @Test
    @DisplayName(
            "M-139 M-149 A person is entered, gets a card and money, and the page shows it all")
    void a_person_gets_a_card_and_money() {
        int id = aPersonWithCard("0A0B0C01");
        var receipt = topUp(Map.of("personId", id, "cashCents", 5_000, "channel", "WECHAT"));
        assertThat(receipt.get("after").get("cashCents").asLong()).isEqualTo(5_000);
        var page = ok(console.get(API + "/people/" + id));
        assertThat(page.get("accountState").asString()).isEqualTo("OPEN");
        assertThat(page.get("purses").get("spendableCents").asLong()).isEqualTo(5_000);
        assertThat(page.get("cards").get(0).get("uid").asString()).isEqualTo("0A0B0C01");
        assertThat(page.get("cards").get(0).get("state").asString()).isEqualTo("ISSUED");
        var byCard = ok(console.get(API + "/cards/0a0b0c01"));
        assertThat(byCard.get("person").get("id").asInt()).isEqualTo(id);
        var found = ok(console.get(API + "/people?q=0A0B0C01"));
        assertThat(found.get("items")).hasSize(1);
        var lines = ok(console.get(API + "/people/" + id + "/statement")).get("items");
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).get("text").asString()).isEqualTo("充值 · 微信");
        assertThat(lines.get(0).get("operatorName").asString()).isEqualTo("管理员");
    }

    @Test
    void the_same_key_gets_the_same_receipt_over_the_web_too() {
        int id = aPersonWithCard("0A0B0C02");
        Map<String, Object> body =
                Map.of("personId", id, "subsidyCents", 700, "subsidyUntil", "2099-12-31");
        console.with("Idempotency-Key", UUID.randomUUID().toString());
        var first = paid(body);
        var again = paid(body);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        var other = paid(Map.of("personId", id, "cashCents", 1));
        assertThat(other.status()).isEqualTo(409);
        assertThat(kind(other)).isEqualTo("idempotency-conflict");
        assertThat(spendable(id)).isEqualTo(700);
    }

    @Test
    void an_undo_shows_on_the_statement_and_leaves_the_shift() {
        int id = aPersonWithCard("0A0B0C03");
        long before = ok(console.get(API + "/top-ups")).get("totals").get("count").asLong();
        var receipt = topUp(Map.of("personId", id, "cashCents", 900));
        int operation = receipt.get("operationId").asInt();
        console.with("Idempotency-Key", UUID.randomUUID().toString());
        var undone = console.post(API + "/top-ups/" + operation + "/undo", Map.of());
        assertThat(undone.status()).as(undone.text()).isEqualTo(200);
        var lines = ok(console.get(API + "/people/" + id + "/statement")).get("items");
        assertThat(lines.get(0).get("text").asString()).isEqualTo("撤销充值");
        assertThat(lines.get(1).get("undone").asBoolean()).isTrue();
        var shift = ok(console.get(API + "/top-ups"));
        assertThat(shift.get("items").get(0).get("undone").asBoolean()).isTrue();
        assertThat(shift.get("totals").get("count").asLong()).isEqualTo(before);
    }

    @Test
    void a_long_statement_goes_page_by_page() {
        int id = aPersonWithCard("0A0B0C04");
        for (int i = 1; i <= 5; i++) {
            topUp(Map.of("personId", id, "cashCents", i));
        }
        var amounts = new ArrayList<Long>();
        var after = "";
        do {
            var page = ok(console.get(API + "/people/" + id + "/statement?limit=2&after=" + after));
            page.get("items").forEach(line -> amounts.add(line.get("amountCents").asLong()));
            after = page.has("next") ? page.get("next").asString() : "";
        } while (!after.isEmpty());
        assertThat(amounts).containsExactly(5L, 4L, 3L, 2L, 1L);
        assertThat(console.get(API + "/people/" + id + "/statement?after=nonsense").status())
                .isEqualTo(422);
    }

    @Test
    @DisplayName(
            "M-073 Above the maximum the answer says which limit, what is used and what is left")
    void above_the_maximum_the_answer_says_what_is_left() {
        int id = aPersonWithCard("0A0B0C05");
        topUp(Map.of("personId", id, "cashCents", 499_000));
        console.with("Idempotency-Key", UUID.randomUUID().toString());
        var refused = paid(Map.of("personId", id, "cashCents", 1_001));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(kind(refused)).isEqualTo("max-balance");
        assertThat(refused.json().get("limitCents").asLong()).isEqualTo(500_000);
        assertThat(refused.json().get("usedCents").asLong()).isEqualTo(499_000);
        assertThat(refused.json().get("leftCents").asLong()).isEqualTo(1_000);
        assertThat(refused.json().get("detail").asString()).contains("5,000.00", "10.00");
    }

    @Test
    void nonsense_is_answered_with_the_field_and_never_with_a_failure() {
        console.with("Idempotency-Key", UUID.randomUUID().toString());
        for (var body :
                List.<Map<String, Object>>of(
                        Map.of("personId", 1, "cashCents", -1),
                        Map.of("personId", 1, "cashCents", 0),
                        Map.of("personId", 1, "cashCents", 999_999_999_999L),
                        Map.of("personId", 0, "cashCents", 1),
                        Map.of("personId", 1, "cashCents", 1, "remark", "长".repeat(201)))) {
            var answer = paid(body);
            assertThat(answer.status()).as(body + " " + answer.text()).isEqualTo(422);
        }
        assertThat(paid(Map.of("personId", 999_999, "cashCents", 1)).status()).isEqualTo(404);
        assertThat(console.get(API + "/cards/not-a-card").status()).isEqualTo(422);
        assertThat(kind(console.get(API + "/cards/00000000"))).isEqualTo("card-unknown");
        assertThat(console.get(API + "/people/999999").status()).isEqualTo(404);
        assertThat(console.get(API + "/people?after=%20").status()).isEqualTo(422);
        assertThat(console.get(API + "/people?limit=501").status()).isEqualTo(422);
        assertThat(ok(console.get(API + "/people?q=%25%27%22&limit=500")).get("items")).isEmpty();
    }

    @Test
    void who_edits_a_person_on_an_old_page_is_told() {
        int id = aPersonWithCard("0A0B0C06");
        var etag = console.get(API + "/people/" + id).header("ETag");
        var group = ok(console.post(API + "/groups", group("E", "编辑", 201))).get("id").asInt();
        assertThat(console.patch(API + "/people/" + id, etag, Map.of("groupId", group)).status())
                .isEqualTo(200);
        assertThat(console.patch(API + "/people/" + id, etag, Map.of("name", "旧")).status())
                .isEqualTo(412);
        console.without("If-Match");
        assertThat(
                        console.send(
                                        "PATCH",
                                        API + "/people/" + id,
                                        Optional.of(Map.of("name", "无版本")))
                                .status())
                .isEqualTo(428);
        var inUse = console.delete(API + "/groups/" + group);
        assertThat(inUse.json().get("people").asInt()).isEqualTo(1);
        var cleared = new HashMap<String, Object>();
        cleared.put("groupId", null);
        var now = console.get(API + "/people/" + id + "/record").header("ETag");
        var patched = console.patch(API + "/people/" + id, now, cleared);
        console.without("If-Match");
        assertThat(patched.json().has("groupId")).isFalse();
        assertThat(console.delete(API + "/groups/" + group).status()).isEqualTo(204);
    }

    @Test
    @DisplayName("M-085 D-16 Meals and a merchant's own hours come and go over the web")
    void meals_and_hours_come_and_go() {
        var merchant = ok(console.post(API + "/merchants", Map.of("name", "网上食堂")));
        int id = merchant.get("id").asInt();
        ok(console.post(API + "/merchants/" + id + "/outlets", Map.of("name", "一号")));
        var meal =
                ok(
                        console.post(
                                API + "/meals",
                                Map.of(
                                        "name", "早点",
                                        "nameEn", "Breakfast",
                                        "kind", "BREAKFAST",
                                        "order", 1,
                                        "from", "06:30",
                                        "to", "08:30")));
        assertThat(meal.get("from").asString()).isEqualTo("06:30");
        int mealId = meal.get("id").asInt();
        own_hours_come_and_go(mealId, id);
        assertThat(console.delete(API + "/meals/" + mealId).status()).isEqualTo(204);
        assertThat(console.delete(API + "/merchants/" + id).status()).isEqualTo(204);
        assertThat(
                        console.post(
                                        API + "/meals",
                                        Map.of(
                                                "name", "无",
                                                "kind", "OTHER",
                                                "order", 1,
                                                "from", "06:30",
                                                "to", "06:30"))
                                .status())
                .isEqualTo(422);
    }

    private void own_hours_come_and_go(int mealId, int merchant) {
        var own =
                ok(
                        console.put(
                                API + "/meals/" + mealId + "/periods",
                                Map.of(
                                        "merchantId", merchant,
                                        "validFrom", "2099-01-01",
                                        "from", "07:00",
                                        "to", "09:00")));
        assertThat(own.get("periods")).hasSize(2);
        int period = own.get("periods").get(1).get("id").asInt();
        assertThat(console.delete(API + "/meals/" + mealId + "/periods/" + period).status())
                .isEqualTo(204);
    }

    @Test
    void the_tree_of_departments_counts_everybody_below() {
        var year = ok(console.post(API + "/departments", Map.of("name", "网上年级")));
        var room =
                ok(
                        console.post(
                                API + "/departments",
                                Map.of("name", "一班", "parentId", year.get("id").asInt())));
        ok(
                console.post(
                        API + "/people",
                        Map.of(
                                "name", "树上人",
                                "personNo", "TREE1",
                                "departmentId", room.get("id").asInt())));
        var above =
                ok(
                        console.send(
                                "PATCH",
                                API + "/departments/" + year.get("id").asInt(),
                                Optional.of(Map.of("name", "改名年级"))));
        assertThat(above.get("people").asInt()).isEqualTo(1);
        assertThat(above.get("name").asString()).isEqualTo("改名年级");
    }

    private int aPersonWithCard(String uid) {
        counter++;
        int root = ok(console.get(API + "/departments")).get("items").get(0).get("id").asInt();
        var person =
                ok(
                        console.post(
                                API + "/people",
                                Map.of(
                                        "name", "网上人" + counter,
                                        "personNo", "WEB" + counter + uid,
                                        "departmentId", root)));
        int id = person.get("id").asInt();
        console.with("Idempotency-Key", UUID.randomUUID().toString());
        ok(console.post(API + "/people/" + id + "/cards", Map.of("uid", uid)));
        return id;
    }

    /// Both amounts are always said; what a test does not name is nothing.
    private Browser.Answer paid(Map<String, Object> body) {
        var whole = new HashMap<String, Object>(Map.of("cashCents", 0, "subsidyCents", 0));
        whole.putAll(body);
        return console.post(API + "/top-ups", whole);
    }

    private JsonNode topUp(Map<String, Object> body) {
        console.with("Idempotency-Key", UUID.randomUUID().toString());
        return ok(paid(body));
    }

    private long spendable(int person) {
        return ok(console.get(API + "/people/" + person))
                .get("purses")
                .get("spendableCents")
                .asLong();
    }

    private static Map<String, Object> group(String code, String name, int value) {
        return Map.of("code", code, "name", name, "value", value);
    }

    private static String kind(Browser.Answer answer) {
        return answer.json().get("type").asString().replace("urn:onecard:problem:", "");
    }

    private static JsonNode ok(Browser.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        return answer.json();
    }
}
