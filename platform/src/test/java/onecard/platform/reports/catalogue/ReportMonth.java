package onecard.platform.reports.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import onecard.platform.Browser;
import onecard.platform.Canteen;
import onecard.platform.Canteen.Eater;
import onecard.platform.House;
import onecard.platform.merchants.MealKind;
import onecard.platform.merchants.Merchant;
import onecard.platform.terminals.Terminal;
import onecard.vocabulary.VoidReason;
import tools.jackson.databind.JsonNode;

/// The March of a canteen, drawn from a seed: meals and what was bought between them, voids,
/// top-ups, subsidies, refunds; on its last evening a correction, a back-entry, a refusal, a lost
/// card, a returned one and a shift.
final class ReportMonth {
    private static final long SEED = 20_260_301;

    private final House home;
    private final Merchant shop;
    private final Browser keeper;
    private Browser browser;

    /// @param shopName of the second merchant
    ReportMonth(House house, String shopName) {
        home = house;
        browser = house.administrator();
        var site = new Canteen(house);
        var dice = new Random(SEED);
        site.at("2026-03-01 08:00:00");
        site.serves("午餐", "Lunch", MealKind.LUNCH, "11:00-13:00");
        site.serves("晚餐", "Dinner", MealKind.DINNER, "17:00-19:00");
        Merchant canteen = site.merchant("第一食堂");
        shop = site.merchant(shopName);
        List<Terminal> tills = List.of(site.till(canteen), site.till(canteen), site.till(shop));
        var eaters = new ArrayList<Eater>();
        for (int i = 0; i < 8; i++) {
            eaters.add(site.eater("学生" + i, 300_00, i % 2 == 0 ? 30_00 : 0));
        }
        for (int day = 2; day <= 31; day++) {
            for (int meal = 0; meal < 3; meal++) {
                int hour = List.of(11, 15, 17).get(meal);
                for (int i = 0; i < 2; i++) {
                    site.at("2026-03-%02d %02d:%02d:00".formatted(day, hour, 10 + i * 20));
                    Terminal till = tills.get(dice.nextInt(tills.size()));
                    site.buys(eaters.get(dice.nextInt(8)), till, 100 + dice.nextInt(30_00));
                    if (dice.nextInt(10) == 0) {
                        site.takesBack(till, VoidReason.NO_ANSWER);
                    }
                }
            }
            site.at("2026-03-%02d 20:00:00".formatted(day));
            browser = house.administrator();
            desk(site, eaters.get(dice.nextInt(8)), dice);
        }
        lastEvening(site, eaters, tills.getFirst());
        site.at("2026-03-31 22:00:00");
        browser = house.administrator();
        keeper = site.hires("keeper", "ACCOUNTANT", "en", List.of(shop.id().value()));
    }

    /// Returns the second merchant.
    Merchant shop() {
        return shop;
    }

    /// Returns somebody who sees that merchant only.
    Browser keeper() {
        return keeper;
    }

    private void lastEvening(Canteen site, List<Eater> eaters, Terminal till) {
        site.at("2026-03-31 21:00:00");
        browser = home.administrator();
        post("/api/v1/shift", Map.of("openingCents", 100_00));
        corrects(eaters);
        post(
                "/api/v1/back-entries",
                Map.of(
                        "personId",
                        eaters.get(1).id().value(),
                        "terminalId",
                        till.id().value(),
                        "at",
                        "2026-03-31T11:45:00+08:00",
                        "amountCents",
                        7_77,
                        "remark",
                        "忘带卡"));
        site.buys(eaters.get(2), till, 9_999_00);
        var newcomer = site.eater("新生", 0, 0);
        post("/api/v1/people/" + eaters.get(3).id().value() + "/card-loss", Map.of());
        post(
                "/api/v1/people/" + eaters.get(3).id().value() + "/card-replacement",
                Map.of("uid", "04AABBCC", "damaged", false, "costCents", 10_00));
        post("/api/v1/people/" + newcomer.id().value() + "/card-return", Map.of());
        post("/api/v1/shift/close", Map.of("countedCents", 111_00));
    }

    private void corrects(List<Eater> eaters) {
        JsonNode bought =
                eaters.stream()
                        .map(each ->
                                browser.get(
                                                "/api/v1/people/"
                                                        + each.id().value()
                                                        + "/charges?day=2026-03-31")
                                        .json()
                                        .get("items"))
                        .filter(items -> !items.isEmpty())
                        .findFirst()
                        .orElseThrow()
                        .get(0);
        post(
                "/api/v1/corrections",
                Map.of(
                        "number",
                        bought.get("number").asString(),
                        "bookedOn",
                        bought.get("bookedOn").asString(),
                        "shouldCents",
                        50,
                        "reason",
                        "多刷了"));
    }

    private void desk(Canteen site, Eater eater, Random dice) {
        switch (dice.nextInt(4)) {
            case 0 -> site.topUp(eater, 20_00 + dice.nextInt(50_00), 0);
            case 1 -> site.topUp(eater, 0, 10_00);
            case 2 ->
                    post(
                            "/api/v1/refunds",
                            Map.of(
                                    "personId",
                                    eater.id().value(),
                                    "cashCents",
                                    1_00,
                                    "subsidyCents",
                                    0,
                                    "reason",
                                    "x"));
            default -> site.topUp(eater, 5_00, 5_00);
        }
    }

    private void post(String path, Object body) {
        Browser.Answer answer =
                browser.with("Idempotency-Key", UUID.randomUUID().toString()).post(path, body);
        assertThat(answer.status()).as(answer.text()).isLessThan(300);
    }
}
