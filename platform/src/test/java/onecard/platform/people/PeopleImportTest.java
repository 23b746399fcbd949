package onecard.platform.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.cards.CardCentre;
import onecard.platform.system.Revision;
import onecard.vocabulary.CardUid;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleImportTest {
    private final House house;
    private final ImportScene scene;
    private final People people;
    private final Departments departments;

    PeopleImportTest(House house) {
        this.house = house;
        scene = new ImportScene(house);
        people = house.bean(People.class);
        departments = house.bean(Departments.class);
    }

    @BeforeAll
    void aFactory() {
        house.asAdministrator(() -> {
            var root = departments.root().id();
            departments.add(root, "人事部");
            departments.add(root, "技术部");
            var production = departments.add(root, "生产部");
            departments.add(production.id(), "生产一部");
            departments.add(production.id(), "一组");
            departments.add(departments.add(root, "仓库").id(), "一组");
            house.bean(Groups.class).add("P", "学生", 1);
            var numbers = house.bean(PersonNumbers.class);
            return numbers.change(
                    Optional.of(6), true, new Revision(numbers.parameters().version()));
        });
    }

    @Test
    @DisplayName(
            "M-118 M-120 M-274 The manual's sample table with its remarks: columns found, the remark a bad row")
    void the_sample_table_of_the_manual() {
        var uploaded =
                scene.upload(
                        "people",
                        """
                        A,B,C,与软件选择的对应字母类型
                        工号,姓名,部门,
                        100001,张三1,生产部,
                        100002,张三2,人事部,
                        100003,张三3,003,
                        100004,张三4,生产一部,
                        工号不可重复，与系统的工号长度要相同,,组织名称如三级之间有重复情况可用组织编号
                        """);
        assertThat(uploaded.get("choice").get("columns").toString())
                .isEqualTo("{\"name\":1,\"personNo\":0,\"department\":2}");
        assertThat(uploaded.get("choice").get("firstRow").asInt()).isEqualTo(3);
        var checked = scene.check(uploaded, "ADD");
        assertThat(checked.get("counts").toString())
                .isEqualTo("{\"add\":4,\"change\":0,\"same\":0,\"bad\":1,\"noticed\":0}");
        var bad = scene.rows(checked, "&effect=BAD").getFirst();
        assertThat(bad.get("row").asInt()).isEqualTo(7);
        assertThat(bad.get("problems").valueStream().map(note -> note.get("column").asString()))
                .containsExactly("A", "B", "C");
        assertThat(people.byNo(new PersonNo("100001"))).isEmpty();
        assertThat(scene.run(checked, "write").get("state").asString()).isEqualTo("DONE");
        var third = people.byNo(new PersonNo("100003")).orElseThrow();
        assertThat(department(third)).isEqualTo("生产部");
        assertThat(scene.read(checked.get("id").asInt()).get("state").asString()).isEqualTo("DONE");
        var failures =
                house.administrator()
                        .download(
                                "/api/v1/imports/" + checked.get("id").asInt() + "/failures.xlsx");
        var lines = new java.util.ArrayList<String>();
        onecard.platform.sheets.SheetReader.read(
                failures, row -> lines.add(row.cell(7).text() + "|" + row.cell(8).text()));
        assertThat(lines.get(1))
                .startsWith("7|A Number “工号不可重复")
                .contains("; B Name: This is needed");
    }

    @Test
    @DisplayName("M-119 M-121 Each bad row is named with row, column, value and reason")
    void each_bad_row_is_named() {
        var checked =
                scene.check(
                        scene.upload(
                                "people",
                                """
                                工号,姓名,部门,分组,电话,身份证号
                                20001,短号,人事部,,,
                                200002,,人事部,,,
                                200003,没部门,不存在,,,
                                200004,重名部门,一组,,,
                                200005,没分组,人事部,老师,,
                                200006,坏电话,人事部,,abc,
                                200007,坏身份证,人事部,,,110105194912310021
                                200008,好,人事部,学生,13800000000,11010519491231002X
                                200008,重复,人事部,,,
                                20 009,坏号,人事部,,,
                                """),
                        "ADD");
        assertThat(scene.rows(checked, "&effect=BAD").stream().map(PeopleImportTest::told))
                .containsExactly(
                        "2 A 20001: Numbers here have 6 characters, not 5",
                        "3 B : This is needed",
                        "4 C 不存在: There is no such department",
                        "5 C 一组: Several departments are called so; give the code: 00302, 00401",
                        "6 D 老师: There is no such group",
                        "7 E abc: Only digits, spaces, hyphens and a plus sign in front",
                        "8 F 110105194912310021: Not a number of such a document; an identity card has 18 characters with a check character",
                        "10 A 200008: The number stands in row 9 already",
                        "11 A 20 009: A number is 1 to 20 letters, digits or hyphens");
    }

    @Test
    @DisplayName(
            "D-45 Add only refuses a number in use; add and update changes, and leaves blanks as they are")
    void add_and_update_by_number() {
        var first =
                scene.check(
                        scene.upload("people", "工号,姓名,部门,分组\n300001,甲,人事部,学生\n300002,乙,人事部,\n"),
                        "ADD");
        scene.run(first, "write");
        var again = "学号,姓名,部门,分组\n300001,甲甲,生产部,\n300002,乙,人事部,\n300003,丙,001,P\n";
        var refused = scene.check(scene.upload("people", again), "ADD");
        assertThat(scene.rows(refused, "&effect=BAD").stream().map(PeopleImportTest::told))
                .containsExactly(
                        "2 A 300001: The number belongs to 甲 already",
                        "3 A 300002: The number belongs to 乙 already");
        var updated = scene.check(scene.upload("people", again), "ADD_AND_UPDATE");
        assertThat(updated.get("counts").toString())
                .isEqualTo("{\"add\":1,\"change\":1,\"same\":1,\"bad\":0,\"noticed\":0}");
        assertThat(scene.run(updated, "write").get("state").asString()).isEqualTo("DONE");
        var changed = people.byNo(new PersonNo("300001")).orElseThrow();
        assertThat(changed.name()).isEqualTo("甲甲");
        assertThat(department(changed)).isEqualTo("生产部");
        assertThat(changed.group()).isPresent();
        assertThat(people.byNo(new PersonNo("300003")).orElseThrow().group()).isPresent();
        assertThat(scene.run(updated, "undo").get("state").asString()).isEqualTo("DONE");
        assertThat(people.byNo(new PersonNo("300001")).orElseThrow().name()).isEqualTo("甲");
        assertThat(people.byNo(new PersonNo("300003"))).isEmpty();
        assertThat(scene.run(updated, "undo").get("type").asString()).endsWith("import-not-done");
    }

    @Test
    @DisplayName("D-45 A numeric cell that lost its zeros is padded, with a notice")
    void lost_zeros_are_put_back() throws java.io.IOException {
        var out = new java.io.ByteArrayOutputStream();
        try (var book = new org.dhatim.fastexcel.Workbook(out, "t", "1.0")) {
            var sheet = book.newWorksheet("s");
            sheet.value(0, 0, "工号");
            sheet.value(0, 1, "姓名");
            sheet.value(0, 2, "部门");
            sheet.value(1, 0, 42);
            sheet.value(1, 1, "零");
            sheet.value(1, 2, 301);
        }
        var checked = scene.check(scene.upload("people", "数字.xlsx", out.toByteArray()), "ADD");
        var row = scene.rows(checked, "&noticed=true").getFirst();
        assertThat(row.get("subject").asString()).isEqualTo("000042 零");
        assertThat(row.get("notices").valueStream().map(note -> note.get("text").asString()))
                .containsExactly(
                        "Read as 000042: the cell had lost its zeros",
                        "Read as 00301: the cell had lost its zeros");
    }

    @Test
    @DisplayName("D-29 The columns chosen for a heading are remembered for the next file with it")
    void the_columns_are_remembered() {
        var odd = "甲列,乙列,丙列\n人事部,400001,记住\n";
        var uploaded = scene.upload("people", odd);
        scene.check(uploaded, "ADD", Map.of("department", 0, "personNo", 1, "name", 2));
        var next = scene.upload("people", odd.replace("400001", "400002"));
        assertThat(next.get("choice").get("columns").get("personNo").asInt()).isEqualTo(1);
        assertThat(next.get("columns").get(0).get("letter").asString()).isEqualTo("A");
        assertThat(next.get("columns").get(0).get("samples").get(0).asString()).isNotEmpty();
        var missing =
                scene.browser()
                        .post(
                                "/api/v1/imports/" + next.get("id").asInt() + "/check",
                                Map.of("columns", Map.of("name", 2), "mode", "ADD", "firstRow", 1));
        assertThat(missing.json().get("type").asString()).endsWith("import-column-missing");
    }

    @Test
    @DisplayName("W-14 If something changed since the preview, nothing is written")
    void only_what_was_seen_is_written() {
        var checked =
                scene.check(
                        scene.upload("people", "工号,姓名,部门\n500001,先,人事部\n500002,后,人事部\n"), "ADD");
        house.asAdministrator(() ->
                people.add(
                        new NewPerson(
                                Optional.of(new PersonNo("500002")),
                                "抢先",
                                departments.root().id(),
                                Optional.empty(),
                                Optional.empty())));
        var job = scene.run(checked, "write");
        assertThat(job.get("state").asString()).isEqualTo("FAILED");
        assertThat(job.get("problem").get("type").asString()).endsWith("import-changed-meanwhile");
        assertThat(people.byNo(new PersonNo("500001"))).isEmpty();
    }

    @Test
    @DisplayName(
            "W-14 The same file is known again; undo is refused once somebody holds an account")
    void undo_while_nothing_was_used() {
        var csv = "工号,姓名,部门\n600001,甲,人事部\n600002,乙,人事部\n";
        var first = scene.check(scene.upload("people", csv), "ADD");
        scene.run(first, "write");
        var twin = scene.upload("people", csv);
        assertThat(twin.get("twin").get("id").asInt()).isEqualTo(first.get("id").asInt());
        var holder = people.byNo(new PersonNo("600002")).orElseThrow();
        house.asAdministrator(() ->
                house.bean(CardCentre.class)
                        .issue(holder.id(), new CardUid("04112233"), Optional.empty()));
        var job = scene.run(first, "undo");
        assertThat(job.get("problem").get("type").asString()).endsWith("import-in-use");
        assertThat(job.get("problem").get("detail").asString()).contains("乙 600002");
        assertThat(people.byNo(new PersonNo("600001"))).isPresent();
    }

    @Test
    @DisplayName("M-128 A number of the archive is not imported")
    void a_number_of_the_archive_is_not_imported() {
        house.asAdministrator(() -> {
            var leaver =
                    people.add(
                            new NewPerson(
                                    Optional.of(new PersonNo("700001")),
                                    "离职人",
                                    departments.root().id(),
                                    Optional.empty(),
                                    Optional.empty()));
            var reason = house.bean(Choices.class).of(Choice.List.LEAVING_REASON).getFirst();
            house.bean(Archive.class).add(List.of(leaver.id()), reason.id(), "");
            return leaver;
        });
        var checked =
                scene.check(scene.upload("people", "工号,姓名,部门\n700001,新人,人事部\n"), "ADD_AND_UPDATE");
        assertThat(told(scene.rows(checked, "").getFirst())).contains("离职人, who has left");
    }

    @Test
    @DisplayName(
            "W-14 What people exported is imported again without a change; no name becomes a formula")
    void an_export_is_imported_again() {
        scene.run(
                scene.check(
                        scene.upload(
                                "people", "工号,姓名,部门,分组\n800001,=1+1,一组,\n".replace("一组", "00302")),
                        "ADD"),
                "write");
        var file = house.administrator().download("/api/v1/people.xlsx?q=800001");
        var checked = scene.check(scene.upload("people", "people.xlsx", file), "ADD_AND_UPDATE");
        assertThat(checked.get("counts").get("same").asInt()).isEqualTo(1);
        assertThat(checked.get("counts").get("bad").asInt()).isZero();
        var template = house.administrator().download("/api/v1/imports/templates/people.xlsx");
        assertThat(scene.upload("people", "t.xlsx", template).get("choice").get("columns").size())
                .isEqualTo(7);
    }

    @Test
    @DisplayName("W-14 A hostile file is refused at the upload")
    void a_hostile_file_is_refused() {
        var answer =
                scene.browser().upload("/api/v1/imports?kind=people", "x.xlsx", new byte[] {0, 1});
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("type").asString()).endsWith("file-no-table");
        assertThat(scene.browser().upload("/api/v1/imports?kind=nobody", "x", new byte[1]).status())
                .isEqualTo(404);
    }

    private String department(Person person) {
        return departments.find(List.of(person.department())).values().iterator().next().name();
    }

    private static String told(JsonNode row) {
        var note = row.get("problems").get(0);
        return "%d %s %s: %s"
                .formatted(
                        row.get("row").asInt(),
                        note.get("column").asString(),
                        note.get("value").asString(),
                        note.get("text").asString());
    }
}
