package onecard.platform.cards;

import static onecard.platform.cards.MoneyTables.TOP_UP;
import static onecard.platform.cards.MoneyTables.counts;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.sheets.SheetReader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TopUpImportTest {
    private final House house;
    private final MoneyTables tables;

    TopUpImportTest(House house) {
        this.house = house;
        tables = new MoneyTables(house);
    }

    private static byte[] file(String name) {
        try (var in = TopUpImportTest.class.getResourceAsStream("/sheets/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean fourPeople;
    private int modes;

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "libreoffice-top-ups.xlsx",
                "libreoffice-top-ups.xls",
                "hand-made-top-ups.csv"
            })
    @DisplayName("M-157 M-160 The first sheet is imported, whatever it is called and made by")
    void the_first_sheet_is_imported(String name) {
        boolean firstFile = !fourPeople;
        fourPeople = true;
        var people = new ArrayList<onecard.platform.people.PersonId>();
        if (firstFile) {
            for (int i = 1; i <= 4; i++) {
                tables.aPerson("300" + i, "王" + "一二三四".charAt(i - 1), 0, 0, "");
            }
        }
        for (int i = 1; i <= 4; i++) {
            people.add(
                    house.bean(onecard.platform.people.People.class)
                            .byNo(new onecard.platform.people.PersonNo("300" + i))
                            .orElseThrow()
                            .id());
        }
        var uploaded = tables.scene.upload("top-ups", name, file(name));
        var checked = tables.scene.check(uploaded, "AS_IN_TABLE");
        if (!firstFile) { // the same versions again, in another file: refused row by row
            assertThat(counts(checked)).isEqualTo("0 + 0, 4 bad");
            assertThat(tables.bad(checked).getFirst())
                    .contains("The last version was 1; the next free one is 2");
            return;
        }
        assertThat(counts(checked)).isEqualTo("4 + 0, 0 bad");
        tables.written(checked);
        assertThat(people.stream().map(tables::purses))
                .containsExactly(
                        "50.00 + 0.00",
                        "0.00 + 20.01 until 2099-03-31",
                        "1.01 + 1.00",
                        "10.50 + 0.00");
    }

    @Test
    @DisplayName(
            "M-158 D-29 The columns are fixed: another order is refused with column and both words")
    void the_columns_are_fixed() {
        var swapped =
                tables.scene
                        .browser()
                        .upload(
                                "/api/v1/imports?kind=top-ups",
                                "t.csv",
                                TOP_UP.replace("现金,补贴,", "补贴,现金,")
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(swapped.status()).isEqualTo(422);
        assertThat(swapped.json().get("detail").asString())
                .isEqualTo(
                        "Row 1, column E should be “Cash”, but says “补贴”. Keep the columns in the order of the template.");
        var template = tables.scene.browser().download("/api/v1/imports/templates/top-ups.xlsx");
        var heading = new ArrayList<String>();
        SheetReader.read(
                template,
                row -> {
                    row.cells().forEach(cell -> heading.add(cell.text()));
                    return false;
                });
        assertThat(heading)
                .containsExactly(
                        "Department",
                        "Number",
                        "Name",
                        "Card number",
                        "Cash",
                        "Subsidy",
                        "Subsidy mode",
                        "Subsidy valid until",
                        "Import version");
        tables.aPerson("M15801", "模板", 0, 0, "");
        var uploaded = tables.scene.upload("top-ups", TOP_UP + ",M15801,,,1,0,,,1\n");
        var columns = Map.of("personNo", 0, "name", 1, "cash", 2, "subsidy", 3, "version", 8);
        var checked = tables.scene.check(uploaded, "AS_IN_TABLE", columns);
        assertThat(checked.get("choice").get("columns").get("personNo").asInt()).isEqualTo(1);
        assertThat(counts(checked)).isEqualTo("1 + 0, 0 bad");
    }

    @Test
    @DisplayName(
            "M-159 Department, name and card may be blank; number, amounts and version may not")
    void what_may_be_blank() {
        tables.aPerson("M15901", "可空", 0, 0, "");
        var checked =
                tables.checked(
                        "top-ups",
                        TOP_UP
                                + ",M15901,,,1,0,,,1\n"
                                + "部门,,名,,1,0,,,1\n"
                                + ",M15901,,,,0,,,2\n"
                                + ",M15901,,,1,,,,3\n"
                                + ",M15901,,,1,0,,,\n");
        assertThat(tables.bad(checked))
                .containsExactly(
                        "3 B : This is needed",
                        "4 E : This is needed",
                        "5 F : This is needed",
                        "6 I : This is needed");
        assertThat(counts(checked)).isEqualTo("1 + 0, 4 bad");
    }

    @Test
    @DisplayName(
            "M-160 D-39 Cash only, subsidy only, and nothing: a subsidy of 0 touches no subsidy")
    void cash_only_and_subsidy_only() {
        var cash = tables.aPerson("M16001", "现金", 0, 500, "2026-12-31");
        var subsidy = tables.aPerson("M16002", "补贴", 700, 0, "");
        var nothing = tables.aPerson("M16003", "没有", 300, 0, "");
        var checked =
                tables.checked(
                        "top-ups",
                        TOP_UP
                                + ",M16001,,,10,0,清零补贴,乱写,1\n"
                                + ",M16002,,,0,20,累加,2026年4月30日,1\n"
                                + ",M16003,,,0,0,,,1\n");
        assertThat(counts(checked)).isEqualTo("2 + 1, 0 bad");
        assertThat(tables.effects(checked))
                .containsExactly(
                        "2: Cash balance 0.00 → 10.00",
                        "3: Subsidy balance 0.00 → 20.00",
                        "3: Subsidy valid until  → 2026-04-30");
        tables.written(checked);
        assertThat(tables.purses(cash)).isEqualTo("10.00 + 5.00 until 2026-12-31");
        assertThat(tables.purses(subsidy)).isEqualTo("7.00 + 20.00 until 2026-04-30");
        assertThat(tables.purses(nothing)).isEqualTo("3.00 + 0.00");
    }

    @Test
    @DisplayName(
            "M-161 D-09 A version must be greater than the person's last; the next free one is named")
    void a_version_must_be_greater() {
        var person = tables.aPerson("M16101", "版本", 0, 0, "");
        tables.aPerson("M16102", "别人", 0, 0, "");
        var row = ",M16101,,,1,0,,,";
        tables.imported("top-ups", TOP_UP + row + "7\n");
        var again = tables.checked("top-ups", TOP_UP + row + "7\n" + ",M16102,,,1,0,,,7\n");
        assertThat(tables.bad(again))
                .containsExactly("2 I 7: The last version was 7; the next free one is 8");
        assertThat(counts(again)).isEqualTo("1 + 0, 1 bad");
        var failed = tables.checked("top-ups", TOP_UP + ",M16101,,,-1,0,,,9\n" + row + "8\n");
        tables.written(failed);
        assertThat(tables.purses(person)).isEqualTo("2.00 + 0.00");
        var next = tables.checked("top-ups", TOP_UP + row + "9\n" + row + "9\n" + row + "10\n");
        assertThat(tables.bad(next))
                .containsExactly("3 I 9: The last version was 9; the next free one is 10");
        var written = tables.written(next);
        assertThat(tables.purses(person)).isEqualTo("4.00 + 0.00");
        tables.undone(written);
        assertThat(tables.purses(person)).isEqualTo("2.00 + 0.00");
        assertThat(tables.bad(tables.checked("top-ups", TOP_UP + row + "10\n")))
                .containsExactly("2 I 10: The last version was 10; the next free one is 11");
    }

    @Test
    @DisplayName("M-162 D-08 Amounts are rounded half up in decimals, with a notice")
    void amounts_are_rounded_half_up() throws IOException {
        var person = tables.aPerson("M16201", "四舍五入", 0, 0, "");
        var out = new java.io.ByteArrayOutputStream();
        try (var book = new org.dhatim.fastexcel.Workbook(out, "t", "1.0")) {
            var sheet = book.newWorksheet("s");
            var heading = TOP_UP.strip().split(",", -1);
            for (int i = 0; i < heading.length; i++) {
                sheet.value(0, i, heading[i]);
            }
            Object[] amounts = {
                new java.math.BigDecimal("1.0049999999999999"), 1.004, 2.675, "１．００５"
            };
            for (int i = 0; i < amounts.length; i++) {
                sheet.value(i + 1, 1, "M16201");
                if (amounts[i] instanceof Number number) {
                    sheet.value(i + 1, 4, number);
                } else {
                    sheet.value(i + 1, 4, (String) amounts[i]);
                }
                sheet.value(i + 1, 5, 0);
                sheet.value(i + 1, 8, i + 1);
            }
        }
        var checked =
                tables.scene.check(
                        tables.scene.upload("top-ups", "t.xlsx", out.toByteArray()), "AS_IN_TABLE");
        assertThat(tables.notices(checked))
                .containsExactly(
                        "2 E 1.005: Rounded to 1.01",
                        "3 E 1.004: Rounded to 1.00",
                        "4 E 2.675: Rounded to 2.68",
                        "5 E １．００５: Rounded to 1.01");
        tables.written(checked);
        assertThat(tables.purses(person)).isEqualTo("5.70 + 0.00");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "1, 15.00",
        "累加补贴, 15.00",
        "1.累加补贴, 15.00",
        "accumulate, 15.00",
        "2, 10.00",
        "２, 10.00",
        "清零补贴, 10.00",
        "2.清零补贴, 10.00"
    })
    @DisplayName("M-163 The subsidy mode is a digit or its word")
    void the_mode_is_a_digit_or_its_word(String mode, String after) {
        modes++;
        var number = "M163" + modes;
        var person = tables.aPerson(number, "方式", 0, 500, "");
        tables.imported("top-ups", TOP_UP + "," + number + ",,,0,10," + mode + ",永久,1\n");
        assertThat(tables.purses(person)).isEqualTo("0.00 + " + after);
    }
}
