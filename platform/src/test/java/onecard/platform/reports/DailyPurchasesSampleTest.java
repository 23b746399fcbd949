package onecard.platform.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import onecard.platform.Browser;
import onecard.platform.Canteen;
import onecard.platform.Canteen.Eater;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.merchants.MealKind;
import onecard.platform.merchants.Merchant;
import onecard.platform.purchases.Outcome;
import onecard.platform.terminals.Terminal;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// The sample report of the manual (每日消费汇总表), figure by figure, from meals that are bought.
///
/// The manual's second day shows cash 50 and total 100 without saying where the other 50 come from;
/// with a subsidy of 50 on that day every printed figure is right.
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DailyPurchasesSampleTest {
    private static final String RANGE = "?from=2024-10-23&to=2024-12-30";

    private final Browser browser;
    private final Merchant canteen;

    DailyPurchasesSampleTest(House house) {
        var site = new Canteen(house);
        site.at("2024-11-01 08:00:00");
        site.serves("早餐", "Breakfast", MealKind.BREAKFAST, "06:00-09:00");
        site.serves("中餐", "Lunch", MealKind.LUNCH, "10:30-13:30");
        site.serves("晚餐", "Dinner", MealKind.DINNER, "16:30-20:00");
        canteen = site.merchant("食堂");
        Terminal till = site.till(canteen);
        List<Eater> eaters =
                Stream.of("张三", "李四", "王五").map(name -> site.eater(name, 500_00, 0)).toList();
        site.topUp(eaters.getFirst(), 0, 50_00);

        buy(site, till, eaters.subList(1, 3), "2024-11-12 17:%02d:00", 27, 129_00);
        buy(site, till, eaters.subList(0, 1), "2024-11-20 07:%02d:00", 1, 100_00);
        buy(site, till, eaters.subList(1, 3), "2024-11-21 17:%02d:00", 3, 16_00);
        buy(site, till, eaters.subList(1, 3), "2024-12-20 18:%02d:00", 42, 90_00);
        buy(site, till, eaters.subList(1, 3), "2024-12-25 12:%02d:00", 3, 18_00);

        site.at("2024-12-30 09:30:00");
        browser = house.administrator();
        browser.post(
                "/api/v1/setup/unit",
                Map.of("unitName", "某某单位", "wording", "SCHOOL", "zone", "Asia/Shanghai"));
    }

    /// So many purchases, a minute apart, that come to this sum.
    private static void buy(
            Canteen site, Terminal till, List<Eater> eaters, String minute, int count, long sum) {
        long each = sum / count;
        for (int i = 0; i < count; i++) {
            site.at(minute.formatted(i));
            long price = i == count - 1 ? sum - each * (count - 1) : each;
            assertThat(site.buys(eaters.get(i % eaters.size()), till, price))
                    .isInstanceOf(Outcome.Taken.class);
        }
    }

    @Test
    @DisplayName(
            "M-239 M-243 M-244 M-245 M-246 the sample report of the manual is reproduced figure by"
                    + " figure, and its gap of 50 is the subsidy")
    void the_sample_report_of_the_manual() {
        JsonNode report = browser.get("/api/v1/reports/daily-purchases" + RANGE).json();
        assertThat(texts(report.get("meals"), "name")).containsExactly("早餐", "中餐", "晚餐");
        assertThat(figures(report))
                .containsExactly(
                        "2024-11-12 食堂 | 0 0 | 0 0 | 27 129 | 27 129 0 129",
                        "2024-11-20 食堂 | 1 50 | 0 0 | 0 0 | 1 50 50 100",
                        "2024-11-21 食堂 | 0 0 | 0 0 | 3 16 | 3 16 0 16",
                        "2024-12-20 食堂 | 0 0 | 0 0 | 42 90 | 42 90 0 90",
                        "2024-12-25 食堂 | 0 0 | 3 18 | 0 0 | 3 18 0 18");
        assertThat(line(report.get("totals"))).isEqualTo("| 1 50 | 3 18 | 72 235 | 76 303 50 353");
        assertThat(report.get("adds").booleanValue()).isTrue();
    }

    @Test
    @DisplayName(
            "M-062 M-243 M-248 the report carries the unit, the merchant, the range, who and when")
    void the_report_says_whose_it_is() {
        JsonNode report =
                browser.get(
                                "/api/v1/reports/daily-purchases"
                                        + RANGE
                                        + "&merchantId="
                                        + canteen.id().value())
                        .json();
        assertThat(report.get("unitName").asString()).isEqualTo("某某单位");
        assertThat(report.get("merchantName").asString()).isEqualTo("食堂");
        assertThat(report.get("from").asString()).isEqualTo("2024-10-23");
        assertThat(report.get("to").asString()).isEqualTo("2024-12-30");
        assertThat(report.get("preparedBy").asString()).isEqualTo("管理员");
        assertThat(report.get("printedAt").asString()).startsWith("2024-12-30T09:3");
    }

    @Test
    @DisplayName("D-14 bought at the till, the days of booking are those of the purchases")
    void by_booking_day_it_is_the_same() {
        JsonNode report =
                browser.get("/api/v1/reports/daily-purchases" + RANGE + "&view=booking").json();
        assertThat(line(report.get("totals"))).isEqualTo("| 1 50 | 3 18 | 72 235 | 76 303 50 353");
        assertThat(report.get("rows")).hasSize(5);
    }

    @Test
    @DisplayName("M-231 M-243 the workbook for Excel carries the same, laid out as on paper")
    void the_workbook_carries_the_same() throws IOException {
        List<List<String>> rows =
                cells(browser.download("/api/v1/reports/daily-purchases.xlsx" + RANGE));
        assertThat(rows.get(0)).first().isEqualTo("某某单位");
        assertThat(rows.get(1)).first().isEqualTo("每日消费汇总表");
        assertThat(rows.get(2).getFirst())
                .startsWith("餐厅: 全部")
                .contains("日期: (2024-10-23 至 2024-12-30)");
        assertThat(rows.get(3)).contains("日期", "餐厅", "早餐", "中餐", "晚餐", "合计");
        assertThat(rows.get(4)).contains("次数", "现金金额", "补贴金额", "总金额");
        assertThat(rows.subList(5, 11))
                .containsExactly(
                        row(
                                "2024-11-12",
                                "食堂",
                                0,
                                0,
                                0,
                                0,
                                0,
                                0,
                                27,
                                129,
                                0,
                                27,
                                129,
                                0,
                                129,
                                0,
                                0),
                        row("2024-11-20", "食堂", 1, 50, 50, 0, 0, 0, 0, 0, 0, 1, 50, 50, 100, 0, 0),
                        row("2024-11-21", "食堂", 0, 0, 0, 0, 0, 0, 3, 16, 0, 3, 16, 0, 16, 0, 0),
                        row("2024-12-20", "食堂", 0, 0, 0, 0, 0, 0, 42, 90, 0, 42, 90, 0, 90, 0, 0),
                        row("2024-12-25", "食堂", 0, 0, 0, 3, 18, 0, 0, 0, 0, 3, 18, 0, 18, 0, 0),
                        row("汇总", "", 1, 50, 50, 3, 18, 0, 72, 235, 0, 76, 303, 50, 353, 0, 0));
        assertThat(rows.getLast().getFirst()).contains("制单: 管理员", "审核:", "批准:", "打印日期: 2024-12-30");
    }

    private static List<String> row(String day, String merchant, int... figures) {
        var row = new ArrayList<>(List.of(day, merchant));
        for (int figure : figures) {
            row.add(Integer.toString(figure));
        }
        return row;
    }

    /// Every cell as text; figures without needless zeros, days as days.
    private static List<List<String>> cells(byte[] workbook) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            var rows = new ArrayList<List<String>>();
            for (Row row : book.getFirstSheet().read()) {
                rows.add(row.stream().map(DailyPurchasesSampleTest::text).toList());
            }
            return rows;
        }
    }

    private static String text(Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() != CellType.NUMBER) {
            return cell.asString();
        }
        if (cell.getColumnIndex() == 0) {
            return cell.asDate().toLocalDate().toString();
        }
        BigDecimal number = cell.asNumber().stripTrailingZeros();
        return number.toPlainString();
    }

    private static List<String> figures(JsonNode report) {
        var lines = new ArrayList<String>();
        for (JsonNode row : report.get("rows")) {
            lines.add(
                    row.get("day").asString()
                            + " "
                            + row.get("merchantName").asString()
                            + " "
                            + line(row));
        }
        return lines;
    }

    /// Count and cash of each meal, then count, cash, subsidy and total, in yuan as printed.
    private static String line(JsonNode row) {
        var line = new StringBuilder();
        for (JsonNode cell : row.get("cells")) {
            line.append(
                    "| %d %s ".formatted(cell.get("count").longValue(), yuan(cell, "cashCents")));
        }
        return line.append(
                        "| %d %s %s %s"
                                .formatted(
                                        row.get("count").longValue(),
                                        yuan(row, "cashCents"),
                                        yuan(row, "subsidyCents"),
                                        yuan(row, "totalCents")))
                .toString();
    }

    private static String yuan(JsonNode row, String field) {
        return BigDecimal.valueOf(row.get(field).longValue(), 2)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static List<String> texts(JsonNode rows, String field) {
        var texts = new ArrayList<String>();
        rows.forEach(row -> texts.add(row.get(field).asString()));
        return texts;
    }
}
