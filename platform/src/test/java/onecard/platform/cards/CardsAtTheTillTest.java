package onecard.platform.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import onecard.platform.Browser;
import onecard.platform.Canteen;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.merchants.MealKind;
import onecard.platform.terminals.Heard;
import onecard.platform.terminals.Terminal;
import onecard.platform.terminals.Terminals;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Mode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The card centre over its API, with tills that answer.
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardsAtTheTillTest {
    private House house;
    private Canteen site;
    private Terminal till;
    private Browser desk;
    private int cards;

    @BeforeAll
    void a_canteen(House house) {
        this.house = house;
        site = new Canteen(house);
        site.at("2026-03-02 11:30:00");
        site.serves("午餐", "Lunch", MealKind.LUNCH, "11:00-13:00");
        till = site.till(site.merchant("第一食堂"));
        desk = house.administrator();
    }

    private Browser.Answer post(String path, Map<String, Object> body) {
        desk.with("Idempotency-Key", UUID.randomUUID().toString());
        return desk.post(path, body);
    }

    private Browser.Answer at(Canteen.Eater eater, String path, Map<String, Object> body) {
        return post("/api/v1/people/" + eater.id().value() + path, body);
    }

    private CardUid fresh() {
        cards++;
        return new CardUid("04C0FF%02X".formatted(cards));
    }

    private String tap(CardUid card) {
        site.at("2026-03-02 11:%02d:00".formatted(30 + ++minute));
        return site.taps(card, till, Mode.FREE_AMOUNT, 1_00).toString();
    }

    private int minute;

    private void reports() {
        house.bean(Terminals.class)
                .heard(
                        till.serial(),
                        new Heard(
                                house.clock().instant().plusSeconds(1),
                                "10.0.0.7:1",
                                Optional.of(
                                        new Heard.Report(
                                                Duration.ZERO,
                                                "1.0",
                                                1,
                                                0,
                                                0,
                                                0,
                                                Optional.empty()))));
    }

    private static String problem(Browser.Answer answer) {
        return answer.json().get("type").asString().replace("urn:onecard:problem:", "");
    }

    @Test
    @DisplayName(
            "M-174 M-177 W-06 D-24 Lost: refused at the till at once; replaced: the new one pays")
    void a_lost_card_is_refused_at_once() {
        var eater = site.eater("张小三", 50_00, 0);
        assertThat(tap(eater.card())).contains("Taken");
        assertThat(at(eater, "/card-loss", Map.of()).status()).isEqualTo(200);
        assertThat(tap(eater.card())).contains("CARD_LOST");
        assertThat(at(eater, "/card-loss/cancel", Map.of()).status()).isEqualTo(200);
        assertThat(tap(eater.card())).contains("Taken");
        at(eater, "/card-loss", Map.of());
        var card = fresh();
        var body = Map.<String, Object>of("uid", card.hex(), "damaged", false);
        house.bean(Terminals.class)
                .heard(
                        till.serial(),
                        new Heard(house.clock().instant(), "10.0.0.7:1", Optional.empty()));
        var silent = at(eater, "/card-replacement", body);
        assertThat(problem(silent)).isEqualTo("terminals-silent");
        assertThat(silent.json().get("terminals").get(0).asString())
                .isEqualTo(till.serial().value());
        reports();
        var replaced = at(eater, "/card-replacement", body);
        assertThat(replaced.status()).as(replaced.text()).isEqualTo(200);
        assertThat(tap(eater.card())).contains("CARD_REPLACED");
        assertThat(tap(card)).contains("Taken");
        var again = at(eater, "/card-loss/cancel", Map.of());
        assertThat(problem(again)).isEqualTo("card-not-lost");
    }

    @Test
    @DisplayName(
            "M-192 M-189 D-36 Frozen, cancelled, returned: each is refused with its own reason")
    void frozen_cancelled_returned_are_refused() {
        var eater = site.eater("李小四", 50_00, 0);
        at(eater, "/freeze", Map.of());
        assertThat(tap(eater.card())).contains("ACCOUNT_FROZEN");
        at(eater, "/unfreeze", Map.of());
        assertThat(tap(eater.card())).contains("Taken");
        var back = at(eater, "/card-return", Map.of("uid", eater.card().hex()));
        assertThat(back.status()).as(back.text()).isEqualTo(200);
        assertThat(tap(eater.card())).contains("CARD_RETURNED");
        var card = fresh();
        at(eater, "/cards", Map.of("uid", card.hex()));
        assertThat(tap(card)).contains("Taken");
        var closed = at(eater, "/account-closing", Map.of("withCard", false, "card", Map.of()));
        assertThat(closed.json().get("refundedCents").longValue()).isEqualTo(48_00);
        assertThat(tap(card)).contains("CARD_SCRAPPED");
    }

    @Test
    @DisplayName("M-076 M-140 D-25 An expired card is refused until it is extended")
    void an_expired_card_is_refused_until_it_is_extended() {
        var eater = site.eater("王小五", 50_00, 0);
        house.database()
                .asOwner()
                .sql("update cards.card_issue set valid_until = '2026-03-01' where person = :p")
                .param("p", eater.id().value())
                .update();
        assertThat(tap(eater.card())).contains("CARD_EXPIRED");
        var done =
                post(
                        "/api/v1/card-extensions",
                        Map.of(
                                "personIds",
                                List.of(eater.id().value()),
                                "validUntil",
                                "2027-08-31"));
        assertThat(done.json().get("done").intValue()).isEqualTo(1);
        assertThat(tap(eater.card())).contains("Taken");
    }

    @Test
    @DisplayName("M-139 The same key twice issues one card; another body with it is a conflict")
    void the_same_key_twice_issues_one_card() {
        var eater = site.eater("赵小六", 0, 0);
        at(eater, "/card-return", Map.of());
        desk.with("Idempotency-Key", UUID.randomUUID().toString());
        var path = "/api/v1/people/" + eater.id().value() + "/cards";
        var body = new HashMap<String, Object>(Map.of("uid", fresh().hex()));
        var first = desk.post(path, body);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(desk.post(path, body).text()).isEqualTo(first.text());
        body.put("uid", fresh().hex());
        assertThat(problem(desk.post(path, body))).isEqualTo("idempotency-conflict");
    }

    @Test
    @DisplayName("M-149 M-167 A top-up and a refund sent twice happen once, with the same answer")
    void what_is_sent_twice_happens_once() {
        var eater = site.eater("郑小十", 10_00, 0);
        for (var path : List.of("/api/v1/top-ups", "/api/v1/refunds")) {
            var body =
                    Map.<String, Object>of(
                            "personId", eater.id().value(), "cashCents", 3_00, "subsidyCents", 0);
            var first = post(path, body);
            assertThat(first.status()).as(first.text()).isEqualTo(201);
            assertThat(desk.post(path, body).text()).isEqualTo(first.text());
        }
        var purses = desk.get("/api/v1/people/" + eater.id().value()).json().get("purses");
        assertThat(purses.get("cashCents").longValue()).isEqualTo(10_00);
    }

    @Test
    @DisplayName("M-190 M-191 Freeze some, then cancel all: each refusal says why in words")
    void freeze_some_then_cancel_all() {
        var one = site.eater("孙小七", 5_00, 0);
        var two = site.eater("周小八", 6_00, 0);
        var ids = List.of(one.id().value(), two.id().value(), 999_999);
        var frozen = post("/api/v1/freezes", Map.of("personIds", ids));
        assertThat(frozen.json().get("done").intValue()).isEqualTo(2);
        assertThat(frozen.json().get("refused").get(0).get("problem").asString())
                .isEqualTo("not-found");
        assertThat(desk.get("/api/v1/freezes").json().get("total").intValue()).isEqualTo(2);
        var closed = post("/api/v1/freezes/close", Map.of("depositBackCents", 0));
        assertThat(closed.json().get("done").intValue()).isEqualTo(2);
        assertThat(desk.get("/api/v1/freezes").json().get("total").intValue()).isZero();
    }

    @Test
    @DisplayName("M-068 M-074 M-075 M-076 M-079 M-080 M-081 Parameters are read, changed, audited")
    void parameters_are_read_and_changed() {
        var seen = desk.get("/api/v1/card-parameters");
        assertThat(seen.json().get("cardYears").intValue()).isEqualTo(10);
        assertThat(seen.json().get("correctionHours").intValue()).isEqualTo(24);
        var path = "/api/v1/card-parameters";
        var etag = seen.header("ETag");
        var changed = desk.patch(path, etag, Map.of("cardCostCents", 1500, "greyDays", 0));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().get("cardCostCents").longValue()).isEqualTo(1500);
        assertThat(problem(desk.patch(path, etag, Map.of("greyDays", 1))))
                .isEqualTo("changed-meanwhile");
        var now = changed.header("ETag");
        assertThat(problem(desk.patch(path, now, Map.of("cardFeeCents", 1501))))
                .isEqualTo("invalid-fields");
        var audit = desk.get("/api/v1/audit?limit=5").json().get("items");
        assertThat(audit)
                .extracting(line -> line.get("action").asString())
                .contains("cards.parameters-changed");
    }

    @Test
    @DisplayName("D-42 What was done at the desk is on the person's page, with who and what")
    void what_was_done_is_on_the_persons_page() {
        var eater = site.eater("吴小九", 10_00, 0);
        post(
                "/api/v1/refunds",
                Map.of("personId", eater.id().value(), "cashCents", 2_00, "subsidyCents", 0));
        at(eater, "/card-loss", Map.of());
        var done =
                desk.get("/api/v1/people/" + eater.id().value() + "/operations")
                        .json()
                        .get("items");
        assertThat(done)
                .extracting(line ->
                        line.get("kind").asString() + " " + line.get("cashCents").longValue())
                .containsExactly("LOSS_REPORTED 0", "REFUND -200", "TOP_UP 1000", "CARD_ISSUED 0");
        assertThat(done.get(1).get("undoOf").asString()).isEqualTo("refund");
        assertThat(done.get(1).get("operatorName").asString()).isEqualTo("管理员");
    }
}
