package onecard.platform.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.Browser;
import onecard.platform.Canteen;
import onecard.platform.Canteen.Eater;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.merchants.MealKind;
import onecard.platform.merchants.Merchant;
import onecard.platform.people.Groups;
import onecard.platform.people.PersonGroup;
import onecard.platform.terminals.Terminal;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.VoidReason;
import onecard.vocabulary.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// Meals that were really bought, replayed by other rules.
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatIfTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private Browser browser;
    private Canteen site;
    private Terminal till;
    private Terminal shopTill;
    private Merchant shop;
    private Eater pupil;
    private Eater teacher;
    private PersonGroup pupils;
    private RuleEntry rule;

    @BeforeAll
    void two_days_at_two_merchants(House house) {
        site = new Canteen(house);
        site.at("2026-03-02 08:00:00");
        site.serves("午餐", "Lunch", MealKind.LUNCH, "11:00-13:00");
        till = site.till(site.merchant("第一食堂"));
        shop = site.merchant("小卖部");
        shopTill = site.till(shop);
        pupils = house.asAdministrator(() -> house.bean(Groups.class).add("01", "学生", 1));
        rule =
                house.asAdministrator(() ->
                        house.bean(Rules.class)
                                .add(
                                        RuleDraft.forGroups("学生午餐", pupils.id())
                                                .limited(
                                                        Map.of(Window.MEAL, 2, Window.WEEK, 5),
                                                        Map.of(
                                                                Window.PURCHASE,
                                                                Money.ofCents(30_00),
                                                                Window.MONTH,
                                                                Money.ofCents(60_00)))
                                                .priced(new Pricing.Discount(9_000))));
        pupil = site.eater("张小三", Optional.of(pupils.id()), 100_00, 5_00);
        teacher = site.eater("李老师", 20_00, 0);
        sundays_and_mondays_pass();
        browser = house.administrator();
    }

    /// Taken: 10.80, (void) 9.00, 9.00, 9.00 on Monday; 4.50 and 9.00 on Tuesday.
    private void sundays_and_mondays_pass() {
        buys("2026-03-02 11:30:00", pupil, till, 12_00);
        buys("2026-03-02 11:40:00", pupil, till, 40_00);
        buys("2026-03-02 11:50:00", pupil, shopTill, 10_00);
        site.at("2026-03-02 11:50:30");
        site.takesBack(shopTill, VoidReason.NO_ANSWER);
        buys("2026-03-02 11:55:00", pupil, till, 10_00);
        buys("2026-03-02 11:55:02", pupil, till, 1_00);
        buys("2026-03-02 12:00:00", pupil, till, 10_00);
        buys("2026-03-02 12:10:00", teacher, till, 25_00);
        buys("2026-03-02 15:00:00", teacher, shopTill, 3_00);
        buys("2026-03-03 11:30:00", pupil, till, 5_00);
        buys("2026-03-03 11:40:00", pupil, till, 10_00);
        buys("2026-03-03 11:50:00", pupil, till, 10_00);
        site.at("2026-03-03 15:00:00");
        site.taps(pupil.card(), shopTill, Mode.COUNT, 0);
        buys("2026-03-03 15:10:00", pupil, shopTill, 2_00);
        buys("2026-03-03 16:00:00", teacher, till, 17_00);
    }

    private void buys(String at, Eater who, Terminal where, long cents) {
        site.at(at);
        site.buys(who, where, cents);
    }

    private JsonNode replayed(String from, String to, List<?> changes, List<Integer> without) {
        int job = started(from, to, changes, without);
        await().atMost(SOON)
                .until(() ->
                        !List.of("WAITING", "RUNNING").contains(job(job).get("state").asString()));
        assertThat(job(job).get("state").asString()).as(job(job).toString()).isEqualTo("DONE");
        return job(job);
    }

    private int started(String from, String to, List<?> changes, List<Integer> without) {
        Browser.Answer answer =
                browser.post(
                        "/api/v1/rules/what-if",
                        Map.of("from", from, "to", to, "changes", changes, "without", without));
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return answer.json().get("jobId").asInt();
    }

    private JsonNode found(JsonNode job) {
        return browser.get("/api/v1/rules/what-if/" + job.get("id").asInt()).json();
    }

    private JsonNode job(int id) {
        return browser.get("/api/v1/jobs/" + id).json();
    }

    private Map<String, Object> change(Map<String, Object> fields) {
        JsonNode kept = browser.get("/api/v1/rules/" + rule.id().value()).json();
        var form = new LinkedHashMap<String, Object>();
        for (String field :
                List.of(
                        "name",
                        "active",
                        "order",
                        "siteDefault",
                        "groups",
                        "merchants",
                        "terminals",
                        "meals",
                        "times",
                        "weekdays",
                        "allowedOnlyInTimes",
                        "countLimits",
                        "amountLimits",
                        "price")) {
            form.put(field, kept.get(field));
        }
        form.putAll(fields);
        return Map.of("id", rule.id().value(), "rule", form);
    }

    private List<String> differences(JsonNode job) {
        return browser.get("/api/v1/rules/what-if/" + job.get("id").asInt() + "/differences")
                .json()
                .get("items")
                .valueStream()
                .map(row ->
                        "%s %s %s %s → %s"
                                .formatted(
                                        row.get("at").asString(),
                                        row.get("personName").asString(),
                                        row.get("effect").asString(),
                                        row.get("wasCents").asString(),
                                        row.get("wouldBeCents").asString()))
                .toList();
    }

    @Test
    @DisplayName("W-07 D-52 unchanged rules decide every past purchase exactly as it was decided")
    void unchanged_rules_change_nothing() {
        for (String from : List.of("2026-03-01", "2026-03-02", "2026-03-03")) {
            JsonNode found = found(replayed(from, "2026-03-03", List.of(), List.of()));
            assertThat(found.get("different").asInt()).as(found.toString()).isZero();
            assertThat(found.get("total").get("purchases").asInt())
                    .isEqualTo(from.equals("2026-03-03") ? 6 : 13);
            assertThat(found.get("total").get("chargedCents").asLong())
                    .isEqualTo(found.get("total").get("wouldChargeCents").asLong())
                    .isPositive();
        }
        JsonNode same = replayed("2026-03-02", "2026-03-03", List.of(change(Map.of())), List.of());
        assertThat(found(same).get("different").asInt()).as(same.toString()).isZero();
        assertThat(differences(same)).isEmpty();
    }

    @Test
    @DisplayName("W-07 a dearer price shows each purchase, and sums by group, merchant and meal")
    void a_dearer_price_shows_each_purchase() {
        JsonNode job =
                replayed(
                        "2026-03-02",
                        "2026-03-02",
                        List.of(
                                change(
                                        Map.of(
                                                "price",
                                                Map.of(
                                                        "kind",
                                                        "DISCOUNT",
                                                        "basisPoints",
                                                        10_000)))),
                        List.of());
        assertThat(differences(job))
                .containsExactly(
                        "2026-03-02T11:30:00 张小三 DEARER 1080 → 1200",
                        "2026-03-02T11:50:00 张小三 DEARER 900 → 1000",
                        "2026-03-02T11:55:00 张小三 DEARER 900 → 1000");
        JsonNode found = found(job);
        assertThat(
                        found.get("total").get("wouldChargeCents").asLong()
                                - found.get("total").get("chargedCents").asLong())
                .isEqualTo(3_20);
        JsonNode atShop =
                found.get("byMerchant")
                        .valueStream()
                        .filter(each -> each.get("id").asInt() == shop.id().value())
                        .findFirst()
                        .orElseThrow()
                        .get("total");
        assertThat(atShop.get("dearer").asInt()).isEqualTo(1);
        assertThat(atShop.get("purchases").asInt()).isEqualTo(2);
        assertThat(found.get("byGroup").size()).isEqualTo(2);
        assertThat(found.get("byMeal").size()).isEqualTo(2);
        Browser.Answer file =
                browser.get("/api/v1/rules/what-if/" + job.get("id").asInt() + "/file");
        assertThat(file.status()).isEqualTo(200);
    }

    @Test
    @DisplayName("W-07 a tighter limit refuses, a looser one takes, and what follows sees it")
    void limits_refuse_and_take() {
        JsonNode tighter =
                replayed(
                        "2026-03-02",
                        "2026-03-03",
                        List.of(
                                change(
                                        Map.of(
                                                "countLimits",
                                                Map.of("meal", 1),
                                                "amountLimits",
                                                Map.of()))),
                        List.of());
        assertThat(differences(tighter))
                .contains("2026-03-02T11:50:00 张小三 REFUSED 900 → 0")
                .contains("2026-03-02T11:40:00 张小三 OTHER_REASON 0 → 0")
                .contains("2026-03-03T11:40:00 张小三 REFUSED 900 → 0")
                .doesNotContain("2026-03-02T11:30:00 张小三 REFUSED 1080 → 0");
        JsonNode without =
                replayed("2026-03-02", "2026-03-03", List.of(), List.of(rule.id().value()));
        assertThat(differences(without))
                .contains("2026-03-02T11:40:00 张小三 TAKEN 0 → 4000")
                .contains("2026-03-02T11:30:00 张小三 DEARER 1080 → 1200");
    }

    @Test
    @DisplayName(
            "W-07 nothing is written into the books by a replay, and nonsense is refused at once")
    void a_replay_books_nothing() {
        long before = browser.get("/api/v1/purchases?limit=100").json().get("items").size();
        replayed("2026-03-02", "2026-03-03", List.of(), List.of(rule.id().value()));
        assertThat(browser.get("/api/v1/purchases?limit=100").json().get("items").size())
                .isEqualTo((int) before);
        assertThat(browser.get("/api/v1/rules/" + rule.id().value()).status()).isEqualTo(200);
        assertThat(
                        browser.post(
                                        "/api/v1/rules/what-if",
                                        Map.of(
                                                "from",
                                                "2026-03-03",
                                                "to",
                                                "2026-03-02",
                                                "changes",
                                                List.of(),
                                                "without",
                                                List.of()))
                                .status())
                .isEqualTo(422);
        assertThat(
                        browser.post(
                                        "/api/v1/rules/what-if",
                                        Map.of(
                                                "from",
                                                "2026-03-02",
                                                "to",
                                                "2026-03-02",
                                                "changes",
                                                List.of(),
                                                "without",
                                                List.of(999)))
                                .status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("W-07 an operator of one merchant sees the purchases of that merchant only")
    void an_operator_sees_own_merchants() {
        Browser all = browser;
        try {
            browser = site.hires("keeper", "MANAGER", "en", List.of(shop.id().value()));
            JsonNode job = replayed("2026-03-02", "2026-03-03", List.of(), List.of());
            assertThat(found(job).get("byMerchant").size()).isEqualTo(1);
            String mine = "/api/v1/rules/what-if/" + job.get("id").asInt();
            for (String part : List.of("", "/differences", "/file")) {
                assertThat(browser.get(mine + part).status()).isEqualTo(200);
                assertThat(all.get(mine + part).status()).isEqualTo(404);
            }
        } finally {
            browser = all;
        }
    }
}
