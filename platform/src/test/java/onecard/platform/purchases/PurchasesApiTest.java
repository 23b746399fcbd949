package onecard.platform.purchases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onecard.platform.Browser;
import onecard.platform.Canteen;
import onecard.platform.Canteen.Eater;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.merchants.MealKind;
import onecard.platform.merchants.Merchant;
import onecard.platform.people.Groups;
import onecard.platform.people.PersonGroup;
import onecard.platform.rules.Pricing;
import onecard.platform.rules.RuleDraft;
import onecard.platform.rules.Rules;
import onecard.platform.terminals.Terminal;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.VoidReason;
import onecard.vocabulary.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The purchase journal as the console reads it.
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PurchasesApiTest {
    private Browser browser;
    private Canteen site;
    private Merchant canteen;
    private Merchant shop;
    private Terminal till;
    private Terminal shopTill;
    private Eater pupil;
    private Eater teacher;
    private Browser shopkeeper;

    @BeforeAll
    void a_day_at_two_merchants(House house) {
        site = new Canteen(house);
        site.at("2026-03-02 08:00:00");
        site.serves("午餐", "Lunch", MealKind.LUNCH, "11:00-13:00");
        canteen = site.merchant("第一食堂");
        shop = site.merchant("小卖部");
        till = site.till(canteen);
        shopTill = site.till(shop);
        PersonGroup pupils =
                house.asAdministrator(() -> house.bean(Groups.class).add("01", "学生", 1));
        house.asAdministrator(() ->
                house.bean(Rules.class)
                        .add(
                                RuleDraft.forGroups("学生午餐", pupils.id())
                                        .limited(
                                                Map.of(Window.MEAL, 2),
                                                Map.of(Window.PURCHASE, Money.ofCents(30_00)))
                                        .priced(new Pricing.Discount(9_000))));
        pupil = site.eater("张小三", Optional.of(pupils.id()), 100_00, 5_00);
        teacher = site.eater("李老师", 20_00, 0);
        two_days_pass();
        browser = house.administrator();
        shopkeeper = site.hires("keeper", "MANAGER", "en", List.of(shop.id().value()));
    }

    private void two_days_pass() {
        site.at("2026-03-02 11:30:00");
        site.buys(pupil, till, 12_00);
        site.at("2026-03-02 11:40:00");
        site.buys(pupil, till, 40_00);
        site.at("2026-03-02 11:50:00");
        site.buys(pupil, till, 10_00);
        site.at("2026-03-02 11:50:02");
        site.buys(pupil, shopTill, 1_00);
        site.at("2026-03-02 12:00:00");
        site.buys(pupil, till, 10_00);
        site.at("2026-03-02 12:10:00");
        site.buys(teacher, till, 25_00);
        site.at("2026-03-02 12:11:00");
        site.taps(new CardUid("DEADBEEF"), shopTill, Mode.FREE_AMOUNT, 1_00);
        site.at("2026-03-02 15:00:00");
        site.buys(teacher, shopTill, 3_00);
        site.at("2026-03-02 15:00:30");
        site.takesBack(shopTill, VoidReason.NO_ANSWER);
        site.at("2026-03-03 12:00:00");
        site.buys(teacher, till, 4_00);
    }

    private List<JsonNode> list(Browser who, String query) {
        Browser.Answer answer = who.get("/api/v1/purchases?limit=100" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var rows = new ArrayList<JsonNode>();
        answer.json().get("items").forEach(rows::add);
        return rows;
    }

    private static List<String> whys(List<JsonNode> rows) {
        return rows.stream().map(row -> row.get("why").asString()).toList();
    }

    @Test
    @DisplayName("M-233 every request is listed, taken or refused, newest first, with its names")
    void every_request_is_listed_newest_first() {
        List<JsonNode> rows = list(browser, "");
        assertThat(rows)
                .extracting(row -> row.get("result").asString() + " " + row.get("kind").asString())
                .containsExactly(
                        "TAKEN ONLINE",
                        "TAKEN VOID",
                        "TAKEN ONLINE",
                        "ILLEGAL_CARD ONLINE",
                        "INSUFFICIENT_BALANCE ONLINE",
                        "COUNT_LIMIT ONLINE",
                        "REPEAT_TOO_SOON ONLINE",
                        "TAKEN ONLINE",
                        "PURCHASE_LIMIT ONLINE",
                        "TAKEN ONLINE");
        JsonNode first = rows.getLast();
        assertThat(first.get("number").asString()).matches("[1-9]\\d*-\\d+-\\d+");
        assertThat(first.get("at").asString()).startsWith("2026-03-02T11:30:00").endsWith("+08:00");
        assertThat(first.get("businessDay").asString()).isEqualTo("2026-03-02");
        assertThat(first.get("terminalSerial").asString()).isEqualTo(till.serial().value());
        assertThat(first.get("machineNo").intValue()).isEqualTo(1);
        assertThat(first.get("merchantName").asString()).isEqualTo("第一食堂");
        assertThat(first.get("mealName").asString()).isEqualTo("午餐");
        assertThat(first.get("personName").asString()).isEqualTo("张小三");
        assertThat(first.get("personNo").asString()).isEqualTo(pupil.person().number().value());
        assertThat(first.get("ruleName").asString()).isEqualTo("学生午餐");
        assertThat(first.get("limit")).isNull();
        assertThat(first.get("voided").booleanValue()).isFalse();
        assertThat(cents(first)).containsExactly(12_00L, 1_20L, 10_80L, 5_80L, 5_00L, 94_20L, 0L);
    }

    private static List<Long> cents(JsonNode row) {
        var cents = new ArrayList<Long>();
        for (String field :
                List.of(
                        "grossCents",
                        "discountCents",
                        "netCents",
                        "cashCents",
                        "subsidyCents",
                        "cashAfterCents",
                        "subsidyAfterCents")) {
            cents.add(row.get(field).longValue());
        }
        return cents;
    }

    @Test
    @DisplayName(
            "W-09 M-261 M-263 M-264 why it was refused is said with rule, window, limit, used and left")
    void why_it_was_refused_is_said_in_both_languages() {
        List<String> chinese = whys(list(browser, "&result=refused"));
        assertThat(chinese)
                .containsExactly(
                        "这张卡没有在本单位发行过。",
                        "余额不足：需要 25.00 元，可用 20.00 元（现金 20.00 元，补贴 0.00 元）。",
                        "规则“学生午餐”每餐限 2 次，本餐已用 2 次，还剩 0 次。",
                        "距上次消费只有 2 秒；两次消费至少间隔 5 秒，还要等 3 秒。",
                        "规则“学生午餐”每次最多 30.00 元。");
        assertThat(whys(list(shopkeeper, "&result=refused")))
                .containsExactly(
                        "This card was never issued here.",
                        "Only 2 s after the last purchase; two purchases are at least 5 s apart,"
                                + " 3 s are left to wait.");
        JsonNode counted = list(browser, "&result=refused").get(2);
        assertThat(counted.get("window").asString()).isEqualTo("MEAL");
        assertThat(counted.get("limit").longValue()).isEqualTo(2);
        assertThat(counted.get("used").longValue()).isEqualTo(2);
        assertThat(counted.get("left").longValue()).isZero();
        assertThat(counted.get("grossCents").longValue()).as("what was asked for").isEqualTo(10_00);
        assertThat(counted.get("netCents").longValue()).isZero();
    }

    @Test
    void what_was_taken_is_explained_too() {
        List<String> taken = whys(list(browser, "&result=taken"));
        assertThat(taken.getFirst()).isEqualTo("已扣款 4.00 元：补贴 0.00 元，现金 4.00 元。");
        assertThat(taken.getLast()).isEqualTo("规则“学生午餐”优惠 1.20 元，已扣款 10.80 元：补贴 5.00 元，现金 5.80 元。");
        List<JsonNode> shopRows = list(shopkeeper, "&result=taken");
        assertThat(shopRows.get(1).get("voided").booleanValue()).isTrue();
        assertThat(whys(shopRows))
                .containsExactly(
                        "Purchase %s was voided; 3.00 went back: 0.00 to the subsidy, 3.00 to cash."
                                .formatted(shopRows.get(1).get("number").asString()),
                        "Charged 3.00: 0.00 from the subsidy, 3.00 from cash. It was voided since.");
    }

    @ParameterizedTest
    @CsvSource({
        "&merchantId=%1$d, 6",
        "&merchantId=%2$d, 4",
        "&terminalId=%3$d, 4",
        "&personId=%4$d, 5",
        "&personId=%4$d&result=refused, 3",
        "&personId=%4$d&result=taken, 2",
        "&personId=%4$d&merchantId=%2$d, 1",
        "&result=refused, 5",
        "&result=refused&merchantId=%2$d, 2",
        "&day=2026-03-02, 9",
        "&day=2026-03-03, 1",
        "&day=2026-03-04, 0",
        "&personId=%4$d&day=2026-03-03, 0",
        "&merchantId=999, 0"
    })
    void the_list_is_filtered(String query, int rows) {
        String asked =
                query.formatted(
                        canteen.id().value(),
                        shop.id().value(),
                        shopTill.id().value(),
                        pupil.id().value());
        assertThat(list(browser, asked)).hasSize(rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&personId=%d", "&result=refused"})
    void pieces_of_any_size_hold_every_row_once_in_the_same_order(String query) {
        String asked = query.formatted(pupil.id().value());
        List<String> whole = numbers(list(browser, asked));
        for (int size = 1; size <= 4; size++) {
            var pieces = new ArrayList<String>();
            Optional<String> after = Optional.of("");
            while (after.isPresent()) {
                JsonNode page =
                        browser.get(
                                        "/api/v1/purchases?limit=%d&after=%s%s"
                                                .formatted(size, after.get(), asked))
                                .json();
                assertThat(page.get("items").size()).isLessThanOrEqualTo(size);
                page.get("items").forEach(row -> pieces.add(row.get("number").asString()));
                after = Optional.ofNullable(page.get("next")).map(JsonNode::asString);
            }
            assertThat(pieces).as("pieces of " + size).isEqualTo(whole);
        }
    }

    private static List<String> numbers(List<JsonNode> rows) {
        return rows.stream().map(row -> row.get("number").asString()).toList();
    }

    @Test
    void an_operator_of_one_merchant_sees_the_rows_of_that_merchant_only() {
        assertThat(list(shopkeeper, ""))
                .hasSize(4)
                .allMatch(row -> row.get("merchantId").intValue() == shop.id().value());
        assertThat(list(shopkeeper, "&merchantId=" + canteen.id().value())).isEmpty();
        assertThat(list(shopkeeper, "&personId=" + pupil.id().value())).hasSize(1);
        Browser.Answer refusals =
                shopkeeper.get("/api/v1/people/" + pupil.id().value() + "/refusals");
        assertThat(refusals.json().get("items")).hasSize(1);
    }

    @Test
    void what_was_refused_to_a_person_is_listed_on_the_persons_page() {
        Browser.Answer answer =
                browser.get("/api/v1/people/" + pupil.id().value() + "/refusals?limit=2");
        Set<String> results = new HashSet<>();
        answer.json().get("items").forEach(row -> results.add(row.get("result").asString()));
        assertThat(results).containsExactlyInAnyOrder("COUNT_LIMIT", "REPEAT_TOO_SOON");
        assertThat(answer.json().get("next")).isNotNull();
        assertThat(browser.get("/api/v1/people/9999/refusals").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("a person's statement says where, and what was voided since")
    void a_statement_says_where() {
        JsonNode lines =
                browser.get("/api/v1/people/" + teacher.id().value() + "/statement")
                        .json()
                        .get("items");
        assertThat(lines.get(0).get("merchantName").asString()).isEqualTo("第一食堂");
        assertThat(lines.get(0).get("terminalSerial").asString()).isEqualTo(till.serial().value());
        assertThat(lines.get(1).get("merchantName").asString()).isEqualTo("小卖部");
        assertThat(lines.get(2).get("undone").booleanValue()).isTrue();
    }

    @Test
    void a_purchase_out_of_both_purses_is_two_lines_that_both_say_where() {
        List<JsonNode> charges = new ArrayList<>();
        browser.get("/api/v1/people/" + pupil.id().value() + "/statement")
                .json()
                .get("items")
                .forEach(line -> {
                    if (line.get("kind").asString().equals("CHARGE")) {
                        charges.add(line);
                    }
                });
        assertThat(charges)
                .extracting(
                        line -> line.get("purse").asString(),
                        line -> line.get("amountCents").longValue(),
                        line -> line.get("merchantName").asString())
                .contains(tuple("SUBSIDY", -5_00L, "第一食堂"), tuple("CASH", -5_80L, "第一食堂"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?result=maybe",
                "?after=nowhere",
                "?limit=0",
                "?limit=501",
                "?day=yesterday",
                "?merchantId=x"
            })
    void nonsense_is_refused_by_name(String query) {
        Browser.Answer answer = browser.get("/api/v1/purchases" + query);
        assertThat(answer.status()).as(answer.text()).isBetween(400, 422);
        assertThat(answer.json().get("type").asString()).startsWith("urn:onecard:problem:");
    }

    @Test
    void a_merchant_or_meal_that_purchases_name_is_not_removed() {
        Browser.Answer merchant = browser.delete("/api/v1/merchants/" + canteen.id().value());
        assertThat(merchant.status()).isEqualTo(409);
        assertThat(merchant.json().get("detail").asString()).contains("账上的消费记录");
        JsonNode meals = browser.get("/api/v1/meals").json().get("items");
        Browser.Answer meal = browser.delete("/api/v1/meals/" + meals.get(0).get("id").intValue());
        assertThat(meal.status()).isEqualTo(409);
    }
}
