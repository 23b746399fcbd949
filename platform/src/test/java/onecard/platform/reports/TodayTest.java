package onecard.platform.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import onecard.platform.Browser;
import onecard.platform.Canteen;
import onecard.platform.Canteen.Eater;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.merchants.MealKind;
import onecard.platform.merchants.Merchant;
import onecard.platform.terminals.Terminal;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Mode;
import onecard.vocabulary.VoidReason;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/// The day at a glance, as it goes on.
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TodayTest {
    private final House house;
    private Canteen site;
    private Merchant shop;
    private Terminal till;
    private Terminal shopTill;
    private Eater pupil;
    private Eater teacher;

    TodayTest(House house) {
        this.house = house;
    }

    @BeforeAll
    void open() {
        site = new Canteen(house);
        site.at("2026-03-02 08:00:00");
        site.serves("午餐", "Lunch", MealKind.LUNCH, "11:00-13:00");
        site.serves("晚餐", "Dinner", MealKind.DINNER, "17:00-19:00");
        till = site.till(site.merchant("第一食堂"));
        shop = site.merchant("小卖部");
        shopTill = site.till(shop);
        pupil = site.eater("张小三", 100_00, 4_00);
        teacher = site.eater("李老师", 5_00, 0);
        site.hires("keeper", "MANAGER", "en", List.of(shop.id().value()));
    }

    private JsonNode today() {
        return today(house.administrator());
    }

    private JsonNode today(Browser who) {
        Browser.Answer answer = who.get("/api/v1/today");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> lines(JsonNode list, String... fields) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> {
                    var line = new ArrayList<String>();
                    for (String field : fields) {
                        line.add(
                                Optional.ofNullable(item.get(field))
                                        .map(JsonNode::asString)
                                        .orElse("-"));
                    }
                    return String.join(" ", line);
                })
                .toList();
    }

    @Test
    @Order(1)
    void a_day_begins_with_every_meal_and_merchant_at_nothing() {
        JsonNode today = today();
        assertThat(today.get("businessDay").asString()).isEqualTo("2026-03-02");
        assertThat(lines(today.get("meals"), "name", "count", "netCents"))
                .containsExactly("午餐 0 0", "晚餐 0 0");
        assertThat(lines(today.get("merchants"), "name", "netCents"))
                .containsExactly("第一食堂 0", "小卖部 0");
        assertThat(today.get("hourly")).isEmpty();
        assertThat(today.get("refusals")).isEmpty();
        assertThat(today.get("terminals").get("total").intValue()).isEqualTo(2);
        assertThat(today.get("terminals").get("up").intValue()).isZero();
    }

    @Test
    @Order(2)
    @DisplayName("W-09 takings by meal and merchant, hours, and why requests were refused")
    void takings_by_meal_merchant_and_hour() {
        site.at("2026-03-02 11:30:00");
        site.buys(pupil, till, 12_00);
        site.at("2026-03-02 12:10:00");
        site.buys(pupil, till, 8_00);
        site.at("2026-03-02 12:10:01");
        site.buys(pupil, till, 8_00);
        site.at("2026-03-02 12:20:00");
        site.buys(teacher, shopTill, 9_00);
        site.taps(new CardUid("DEADBEEF"), shopTill, Mode.FREE_AMOUNT, 1_00);
        site.at("2026-03-02 12:21:00");
        site.taps(new CardUid("DEADBEEF"), shopTill, Mode.FREE_AMOUNT, 1_00);
        site.at("2026-03-02 15:00:00");
        site.buys(teacher, shopTill, 2_00);
        these_are_the_takings(today());
    }

    private static void these_are_the_takings(JsonNode today) {
        assertThat(
                        lines(
                                today.get("meals"),
                                "name",
                                "count",
                                "netCents",
                                "cashCents",
                                "subsidyCents"))
                .containsExactly("午餐 2 2000 1600 400", "晚餐 0 0 0 0", "其他 1 200 200 0");
        assertThat(lines(today.get("merchants"), "name", "count", "netCents"))
                .containsExactly("第一食堂 2 2000", "小卖部 1 200");
        assertThat(
                        lines(
                                today.get("merchants").get(1).get("byMeal"),
                                "mealId",
                                "count",
                                "netCents"))
                .containsExactly("- 1 200");
        assertThat(lines(today.get("hourly"), "hour", "count", "netCents"))
                .containsExactly("11 1 1200", "12 1 800", "15 1 200");
        assertThat(lines(today.get("refusals"), "refusal", "count"))
                .containsExactly("ILLEGAL_CARD 2", "REPEAT_TOO_SOON 1", "INSUFFICIENT_BALANCE 1");
        JsonNode totals = today.get("totals");
        assertThat(totals.get("count").longValue()).isEqualTo(3);
        assertThat(totals.get("netCents").longValue()).isEqualTo(22_00);
        assertThat(totals.get("declined").longValue()).isEqualTo(4);
    }

    @Test
    @Order(3)
    void a_void_counts_in_the_hour_of_its_purchase_and_what_came_since_is_added() {
        site.at("2026-03-02 16:30:00");
        site.takesBack(shopTill, VoidReason.NO_ANSWER);
        site.at("2026-03-02 17:30:00");
        site.buys(pupil, till, 1_00);
        JsonNode today = today();
        assertThat(lines(today.get("hourly"), "hour", "count", "netCents"))
                .containsExactly("11 1 1200", "12 1 800", "17 1 100");
        assertThat(lines(today.get("meals"), "name", "count", "netCents"))
                .containsExactly("午餐 2 2000", "晚餐 1 100");
        JsonNode anew = today();
        assertThat(anew.get("hourly")).isEqualTo(today.get("hourly"));
    }

    @Test
    @Order(4)
    void an_operator_of_one_merchant_sees_that_merchant_only() {
        Browser keeper = house.browser();
        keeper.signIn("keeper", House.PASSWORD);
        JsonNode today = today(keeper);
        assertThat(lines(today.get("merchants"), "name")).containsExactly("小卖部");
        assertThat(today.get("totals").get("netCents").longValue()).isZero();
        assertThat(today.get("hourly")).isEmpty();
        assertThat(lines(today.get("refusals"), "refusal", "count"))
                .containsExactly("ILLEGAL_CARD 2", "INSUFFICIENT_BALANCE 1");
        assertThat(today.get("terminals").get("total").intValue()).isEqualTo(1);
        assertThat(lines(today.get("meals"), "name")).startsWith("Lunch", "Dinner");
    }

    @Test
    @Order(5)
    @DisplayName("D-43 a terminal is up while it was heard within 90 s")
    void terminals_are_up_while_they_are_heard() {
        house.database()
                .asOwner()
                .sql(
                        """
                        insert into terminals.terminal_sign (terminal, heard_at, address)
                        values (:terminal, :at, '10.0.0.1:5000')
                        """)
                .param("terminal", till.id().value())
                .param("at", house.clock().instant().atOffset(ZoneOffset.UTC))
                .update();
        assertThat(today().get("terminals").get("up").intValue()).isEqualTo(1);
        house.clock().pass(Duration.ofSeconds(95));
        assertThat(today().get("terminals").get("up").intValue()).isZero();
        assertThat(today().get("terminals").get("down").intValue()).isEqualTo(2);
    }

    @Test
    @Order(6)
    void the_next_day_begins_anew() {
        site.at("2026-03-03 11:30:00");
        site.buys(pupil, till, 3_00);
        JsonNode today = today();
        assertThat(today.get("businessDay").asString()).isEqualTo("2026-03-03");
        assertThat(lines(today.get("hourly"), "hour", "count", "netCents"))
                .containsExactly("11 1 300");
        assertThat(today.get("refusals")).isEmpty();
    }
}
