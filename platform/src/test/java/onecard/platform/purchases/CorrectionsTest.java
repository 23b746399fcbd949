package onecard.platform.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import onecard.platform.Browser;
import onecard.platform.Canteen;
import onecard.platform.Canteen.Eater;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.merchants.MealKind;
import onecard.platform.merchants.Merchant;
import onecard.platform.people.Groups;
import onecard.platform.people.PersonGroup;
import onecard.platform.rules.RuleDraft;
import onecard.platform.rules.Rules;
import onecard.platform.terminals.Terminal;
import onecard.vocabulary.VoidReason;
import onecard.vocabulary.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorrectionsTest {
    private Canteen site;
    private Merchant canteen;
    private Terminal till;
    private Browser administrator;
    private Browser clerk;
    private PersonGroup pupils;

    @BeforeAll
    void a_canteen(House house) {
        site = new Canteen(house);
        site.at("2026-03-01 08:00:00");
        site.serves("午餐", "Lunch", MealKind.LUNCH, "11:00-13:00");
        site.serves("晚餐", "Dinner", MealKind.DINNER, "17:00-19:00");
        canteen = site.merchant("第一食堂");
        till = site.till(canteen);
        pupils = house.asAdministrator(() -> house.bean(Groups.class).add("01", "学生", 1));
        house.asAdministrator(() ->
                house.bean(Rules.class)
                        .add(
                                RuleDraft.forGroups("一餐两次", pupils.id())
                                        .limited(Map.of(Window.MEAL, 2), Map.of())));
        administrator = house.administrator();
        clerk = site.hires("clerk", "CLERK", "en", List.of(canteen.id().value()));
    }

    /// Goes to a moment; whoever was idle so long signs in again.
    private void at(String moment) {
        site.at(moment);
        administrator.signIn(House.ADMINISTRATOR, House.PASSWORD);
        clerk.signIn("clerk", House.PASSWORD);
    }

    private JsonNode charge(Browser who, Eater eater, String day, int at) {
        return charges(who, eater, day).get(at);
    }

    private JsonNode charges(Browser who, Eater eater, String day) {
        var answer = who.get("/api/v1/people/" + eater.id().value() + "/charges?day=" + day);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("items");
    }

    private Browser.Answer correct(Browser who, JsonNode charge, long should) {
        return correct(who, charge, should, UUID.randomUUID());
    }

    private Browser.Answer correct(Browser who, JsonNode charge, long should, UUID key) {
        who.with("Idempotency-Key", key.toString());
        return who.post(
                "/api/v1/corrections",
                Map.of(
                        "number",
                        charge.get("number").asString(),
                        "bookedOn",
                        charge.get("bookedOn").asString(),
                        "shouldCents",
                        should,
                        "reason",
                        "多刷了"));
    }

    private Browser.Answer enter(Browser who, Eater eater, Terminal where, String at, long cents) {
        var body = new HashMap<String, Object>();
        body.put("personId", eater.id().value());
        body.put("terminalId", where.id().value());
        body.put("at", at);
        body.put("amountCents", cents);
        body.put("remark", "忘带卡");
        who.with("Idempotency-Key", UUID.randomUUID().toString());
        return who.post("/api/v1/back-entries", body);
    }

    private String purses(Eater eater) {
        var purses = administrator.get("/api/v1/people/" + eater.id().value()).json().get("purses");
        return purses.get("cashCents").longValue() + " + " + purses.get("subsidyCents").longValue();
    }

    private static String problem(Browser.Answer answer) {
        return answer.json().get("type").asString().replace("urn:onecard:problem:", "");
    }

    @Test
    @DisplayName("M-195 M-197 D-04 A charge is lowered; what was taken last goes back first")
    void a_charge_is_lowered() {
        at("2026-03-02 11:30:00");
        var eater = site.eater("张小三", 100_00, 5_00);
        site.buys(eater, till, 12_00);
        assertThat(purses(eater)).isEqualTo("9300 + 0");
        var charge = charge(clerk, eater, "2026-03-02", 0);
        var key = UUID.randomUUID();
        var done = correct(clerk, charge, 8_00, key);
        assertThat(done.status()).as(done.text()).isEqualTo(201);
        assertThat(purses(eater)).isEqualTo("9700 + 0");
        assertThat(correct(clerk, charge, 8_00, key).text())
                .as("the same key again books nothing")
                .isEqualTo(done.text());
        var after = charge(clerk, eater, "2026-03-02", 0);
        assertThat(after.get("netCents").longValue()).as("the original stays").isEqualTo(12_00);
        assertThat(after.get("chargedCents").longValue()).isEqualTo(8_00);
        var made = after.get("corrections").get(0);
        assertThat(made.get("differenceCents").longValue()).isEqualTo(-4_00);
        assertThat(made.get("operatorName").asString()).isEqualTo("clerk");
        assertThat(made.get("reason").asString()).isEqualTo("多刷了");
        var line =
                administrator
                        .get("/api/v1/people/" + eater.id().value() + "/statement?limit=1")
                        .json()
                        .get("items")
                        .get(0);
        assertThat(line.get("kind").asString()).isEqualTo("CORRECTION");
        assertThat(line.get("operatorName").asString()).isEqualTo("clerk");
    }

    @Test
    @DisplayName(
            "M-198 Correcting again starts from the corrected amount, down to nothing and no less")
    void correcting_again_starts_from_the_corrected_amount() {
        at("2026-03-02 11:40:00");
        var eater = site.eater("李小四", 100_00, 5_00);
        site.buys(eater, till, 12_00);
        var charge = charge(clerk, eater, "2026-03-02", 0);
        correct(clerk, charge, 8_00);
        correct(clerk, charge, 3_00);
        assertThat(purses(eater)).isEqualTo("10000 + 200");
        assertThat(problem(correct(clerk, charge, 3_00))).isEqualTo("no-change");
        assertThat(problem(correct(clerk, charge, -1))).isEqualTo("invalid-fields");
        correct(clerk, charge, 0);
        assertThat(purses(eater)).isEqualTo("10000 + 500");
        correct(clerk, charge, 6_00);
        assertThat(purses(eater)).isEqualTo("9900 + 0");
    }

    @Test
    @DisplayName(
            "D-04 D-12 A charge is raised only by what is there, or by a role that may overdraw")
    void a_charge_is_raised_by_what_is_there() {
        at("2026-03-02 11:50:00");
        var eater = site.eater("王小五", 10_00, 0);
        site.buys(eater, till, 4_00);
        var charge = charge(clerk, eater, "2026-03-02", 0);
        var refused = correct(clerk, charge, 11_00);
        assertThat(problem(refused)).isEqualTo("charge-not-covered");
        assertThat(refused.json().get("missingCents").longValue()).isEqualTo(1_00);
        assertThat(correct(clerk, charge, 10_00).status()).isEqualTo(201);
        assertThat(correct(administrator, charge, 11_00).status()).isEqualTo(201);
        assertThat(purses(eater)).isEqualTo("-100 + 0");
    }

    @Test
    @DisplayName("M-196 M-081 D-05 After 24 hours it takes the wider permission")
    void after_a_day_it_takes_the_wider_permission() {
        at("2026-03-03 12:00:00");
        var eater = site.eater("赵小六", 10_00, 0);
        site.buys(eater, till, 4_00);
        at("2026-03-04 11:59:00");
        var charge = charge(clerk, eater, "2026-03-03", 0);
        assertThat(correct(clerk, charge, 3_00).status()).isEqualTo(201);
        at("2026-03-04 12:00:01");
        var late = correct(clerk, charge, 2_00);
        assertThat(problem(late)).isEqualTo("correction-window-over");
        assertThat(late.json().get("hours").intValue()).isEqualTo(24);
        assertThat(correct(administrator, charge, 2_00).status()).isEqualTo(201);
        assertThat(purses(eater)).isEqualTo("800 + 0");
    }

    @Test
    @DisplayName("D-33 M-197 A void after a correction gives back what is charged now, and ends it")
    void a_void_after_a_correction_gives_back_what_is_charged() {
        at("2026-03-05 12:00:00");
        var eater = site.eater("孙小七", 10_00, 0);
        var own = site.till(canteen);
        site.buys(eater, own, 6_00);
        var charge = charge(clerk, eater, "2026-03-05", 0);
        correct(clerk, charge, 2_50);
        assertThat(purses(eater)).isEqualTo("750 + 0");
        site.takesBack(own, VoidReason.NO_ANSWER);
        assertThat(purses(eater)).isEqualTo("1000 + 0");
        assertThat(problem(correct(clerk, charge, 1_00))).isEqualTo("purchase-voided");
    }

    @Test
    @DisplayName("M-197 A refusal, a void and a correction are no charges to be corrected")
    void what_is_no_charge_is_not_corrected() {
        at("2026-03-05 12:30:00");
        var eater = site.eater("周小八", 1_00, 0);
        site.buys(eater, till, 6_00);
        assertThat(charges(clerk, eater, "2026-03-05")).isEmpty();
        var refused =
                administrator
                        .get("/api/v1/purchases?personId=" + eater.id().value())
                        .json()
                        .get("items")
                        .get(0);
        clerk.with("Idempotency-Key", UUID.randomUUID().toString());
        var answer =
                clerk.post(
                        "/api/v1/corrections",
                        Map.of(
                                "number",
                                refused.get("number").asString(),
                                "bookedOn",
                                "2026-03-05",
                                "shouldCents",
                                1,
                                "reason",
                                "x"));
        assertThat(problem(answer)).isEqualTo("nothing-charged");
    }

    @Test
    @DisplayName("M-199 M-200 D-41 A slip counts for the meal, day and merchant of its own time")
    void a_slip_counts_for_its_own_time() {
        at("2026-03-10 15:00:00");
        var eater = site.eater("吴小九", Optional.of(pupils.id()), 20_00, 5_00);
        var entered = enter(clerk, eater, till, "2026-03-10T11:30:00+08:00", 8_00);
        assertThat(entered.status()).as(entered.text()).isEqualTo(201);
        assertThat(entered.json().get("subsidyCents").longValue()).isEqualTo(5_00);
        assertThat(purses(eater)).isEqualTo("1700 + 0");
        var row = charge(clerk, eater, "2026-03-10", 0);
        assertThat(row.get("kind").asString()).isEqualTo("BACK_ENTRY");
        assertThat(row.get("mealName").asString()).isEqualTo("Lunch");
        assertThat(row.get("merchantName").asString()).isEqualTo("第一食堂");
        assertThat(row.get("correctable").booleanValue()).isTrue();
        assertThat(correct(clerk, row, 6_00).status()).isEqualTo(201);
        assertThat(purses(eater)).isEqualTo("1900 + 0");
    }

    @Test
    @DisplayName("D-41 A slip counts towards the limits of its meal, and no limit refuses it")
    void a_slip_counts_towards_the_limits() {
        at("2026-03-11 11:10:00");
        var eater = site.eater("郑小十", Optional.of(pupils.id()), 50_00, 0);
        site.buys(eater, till, 1_00);
        at("2026-03-11 11:20:00");
        enter(clerk, eater, till, "2026-03-11T11:15:00+08:00", 1_00);
        at("2026-03-11 11:30:00");
        assertThat(site.buys(eater, till, 1_00).toString()).contains("COUNT_LIMIT");
        assertThat(enter(clerk, eater, till, "2026-03-11T11:25:00+08:00", 1_00).status())
                .isEqualTo(201);
        at("2026-03-11 17:30:00");
        assertThat(site.buys(eater, till, 1_00)).isInstanceOf(Outcome.Taken.class);
    }

    @Test
    @DisplayName("D-41 M-199 A slip is not of the future, nor of a time before its terminal")
    void a_slip_is_not_of_the_future() {
        at("2026-03-12 12:00:00");
        var eater = site.eater("冯小一", 50_00, 0);
        var fresh = site.till(canteen);
        assertThat(problem(enter(clerk, eater, till, "2026-03-12T12:00:01+08:00", 1_00)))
                .isEqualTo("invalid-fields");
        assertThat(problem(enter(clerk, eater, fresh, "2026-03-12T11:59:00+08:00", 1_00)))
                .isEqualTo("no-terminal-then");
        assertThat(problem(enter(clerk, eater, till, "2026-03-11T11:59:00+08:00", 1_00)))
                .isEqualTo("correction-window-over");
        assertThat(problem(enter(clerk, eater, till, "2026-03-12T11:00:00+08:00", 50_01)))
                .isEqualTo("charge-not-covered");
        assertThat(purses(eater)).isEqualTo("5000 + 0");
    }

    @Test
    @DisplayName("M-201 Corrections and slips are told apart in lists and in the roll-up")
    void corrections_and_slips_are_told_apart(House house) {
        at("2026-03-13 11:30:00");
        var eater = site.eater("陈小二", 50_00, 0);
        site.buys(eater, till, 10_00);
        correct(clerk, charge(clerk, eater, "2026-03-13", 0), 7_00);
        enter(clerk, eater, till, "2026-03-13T11:10:00+08:00", 2_00);
        var kinds =
                house.database()
                        .asReport()
                        .sql(
                                """
                                select kind || ': ' || sum(count) || ' / ' || sum(net)
                                  from reporting.takings
                                 where business_day = :day
                                 group by kind
                                 order by kind
                                """)
                        .param("day", LocalDate.parse("2026-03-13"))
                        .query(String.class)
                        .list();
        assertThat(kinds).containsExactly("1: 1 / 1000", "4: 0 / -300", "5: 1 / 200");
        var rows =
                administrator
                        .get("/api/v1/purchases?personId=" + eater.id().value())
                        .json()
                        .get("items");
        assertThat(rows)
                .extracting(row -> row.get("kind").asString())
                .containsExactlyInAnyOrder("BACK_ENTRY", "CORRECTION", "ONLINE");
    }

    @Test
    @DisplayName(
            "M-151 M-195 M-199 A correction and a back-entry have receipts, for their merchants' clerks")
    void a_correction_has_a_receipt() {
        at("2026-03-02 12:40:00");
        var eater = site.eater("孙小九", 100_00, 5_00);
        site.buys(eater, till, 12_00);
        var done = correct(clerk, charge(clerk, eater, "2026-03-02", 0), 8_00).json();
        assertThat(receipt(clerk, done.get("number").asString()))
                .isEqualTo(
                        "Charge corrected: Before 12.00, After 8.00, Given back to cash 4.00,"
                                + " Cash balance 97.00, Subsidy balance 0.00");
        var entered = enter(clerk, eater, till, "2026-03-02T12:00:00+08:00", 5_00).json();
        assertThat(receipt(clerk, entered.get("number").asString()))
                .isEqualTo(
                        "Purchase entered by hand: Bought at 2026-03-02 12:00, Price 5.00,"
                                + " Taken from cash 5.00,"
                                + " Cash balance 92.00, Subsidy balance 0.00");
        var other = site.merchant("第三食堂");
        var stranger = site.hires("clerk3", "CLERK", "en", List.of(other.id().value()));
        assertThat(
                        stranger.get("/api/v1/receipts/CORRECTION/" + done.get("number").asString())
                                .status())
                .isEqualTo(404);
    }

    /// Title, figures and balances of a receipt.
    private static String receipt(Browser who, String number) {
        var answer = who.get("/api/v1/receipts/CORRECTION/" + number);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var receipt = answer.json().get("receipt");
        var words = new ArrayList<String>();
        for (var part : List.of("figures", "balances")) {
            for (var figure : receipt.get(part)) {
                words.add(figure.get("label").asString() + " " + figure.get("text").asString());
            }
        }
        return receipt.get("title").asString() + ": " + String.join(", ", words);
    }
}
