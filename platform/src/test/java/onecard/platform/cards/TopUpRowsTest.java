package onecard.platform.cards;

import static onecard.platform.cards.MoneyTables.TOP_UP;
import static onecard.platform.cards.MoneyTables.counts;
import static onecard.platform.cards.MoneyTables.sums;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.sheets.SheetReader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TopUpRowsTest {
    private final House house;
    private final MoneyTables tables;

    TopUpRowsTest(House house) {
        this.house = house;
        tables = new MoneyTables(house);
    }

    private static String badRows(String othersCard) {
        return TOP_UP
                + ",M16401,,,1,2,1,永久,1\n"
                + ",NOBODY,,,1,0,,,1\n"
                + ",M16402,,,1,0,,,1\n"
                + ",M16403,,,1,0,,,1\n"
                + ",M16404,,,-1,0,,,1\n"
                + ",M16404,,,一元,0,,,1\n"
                + ",M16404,,,1,2,3,永久,1\n"
                + ",M16404,,,1,2,1,明天,1\n"
                + ",M16404,,,1,2,1,2026-03-01,1\n"
                + ",M16404,,,1,0,,,0\n"
                + ",M16404,,,1,0,,,1.5\n"
                + ",M16404,,,1E999999999,0,,,1\n"
                + ",M16404,,,1000000.01,0,,,1\n"
                + ",M16404,,"
                + othersCard
                + ",1,0,,,1\n"
                + ",M16404,,,1,2,,永久,1\n"
                + ",M16404,不同名,,1,0,,,1\n";
    }

    private java.util.List<String> failures(tools.jackson.databind.JsonNode done) {
        var lines = new ArrayList<String>();
        SheetReader.read(
                tables.scene
                        .browser()
                        .download("/api/v1/imports/" + done.get("id").asInt() + "/failures.xlsx"),
                row ->
                        lines.add(
                                row.cell(1).text()
                                        + "|"
                                        + row.cell(9).text()
                                        + "|"
                                        + row.cell(10).text()));
        return lines;
    }

    @Test
    @DisplayName(
            "M-164 Each bad row says row, column, value and reason, and nothing of it is booked")
    void each_bad_row_says_why() {
        var good = tables.aPerson("M16401", "好", 0, 0, "");
        tables.aStranger("M16402", "无账户");
        var frozen = tables.aPerson("M16403", "冻结", 0, 0, "");
        house.asAdministrator(() -> {
            house.bean(CardCentre.class).freeze(frozen);
            return true;
        });
        var other = house.bean(Cards.class).of(good).getFirst().uid().hex();
        tables.aPerson("M16404", "别人", 0, 0, "");
        var checked = tables.checked("top-ups", badRows(other));
        assertThat(tables.bad(checked))
                .containsExactly(
                        "3 B NOBODY: Nobody has this number",
                        "4 B M16402: There is no account",
                        "5 B M16403: The account is frozen",
                        "6 E -1: An amount is not negative",
                        "7 E 一元: Not an amount; type 0 for none",
                        "8 G 3: Type 1 (accumulate) or 2 (clear)",
                        "9 H 明天: Not a date such as 2026-12-31; type “never” for no end",
                        "10 H 2026-03-01: The subsidy cannot end before 2026-03-02",
                        "11 I 0: An import version is a whole number above 0",
                        "12 I 1.5: An import version is a whole number above 0",
                        "13 E 1E999999999: Not an amount; type 0 for none",
                        "14 E 1000000.01: At most 1,000,000.00 at once",
                        "15 D " + other + ": This card is somebody else’s",
                        "16 G : This is needed");
        assertThat(tables.notices(checked)).contains("17 C 不同名: The records say 别人");
        tables.written(checked);
        assertThat(tables.purses(good)).isEqualTo("1.00 + 2.00");
        assertThat(tables.purses(frozen)).isEqualTo("0.00 + 0.00");
    }

    @Test
    @DisplayName(
            "M-165 W-14 The result tells rows, successes, failures and both sums; failures are downloaded")
    void the_result_and_its_failures() {
        var first = tables.aPerson("M16501", "甲", 0, 0, "");
        var second = tables.aPerson("M16502", "乙", 0, 0, "");
        var checked =
                tables.checked(
                        "top-ups",
                        TOP_UP
                                + ",M16501,,,12.50,7.25,1,永久,1\n"
                                + ",M16502,,,30,0,,,1\n"
                                + ",M16599,,,1,0,,,1\n");
        assertThat(sums(checked))
                .isEqualTo(Map.of("Cash in all", "42.50", "Subsidy in all", "7.25"));
        // Between the preview and the booking of the chunk the account is frozen.
        house.asAdministrator(() -> {
            house.bean(CardCentre.class).freeze(second);
            return true;
        });
        var stale = tables.scene.run(checked, "write");
        assertThat(stale.get("problem").get("type").asString())
                .endsWith("import-changed-meanwhile");
        assertThat(tables.purses(first)).isEqualTo("0.00 + 0.00");
        var again = tables.scene.check(tables.scene.read(checked.get("id").asInt()), "AS_IN_TABLE");
        var done = tables.written(again);
        assertThat(counts(done)).isEqualTo("1 + 0, 2 bad");
        assertThat(sums(done)).isEqualTo(Map.of("Cash in all", "12.50", "Subsidy in all", "7.25"));
        assertThat(failures(done))
                .containsExactly(
                        "Number|Row|Reason",
                        "M16502|3|B Number “M16502”: The account is frozen",
                        "M16599|4|B Number “M16599”: Nobody has this number");
    }

    @Test
    @DisplayName("M-166 The maximum balance holds for imported top-ups, over all rows of a person")
    void the_maximum_balance_holds() {
        var person = tables.aPerson("M16601", "上限", 499_000, 0, "");
        var checked =
                tables.checked(
                        "top-ups", TOP_UP + ",M16601,,,10,0,,,1\n" + ",M16601,,,0.01,0,,,2\n");
        assertThat(tables.bad(checked))
                .containsExactly(
                        "3 E 0.01: The maximum balance is 5,000.00, 5,000.00 is there, at most 0.00 can be added.");
        tables.written(checked);
        assertThat(tables.purses(person)).isEqualTo("5000.00 + 0.00");
    }

    @Test
    @DisplayName(
            "D-11 D-38 A subsidy needs its last day, or takes the site's; one that is shortened is told")
    void a_subsidy_needs_its_last_day() {
        var person = tables.aPerson("D1101", "有效期", 0, 100, "2026-12-31");
        var none = tables.checked("top-ups", TOP_UP + ",D1101,,,0,1,1,,1\n");
        assertThat(tables.bad(none)).containsExactly("2 H : This is needed");
        assertThat(
                        tables.notices(
                                tables.checked(
                                        "top-ups", TOP_UP + ",D1101,,,0,1,1,2026-06-30,1\n")))
                .containsExactly(
                        "2 H 2026-06-30: What is there was valid until 2026-12-31; the whole purse becomes 2026-06-30");
        house.asAdministrator(() ->
                house.bean(CardParameterDesk.class)
                        .change(now -> ParameterChange.withSubsidyDays(now, Optional.of(30))));
        try {
            var usual = tables.checked("top-ups", TOP_UP + ",D1101,,,0,1,2,,1\n");
            assertThat(tables.notices(usual))
                    .containsExactly("2 H : Left blank: until 2026-03-31 by default");
            tables.written(usual);
            assertThat(tables.purses(person)).isEqualTo("0.00 + 1.00 until 2026-03-31");
        } finally {
            house.asAdministrator(() ->
                    house.bean(CardParameterDesk.class)
                            .change(now -> ParameterChange.withSubsidyDays(now, Optional.empty())));
        }
    }

    @Test
    @DisplayName(
            "D-42 A table carries a channel, which the shift's statement tells; cash needs a shift where the site asks")
    void a_table_carries_a_channel() {
        tables.aPerson("D4201", "渠道", 0, 0, "");
        house.asAdministrator(() ->
                house.bean(CardParameterDesk.class)
                        .change(now -> ParameterChange.withShiftRequired(now, true)));
        try {
            var uploaded = tables.scene.upload("top-ups", TOP_UP + ",D4201,,,9,0,,,1\n");
            var checked =
                    tables.scene.check(
                            uploaded,
                            "AS_IN_TABLE",
                            Map.of("personNo", 1, "cash", 4, "subsidy", 5, "version", 8),
                            Map.of("channel", "ALIPAY"));
            assertThat(checked.get("choice").get("options").get("channel").asString())
                    .isEqualTo("ALIPAY");
            var refused = tables.scene.run(checked, "write");
            assertThat(refused.get("problem").get("type").asString()).endsWith("no-shift");
            tables.scene
                    .browser()
                    .with("Idempotency-Key", java.util.UUID.randomUUID().toString())
                    .post("/api/v1/shift", Map.of("openingCents", 0));
            tables.written(checked);
            var shift = tables.scene.browser().get("/api/v1/shift").text();
            assertThat(shift).contains("ALIPAY").contains("900");
        } finally {
            house.asAdministrator(() ->
                    house.bean(CardParameterDesk.class)
                            .change(now -> ParameterChange.withShiftRequired(now, false)));
        }
    }
}
