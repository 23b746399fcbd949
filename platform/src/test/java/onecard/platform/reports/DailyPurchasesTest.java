package onecard.platform.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
import onecard.platform.rules.Pricing;
import onecard.platform.rules.RuleDraft;
import onecard.platform.rules.Rules;
import onecard.platform.terminals.Terminal;
import onecard.vocabulary.Mode;
import onecard.vocabulary.VoidReason;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The daily purchase summary where days, meals and merchants are not as simple as in the manual.
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DailyPurchasesTest {
    private static final String PATH = "/api/v1/reports/daily-purchases";
    private static final String TRAP = "=HYPERLINK(\"http://x\",\"小卖部\")";

    private Browser browser;
    private Browser keeper;
    private Merchant canteen;
    private Merchant shop;

    @BeforeAll
    void two_days_at_two_merchants(House house) {
        var site = new Canteen(house);
        site.at("2026-03-02 08:00:00");
        site.serves("午餐", "Lunch", MealKind.LUNCH, "11:00-13:00");
        site.serves("宵夜", "Night snack", MealKind.NIGHT_SNACK, "21:00-01:00");
        canteen = site.merchant("第一食堂");
        shop = site.merchant(TRAP);
        Terminal till = site.till(canteen);
        Terminal shopTill = site.till(shop);
        PersonGroup staff =
                house.asAdministrator(() -> house.bean(Groups.class).add("02", "教师", 2));
        house.asAdministrator(() ->
                house.bean(Rules.class)
                        .add(
                                RuleDraft.forGroups("教师八折", staff.id())
                                        .priced(new Pricing.Discount(8_000))));
        Eater teacher = site.eater("李老师", Optional.of(staff.id()), 200_00, 6_00);
        Eater pupil = site.eater("张小三", 200_00, 0);

        site.at("2026-03-02 11:30:00");
        site.buys(teacher, till, 10_00);
        site.buys(pupil, till, 5_00);
        site.at("2026-03-02 15:00:00");
        site.buys(pupil, shopTill, 3_00);
        site.at("2026-03-02 22:00:00");
        site.buys(pupil, till, 7_00);
        site.at("2026-03-03 00:30:00");
        site.buys(teacher, till, 20_00);
        site.at("2026-03-03 11:30:00");
        site.buys(pupil, till, 4_00);
        site.takesBack(till, VoidReason.NO_ANSWER);
        site.at("2026-03-03 11:40:00");
        site.taps(pupil.card(), shopTill, Mode.COUNT, 0);
        site.at("2026-03-04 11:40:00");
        site.buys(pupil, till, 1_000_00);
        browser = house.administrator();
        keeper = site.hires("keeper", "ACCOUNTANT", "en", List.of(shop.id().value()));
    }

    private JsonNode report(Browser who, String query) {
        Browser.Answer answer = who.get(PATH + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("adds").booleanValue()).isTrue();
        return answer.json();
    }

    /// Day, merchant, count/cash/subsidy of each meal, count/cash/subsidy/total/discount.
    private static List<String> rows(JsonNode report) {
        var lines = new ArrayList<String>();
        for (JsonNode row : report.get("rows")) {
            var line =
                    new StringBuilder(
                            "%s %d"
                                    .formatted(
                                            row.get("day").asString(),
                                            row.get("merchantId").intValue()));
            for (JsonNode cell : row.get("cells")) {
                line.append(
                        " | %d %d %d"
                                .formatted(
                                        cell.get("count").longValue(),
                                        cell.get("cashCents").longValue(),
                                        cell.get("subsidyCents").longValue()));
            }
            line.append(
                    " | %d %d %d %d %d"
                            .formatted(
                                    row.get("count").longValue(),
                                    row.get("cashCents").longValue(),
                                    row.get("subsidyCents").longValue(),
                                    row.get("totalCents").longValue(),
                                    row.get("discountCents").longValue()));
            lines.add(line.toString());
        }
        return lines;
    }

    @Test
    @DisplayName(
            "D-14 D-15 D-16 by transaction: a meal over midnight is the day before's, other is a column")
    void by_transaction() {
        JsonNode report = report(browser, "?from=2026-03-02&to=2026-03-31");
        assertThat(report.get("meals").get(2).get("name").asString()).isEqualTo("其他");
        assertThat(report.get("meals").get(2).get("id")).isNull();
        assertThat(rows(report))
                .containsExactly(
                        "2026-03-02 1 | 2 700 600 | 2 2300 0 | 0 0 0 | 4 3000 600 3600 600",
                        "2026-03-02 2 | 0 0 0 | 0 0 0 | 1 300 0 | 1 300 0 300 0",
                        "2026-03-03 2 | 1 0 0 | 0 0 0 | 0 0 0 | 1 0 0 0 0");
    }

    @Test
    @DisplayName("D-14 by booking: what was booked after midnight is the next day's")
    void by_booking() {
        JsonNode report = report(browser, "?from=2026-03-02&to=2026-03-31&view=booking");
        assertThat(rows(report))
                .containsExactly(
                        "2026-03-02 1 | 2 700 600 | 1 700 0 | 0 0 0 | 3 1400 600 2000 200",
                        "2026-03-02 2 | 0 0 0 | 0 0 0 | 1 300 0 | 1 300 0 300 0",
                        "2026-03-03 1 | 0 0 0 | 1 1600 0 | 0 0 0 | 1 1600 0 1600 400",
                        "2026-03-03 2 | 1 0 0 | 0 0 0 | 0 0 0 | 1 0 0 0 0");
    }

    @Test
    @DisplayName("D-16 M-244 the column other and days without purchases are left out")
    void what_is_empty_is_left_out() {
        JsonNode report = report(browser, "?from=2026-03-03&to=2026-03-31");
        assertThat(report.get("meals")).hasSize(2);
        assertThat(rows(report)).containsExactly("2026-03-03 2 | 1 0 0 | 0 0 0 | 1 0 0 0 0");
        JsonNode nothing = report(browser, "?from=2026-03-04&to=2026-03-31");
        assertThat(nothing.get("rows")).isEmpty();
        assertThat(nothing.get("totals").get("totalCents").longValue()).isZero();
        assertThat(nothing.get("totals").get("cells")).hasSize(2);
    }

    @Test
    void one_merchant_can_be_asked_for() {
        JsonNode report =
                report(
                        browser,
                        "?from=2026-03-02&to=2026-03-02&merchantId=" + canteen.id().value());
        assertThat(report.get("merchantName").asString()).isEqualTo("第一食堂");
        assertThat(rows(report))
                .containsExactly("2026-03-02 1 | 2 700 600 | 2 2300 0 | 4 3000 600 3600 600");
        assertThat(browser.get(PATH + "?from=2026-03-02&to=2026-03-02&merchantId=99").status())
                .isEqualTo(404);
    }

    @Test
    void an_operator_of_one_merchant_sees_that_merchant_only_in_the_own_language() {
        JsonNode report = report(keeper, "?from=2026-03-02&to=2026-03-31");
        assertThat(rows(report))
                .containsExactly(
                        "2026-03-02 2 | 0 0 0 | 0 0 0 | 1 300 0 | 1 300 0 300 0",
                        "2026-03-03 2 | 1 0 0 | 0 0 0 | 0 0 0 | 1 0 0 0 0");
        assertThat(report.get("meals").get(0).get("name").asString()).isEqualTo("Lunch");
        assertThat(report.get("meals").get(2).get("name").asString()).isEqualTo("Other");
        assertThat(report.get("totals").get("totalCents").longValue()).isEqualTo(3_00);
        assertThat(
                        keeper.get(
                                        PATH
                                                + "?from=2026-03-02&to=2026-03-02&merchantId="
                                                + canteen.id().value())
                                .status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName(
            "M-231 a name that looks like a formula is text in Excel, and nothing there is a formula")
    void a_name_that_looks_like_a_formula_is_text() throws IOException {
        byte[] file = keeper.download(PATH + ".xlsx?from=2026-03-02&to=2026-03-31");
        var texts = new ArrayList<String>();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            book.getFirstSheet()
                    .read()
                    .forEach(row ->
                            row.stream()
                                    .filter(cell -> cell != null)
                                    .forEach(cell -> {
                                        assertThat(cell.getType()).isNotEqualTo(CellType.FORMULA);
                                        if (cell.getType() == CellType.STRING) {
                                            texts.add(text(cell));
                                        }
                                    }));
        }
        assertThat(texts)
                .contains(TRAP, "Daily purchase summary", "Night snack", "Other", "Sum")
                .anyMatch(text -> text.startsWith("Prepared by: keeper"));
    }

    private static String text(Cell cell) {
        return cell.asString();
    }

    @Test
    void the_file_is_called_after_the_report_and_its_days() {
        Browser.Answer answer = browser.get(PATH + ".xlsx?from=2026-03-02&to=2026-03-31");
        assertThat(answer.header("Content-Type"))
                .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(answer.header("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%E6%AF%8F%E6%97%A5")
                .contains("2026-03-02");
    }

    @ParameterizedTest
    @CsvSource({
        "?from=2026-03-02&to=2026-03-01, 422",
        "?from=2025-03-02&to=2026-03-03, 422",
        "?from=2025-03-03&to=2026-03-03, 200",
        "?from=2026-03-02, 400",
        "?from=2026-02-30&to=2026-03-01, 400",
        "?from=2026-03-01&to=2026-03-01&view=sideways, 422"
    })
    void a_range_that_cannot_be_is_refused_by_name(String query, int status) {
        assertThat(browser.get(PATH + query).status()).isEqualTo(status);
        assertThat(browser.get(PATH + ".xlsx" + query).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {PATH, PATH + ".xlsx"})
    void a_clerk_may_not_see_reports(String path, House house) {
        Browser clerk = new Canteen(house).hires("clerk" + path.length(), "CLERK", "en", List.of());
        assertThat(clerk.get(path + "?from=2026-03-02&to=2026-03-02").status()).isEqualTo(403);
    }
}
