package onecard.platform.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@PlatformTest
class DepartmentsImportTest {
    private final House house;
    private final ImportScene scene;
    private final Departments departments;

    DepartmentsImportTest(House house) {
        this.house = house;
        scene = new ImportScene(house);
        departments = house.bean(Departments.class);
    }

    private static final String OF_THE_MANUAL =
            """
            组织编号,组织名称
            0,某某单位全称,0为一级最高层
            001,人事部,001-099为二级组织
            002,技术部
            003,生产部
            00301,生产一部,00301-00399为三级组织
            00302,生产二部
            00901,孤儿
            00300,零号
            0031,坏码
            003,重复
            004,人事部
            """;

    @Test
    @DisplayName(
            "M-115 M-116 The manual's table of departments; orphans, twins and bad codes are named; undo")
    void the_table_of_the_manual() {
        var checked = scene.check(scene.upload("departments", OF_THE_MANUAL), "ADD_AND_RENAME");
        assertThat(checked.get("counts").toString())
                .isEqualTo("{\"add\":5,\"change\":1,\"same\":0,\"bad\":5,\"noticed\":0}");
        assertThat(scene.rows(checked, "&effect=BAD").stream().map(DepartmentsImportTest::told))
                .containsExactly(
                        "8: The parent 009 is neither there nor in a row above",
                        "9: A code is 0, then two digits 01 to 99 for each level: 001, 00301",
                        "10: A code is 0, then two digits 01 to 99 for each level: 001, 00301",
                        "11: The code stands in row 5 already",
                        "12: Department 001 beside it is called so already");
        assertThat(scene.run(checked, "write").get("state").asString()).isEqualTo("DONE");
        assertThat(departments.byCode("00302").orElseThrow().name()).isEqualTo("生产二部");
        assertThat(departments.root().name()).isEqualTo("某某单位全称");
        anExportSaysTheSame();
        anUndoWaitsUntilNobodyIsThere(checked);
    }

    private void anExportSaysTheSame() {
        var file = house.administrator().download("/api/v1/departments.xlsx");
        var again = scene.check(scene.upload("departments", "d.xlsx", file), "ADD_AND_RENAME");
        assertThat(again.get("counts").get("same").asInt()).isEqualTo(6);
        assertThat(again.get("counts").get("bad").asInt()).isZero();
        assertThat(scene.run(again, "write").get("type").asString())
                .endsWith("import-nothing-good");
    }

    private void anUndoWaitsUntilNobodyIsThere(JsonNode done) {
        var people = house.bean(People.class);
        var place = departments.byCode("00301").orElseThrow().id();
        var person =
                house.asAdministrator(() ->
                        people.add(
                                new NewPerson(
                                        Optional.of(new PersonNo("1")),
                                        "占位",
                                        place,
                                        Optional.empty(),
                                        Optional.empty())));
        assertThat(scene.run(done, "undo").get("problem").get("type").asString())
                .endsWith("department-in-use");
        house.asAdministrator(() ->
                people.change(person.id(), PersonChange.of(person).in(departments.root().id())));
        assertThat(scene.run(done, "undo").get("state").asString()).isEqualTo("DONE");
        assertThat(departments.all()).hasSize(1);
    }

    private static String told(JsonNode row) {
        return row.get("row").asInt() + ": " + row.get("problems").get(0).get("text").asString();
    }
}
