package onecard.platform.purchases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import onecard.platform.Browser;
import onecard.platform.Canteen;
import onecard.platform.Canteen.Eater;
import onecard.platform.House;
import onecard.platform.LiveEvents;
import onecard.platform.PlatformTest;
import onecard.platform.merchants.MealKind;
import onecard.platform.merchants.Merchant;
import onecard.platform.system.ThisNode;
import onecard.platform.terminals.Terminal;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// What moves the live page.
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LivePurchasesTest {
    private final House house;
    private Canteen site;
    private Merchant shop;
    private Terminal till;
    private Terminal shopTill;
    private Eater pupil;
    private Browser browser;

    LivePurchasesTest(House house) {
        this.house = house;
    }

    @BeforeAll
    void open() {
        site = new Canteen(house);
        site.at("2026-03-02 11:00:00");
        site.serves("午餐", "Lunch", MealKind.LUNCH, "11:00-13:00");
        till = site.till(site.merchant("第一食堂"));
        shop = site.merchant("小卖部");
        shopTill = site.till(shop);
        pupil = site.eater("张小三", 500_00, 0);
        browser = house.administrator();
    }

    /// At a moment; a session that is older than that is over.
    private Instant at(String moment) {
        Instant now = site.at(moment);
        browser = house.administrator();
        return now;
    }

    @Test
    void a_purchase_moves_the_page_of_everybody_who_may_see_it() {
        at("2026-03-02 11:09:00");
        Browser keeper = site.hires("keeper", "MANAGER", "en", List.of(shop.id().value()));
        try (LiveEvents all = browser.listen();
                LiveEvents some = keeper.listen()) {
            site.at("2026-03-02 11:10:00");
            site.buys(pupil, till, 12_00);
            site.at("2026-03-02 11:11:00");
            site.buys(pupil, shopTill, 3_00);
            await().untilAsserted(() -> assertThat(all.of("purchase")).hasSize(2));
            await().untilAsserted(() -> assertThat(some.of("purchase")).hasSize(1));
            JsonNode row = all.of("purchase").getFirst();
            assertThat(row.get("personName").asString()).isEqualTo("张小三");
            assertThat(row.get("netCents").longValue()).isEqualTo(12_00);
            assertThat(row.get("why").asString()).startsWith("已扣款 12.00 元");
            assertThat(browser.get("/api/v1/purchases?limit=100").json().get("items"))
                    .as("the list says the same")
                    .contains(row);
            JsonNode english = some.of("purchase").getFirst();
            assertThat(english.get("merchantName").asString()).isEqualTo("小卖部");
            assertThat(english.get("mealName").asString()).isEqualTo("Lunch");
            assertThat(english.get("why").asString()).startsWith("Charged 3.00");
            await().untilAsserted(() -> {
                assertThat(all.of("today")).isNotEmpty();
                assertThat(all.of("books")).isNotEmpty();
            });
            assertThat(all.of("books").getLast().get("balanced").booleanValue()).isTrue();
        }
    }

    @Test
    void a_rush_is_told_by_its_newest_rows_and_every_row_is_in_the_list() {
        at("2026-03-02 12:00:00");
        try (LiveEvents events = browser.listen()) {
            LivePurchases live = house.bean(LivePurchases.class);
            live.stop();
            live.look();
            for (int i = 0; i < LivePurchases.ROWS_MAX + 10; i++) {
                site.at("2026-03-02 12:%02d:%02d".formatted(i / 6, i % 6 * 10));
                site.buys(pupil, till, 1_00 + i);
            }
            assertThat(live.look()).isEqualTo(LivePurchases.ROWS_MAX);
            assertThat(live.look()).isZero();
            await().untilAsserted(() ->
                    assertThat(events.of("purchase")).hasSize(LivePurchases.ROWS_MAX));
            assertThat(events.of("purchase").getFirst().get("netCents").longValue())
                    .isEqualTo(1_10);
            assertThat(events.of("purchase").getLast().get("netCents").longValue()).isEqualTo(1_34);
            live.start();
        }
    }

    @Test
    void purchases_at_another_node_move_the_page_too() {
        Instant now = at("2026-03-02 12:50:00");
        try (LiveEvents events = browser.listen()) {
            var order =
                    new Order.Sale(
                            new PurchaseId(till.serial(), 9_999),
                            Mode.FREE_AMOUNT,
                            new Instrument.Card(pupil.card(), false),
                            Money.ofCents(7_77),
                            now,
                            now);
            int strandOfNodeTwo = 2 * ThisNode.STRANDS + 1;
            // Its kitchen tells its own house, not this one.
            List<Outcome> outcomes =
                    house.bean(TrayStore.class)
                            .inTray(strandOfNodeTwo, tray -> Kitchen.cook(List.of(order), tray));
            assertThat(outcomes.getFirst()).isInstanceOf(Outcome.Taken.class);
            await().untilAsserted(() ->
                    assertThat(events.of("purchase"))
                            .anyMatch(row -> row.get("netCents").longValue() == 7_77));
        }
    }
}
