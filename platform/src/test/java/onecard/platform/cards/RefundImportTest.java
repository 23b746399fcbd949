package onecard.platform.cards;

import static onecard.platform.cards.MoneyTables.REFUND;
import static onecard.platform.cards.MoneyTables.TOP_UP;
import static onecard.platform.cards.MoneyTables.counts;
import static onecard.platform.cards.MoneyTables.sums;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import onecard.platform.Browser;
import onecard.platform.Canteen;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.people.PersonId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefundImportTest {
    private final House house;
    private final MoneyTables tables;

    RefundImportTest(House house) {
        this.house = house;
        tables = new MoneyTables(house);
    }

    private JsonNode checked(String csv, String mode) {
        return tables.scene.check(tables.scene.upload("refunds", csv), mode);
    }

    @Test
    @DisplayName(
            "M-170 D-10 Cash, a subsidy or both go back by a table; the type that was chosen binds it")
    void by_type_or_as_the_table_says() {
        var person = tables.aPerson("M17001", "退款", 5_000, 3_000, "2026-12-31");
        var both = REFUND + ",M17001,,,10,5,离校,1\n";
        assertThat(tables.bad(checked(both, "CASH")))
                .containsExactly("2 F 5: Must be 0 where only cash is refunded");
        assertThat(tables.bad(checked(both, "SUBSIDY")))
                .containsExactly("2 E 10: Must be 0 where only subsidy is refunded");
        var checked = checked(both, "AS_IN_TABLE");
        assertThat(tables.effects(checked))
                .containsExactly(
                        "2: Cash balance 50.00 → 40.00", "2: Subsidy balance 30.00 → 25.00");
        var done = tables.written(checked);
        assertThat(sums(done)).isEqualTo(Map.of("Cash in all", "10.00", "Subsidy in all", "5.00"));
        assertThat(tables.purses(person)).isEqualTo("40.00 + 25.00 until 2026-12-31");
        tables.written(checked(REFUND + ",M17001,,,40,0,,2\n", "CASH"));
        tables.written(checked(REFUND + ",M17001,,,0,25,,3\n", "SUBSIDY"));
        assertThat(tables.purses(person)).isEqualTo("0.00 + 0.00 until 2026-12-31");
        var statement =
                tables.scene
                        .browser()
                        .get("/api/v1/people/" + person.value() + "/statement?limit=10")
                        .text();
        assertThat(statement).contains("离校");
    }

    @Test
    @DisplayName(
            "M-171 The refund table is protected like that of top-ups: heading, version, rounding, each row")
    void the_refund_table_is_protected() {
        var person = tables.aPerson("M17101", "保护", 1_000, 0, "");
        var wrong =
                tables.scene
                        .browser()
                        .upload(
                                "/api/v1/imports?kind=refunds",
                                "t.csv",
                                TOP_UP.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(wrong.json().get("detail").asString())
                .startsWith("Row 1, column G should be “Reason”, but says “补贴方式”.");
        var checked =
                checked(
                        REFUND
                                + ",M17101,,,1.005,0,,1\n"
                                + ",M17101,,,9,0,,2\n"
                                + ",M17101,,,1,0,,1\n"
                                + ",M17101,,,x,0,,3\n",
                        "AS_IN_TABLE");
        assertThat(tables.notices(checked)).containsExactly("2 E 1.005: Rounded to 1.01");
        assertThat(tables.bad(checked))
                .containsExactly(
                        "3 E 9: At most 8.99 of cash and 0.00 of subsidy can be taken out.",
                        "4 H 1: The last version was 1; the next free one is 2",
                        "5 E x: Not an amount; type 0 for none");
        tables.written(checked);
        assertThat(tables.purses(person)).isEqualTo("8.99 + 0.00");
        // The counter of refunds is not that of top-ups.
        assertThat(counts(tables.checked("top-ups", TOP_UP + ",M17101,,,1,0,,,1\n")))
                .isEqualTo("1 + 0, 0 bad");
    }

    @Test
    @DisplayName(
            "W-14 An import is undone by counter-entries; who has spent keeps it and is told by name")
    void an_import_is_undone() {
        var still = tables.aPerson("W1401", "没花", 0, 800, "2026-05-31");
        var spent = tables.aPerson("W1402", "花了", 0, 0, "");
        var later = tables.aPerson("W1403", "又补", 0, 0, "");
        var done =
                tables.imported(
                        "top-ups",
                        TOP_UP
                                + ",W1401,,,20,10,2,2026-12-31,1\n"
                                + ",W1402,,,20,0,,,1\n"
                                + ",W1403,,,0,10,1,永久,1\n"
                                + ",W1401,,,1,2,1,永久,2\n");
        assertThat(tables.purses(still)).isEqualTo("21.00 + 12.00");
        house.clock().pass(java.time.Duration.ofMinutes(1));
        tables.imported("refunds", REFUND + ",W1402,,,0.01,0,,1\n");
        tables.imported("top-ups", TOP_UP + ",W1403,,,0,3,1,永久,2\n");
        var undone = tables.undone(done);
        assertThat(undone.get("state").asString()).isEqualTo("UNDONE");
        assertThat(tables.purses(still)).isEqualTo("0.00 + 8.00 until 2026-05-31");
        assertThat(tables.purses(spent)).isEqualTo("19.99 + 0.00");
        assertThat(tables.purses(later)).isEqualTo("0.00 + 13.00");
        assertThat(undone.get("failed").get("notUndone").asInt()).isEqualTo(2);
        assertThat(
                        tables.scene.rows(undone, "&failed=true").stream()
                                .map(row ->
                                        row.get("row").asInt()
                                                + " "
                                                + row.get("outcome").asString()
                                                + " "
                                                + row.get("problems")
                                                        .get(0)
                                                        .get("text")
                                                        .asString()))
                .containsExactly(
                        "3 NOT_UNDONE The money is spent",
                        "4 NOT_UNDONE A subsidy was granted since");
        assertThat(tables.scene.run(undone, "undo").get("type").asString())
                .endsWith("import-not-done");
        assertThat(undoneOnStatement(still)).containsExactly(true, true);
    }

    private List<Boolean> undoneOnStatement(PersonId still) {
        var statement =
                tables.scene
                        .browser()
                        .get("/api/v1/people/" + still.value() + "/statement?limit=20")
                        .json()
                        .get("items");
        return statement
                .valueStream()
                .filter(line -> line.get("kind").asString().equals("TOP_UP"))
                .map(line -> line.get("undone").asBoolean())
                .toList();
    }

    @Test
    @DisplayName("W-14 A refund by a table is undone, whatever the maximum balance says")
    void a_refund_is_undone() {
        var person = tables.aPerson("W1411", "退回", 499_000, 1_000, "2026-12-31");
        var done = tables.imported("refunds", REFUND + ",W1411,,,20,5,,1\n");
        tables.imported("top-ups", TOP_UP + ",W1411,,,25,0,,,1\n");
        tables.undone(done);
        assertThat(tables.purses(person)).isEqualTo("5015.00 + 10.00 until 2026-12-31");
    }

    @Test
    @DisplayName(
            "W-14 M-006 Each import is for whom its desk lets: the others see neither it, its job nor its rows")
    void each_import_is_for_whom_its_desk_lets() {
        tables.aPerson("W1421", "权限", 0, 0, "");
        var money = tables.imported("top-ups", TOP_UP + ",W1421,,,1,0,,,1\n");
        var people =
                tables.scene.check(tables.scene.upload("people", "工号,姓名,部门\nW1422,甲,0\n"), "ADD");
        var clerk = new Canteen(house).hires("excel-clerk", "CLERK", "en", List.of());
        only("MONEY_BATCH");
        sees(clerk, money, 200);
        sees(clerk, people, 404);
        only("EDIT_PEOPLE");
        sees(clerk, money, 404);
        sees(clerk, people, 200);
    }

    /// Clerks may do this of the two, and not the other.
    private void only(String permission) {
        house.database()
                .asOwner()
                .sql(
                        """
                        delete from system.role_permission
                         where role = 'CLERK' and permission in ('MONEY_BATCH', 'EDIT_PEOPLE')
                        """)
                .update();
        house.database()
                .asOwner()
                .sql("insert into system.role_permission (role, permission) values ('CLERK', :it)")
                .param("it", permission)
                .update();
    }

    private static void sees(Browser who, JsonNode one, int status) {
        int id = one.get("id").asInt();
        var kind = one.get("kind").asString();
        assertThat(
                        List.of(
                                who.get("/api/v1/imports/" + id).status(),
                                who.get("/api/v1/imports/" + id + "/rows").status(),
                                who.get("/api/v1/imports/" + id + "/failures.xlsx").status(),
                                who.get("/api/v1/imports?kind=" + kind).status(),
                                who.get("/api/v1/imports/templates/" + kind + ".xlsx").status(),
                                who.get("/api/v1/jobs/" + one.get("jobId").asInt()).status()))
                .containsOnly(status);
        if (status == 404) {
            assertThat(
                            List.of(
                                    who.post("/api/v1/imports/" + id + "/write", Map.of()).status(),
                                    who.post("/api/v1/imports/" + id + "/undo", Map.of()).status(),
                                    who.post(
                                                    "/api/v1/jobs/"
                                                            + one.get("jobId").asInt()
                                                            + "/cancel",
                                                    Map.of())
                                            .status(),
                                    who.upload(
                                                    "/api/v1/imports?kind=" + kind,
                                                    "t.csv",
                                                    new byte[] {'a'})
                                            .status()))
                    .containsOnly(404);
        }
    }
}
