package onecard.platform.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.ProblemAssert;
import onecard.platform.Rooms;
import onecard.platform.TestClock;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleTest {
    private final TestClock clock = TestClock.at("2026-03-02T11:30:00+08:00");
    private final TestDatabase database;
    private final Rooms rooms;
    private final People people;
    private final Departments departments;
    private final Groups groups;
    private DepartmentId school = new DepartmentId(1);
    private int counter;

    PeopleTest(TestDatabase database) {
        this.database = database;
        rooms = Rooms.open(database, clock, "people", "cards");
        people = rooms.door(People.class);
        departments = rooms.door(Departments.class);
        groups = rooms.door(Groups.class);
    }

    @AfterAll
    void close() {
        rooms.close();
    }

    @BeforeAll
    void aSchool() {
        school = departments.root().id();
    }

    @BeforeEach
    void count() {
        counter++;
        clock.setTo("2026-03-02T11:30:00+08:00");
    }

    @Test
    @DisplayName("M-110 M-111 M-112 M-113 D-28 Departments get the codes 0, 001, 00301")
    void departments_get_codes_by_the_rule() {
        assertThat(departments.root().code()).isEqualTo("0");
        var year = departments.add(school, "高一" + counter);
        assertThat(year.code()).matches("0[0-9]{2}");
        var first = departments.add(year.id(), "一班");
        var second = departments.add(year.id(), "二班");
        assertThat(first.code()).isEqualTo(year.code() + "01");
        assertThat(second.code()).isEqualTo(year.code() + "02");
        assertThat(second.parent()).contains(year.id());
        assertThat(departments.byCode(first.code())).contains(first);
    }

    @Test
    @DisplayName("M-114 The 100th department under another is refused, and so is a tenth level")
    void the_hundredth_child_is_refused() {
        var year = departments.add(school, "很多班");
        for (int number = 1; number <= 99; number++) {
            departments.add(year.id(), number + "班");
        }
        assertThat(departments.all())
                .extracting(Department::code)
                .contains(year.code() + "01", year.code() + "99");
        ProblemAssert.assertThat(() -> departments.add(year.id(), "100班"))
                .is("department-full")
                .has("code", year.code())
                .has("limit", 99);
        var deep = departments.add(school, "深");
        for (int level = 2; level <= 8; level++) {
            deep = departments.add(deep.id(), "下");
        }
        var last = deep.id();
        ProblemAssert.assertThat(() -> departments.add(last, "太深")).is("department-too-deep");
    }

    @Test
    void two_departments_under_one_parent_have_two_names() {
        var year = departments.add(school, "初一");
        ProblemAssert.assertThat(() -> departments.add(school, " 初一 ")).is("department-taken");
        assertThat(departments.add(year.id(), "初一").name()).isEqualTo("初一");
        var other = departments.add(school, "初二");
        ProblemAssert.assertThat(() -> departments.rename(other.id(), "初一")).is("department-taken");
        assertThat(departments.rename(other.id(), "初三").name()).isEqualTo("初三");
    }

    @Test
    @DisplayName("M-117 M-269 A person has a name, a number, a department and a face number")
    void a_person_has_a_name_a_number_and_a_department() {
        var person = people.add(person("S-" + counter, "  王\u00A0小明 "));
        assertThat(person.name()).isEqualTo("王 小明");
        assertThat(person.faceEnrolNo()).isEqualTo("S-" + counter);
        assertThat(people.byNo(new PersonNo("s-" + counter))).contains(person);
        ProblemAssert.assertThat(() -> people.add(person("T-" + counter, " \u200B ")))
                .is("invalid-fields")
                .names("name");
        ProblemAssert.assertThat(() ->
                        people.add(
                                new NewPerson(
                                        Optional.of(new PersonNo("T-" + counter)),
                                        "王",
                                        new DepartmentId(99_999),
                                        Optional.of(new GroupId(99_999)),
                                        Optional.empty())))
                .is("invalid-fields")
                .names("departmentId", "groupId");
    }

    @Test
    @DisplayName("M-069 M-128 A number belongs to one person")
    void a_number_belongs_to_one_person() {
        people.add(person("U1", "张三"));
        ProblemAssert.assertThat(() -> people.add(person("u1", "李四")))
                .is("person-number-taken")
                .has("personNo", "U1");
    }

    @Test
    @DisplayName("M-071 A new person without a number gets the next one of the right length")
    void a_new_person_gets_the_next_number() {
        people.add(person("90000007", "张三"));
        assertThat(people.add(unnumbered("李四")).number().value()).isEqualTo("90000008");
        assertThat(people.add(unnumbered("王五")).number().value()).isEqualTo("90000009");
    }

    @Test
    @DisplayName("D-40 M-087 A group has a code, a name and a value of 0 to 255, each its own")
    void a_group_has_a_value_of_its_own() {
        var pupils = groups.add("P", "学生", 1);
        assertThat(groups.byValue(1)).contains(pupils);
        assertThat(groups.add("Z", "零", 0).value()).isZero();
        assertThat(groups.add("M", "最大", 255).value()).isEqualTo(255);
        ProblemAssert.assertThat(() -> groups.add("X", "别的", 1))
                .is("group-taken")
                .has("field", "value");
        ProblemAssert.assertThat(() -> groups.add("X", "学生", 7))
                .is("group-taken")
                .has("field", "name");
        ProblemAssert.assertThat(() -> groups.add("X", "别的", 256))
                .is("invalid-fields")
                .names("value");
        ProblemAssert.assertThat(() -> groups.add("X", "别的", -1))
                .is("invalid-fields")
                .names("value");
        ProblemAssert.assertThat(() -> groups.change(new PersonGroup(pupils.id(), "M", "学生", 1)))
                .is("group-taken")
                .has("field", "code");
        assertThat(groups.change(new PersonGroup(pupils.id(), "P2", "同学", 2)).value()).isEqualTo(2);
    }

    @Test
    @DisplayName("D-40 Removing a group tells what is in the way")
    void removing_a_group_tells_what_is_in_the_way() {
        var guests = groups.add("G", "来宾", 77);
        var guest =
                people.add(
                        new NewPerson(
                                Optional.of(new PersonNo("G1")),
                                "来宾一",
                                school,
                                Optional.of(guests.id()),
                                Optional.empty()));
        ProblemAssert.assertThat(() -> groups.remove(guests.id()))
                .is("group-in-use")
                .has("people", 1)
                .has("rules", List.of());
        people.change(guest.id(), change(guest, Optional.empty()));
        groups.remove(guests.id());
        assertThat(groups.find(guests.id())).isEmpty();
    }

    @Test
    void moving_a_person_keeps_the_history_of_department_and_group() {
        var year = departments.add(school, "搬家");
        var group = groups.add("H", "历史", 88);
        var person = people.add(person("H1", "搬家人"));
        clock.pass(Duration.ofDays(1));
        var moved =
                people.change(
                        person.id(),
                        PersonChange.of(person)
                                .in(year.id())
                                .grouped(Optional.of(group.id()))
                                .reachedAt(Optional.of("138 0000 0000"))
                                .of(person.version()));
        assertThat(moved.version()).isEqualTo(person.version() + 1);
        assertThat(stays("department_stay", "department", moved.id()))
                .containsExactly(
                        "2026-03-02 11:30 to 2026-03-03 11:30 in " + school.value(),
                        "2026-03-03 11:30 to now in " + year.id().value());
        assertThat(stays("group_stay", "person_group", moved.id()))
                .containsExactly(
                        "2026-03-02 11:30 to 2026-03-03 11:30 in none",
                        "2026-03-03 11:30 to now in " + group.id().value());
    }

    @Test
    void two_moves_within_one_moment_are_both_kept() {
        var person = people.add(person("H2", "急"));
        var one = groups.add("H2", "历史二", 89);
        var two = groups.add("H3", "历史三", 90);
        people.change(person.id(), change(person, Optional.of(one.id())));
        people.change(person.id(), change(person, Optional.of(two.id())));
        assertThat(stays("group_stay", "person_group", person.id())).hasSize(3);
    }

    @Test
    void who_edits_what_somebody_else_changed_meanwhile_is_told() {
        var person = people.add(person("V1", "版本"));
        people.change(person.id(), change(person, Optional.empty()));
        ProblemAssert.assertThat(() ->
                        people.change(
                                person.id(),
                                PersonChange.of(person).named("别名").of(person.version())))
                .is("changed-meanwhile");
        assertThat(people.find(person.id()).orElseThrow().name()).isEqualTo("版本");
    }

    @ParameterizedTest(name = "\"{0}\" finds {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Q20240     | Q202401 Q202402 Q202403
                    q202402    | Q202402
                    欧阳         | Q202401
                    娜娜         | Q202401
                    阳娜         | Q202401
                    阿卜杜热合曼     | Q202402
                    买买提        | Q202402
                    合曼·买       | Q202402
                    ouyang     | Q202401
                    ou yang na | Q202401
                    oynn       | Q202401
                    oy         | Q202401
                    zengxq     |
                    zeng       | Q202403
                    zxq        | Q202403
                    没有这个人      |
                    """)
    @DisplayName("M-069 People are found by number, part of the name, its sound and its initials")
    void people_are_found(String words, String numbers) {
        if (people.byNo(new PersonNo("Q202401")).isEmpty()) {
            people.add(person("Q202401", "欧阳娜娜"));
            people.add(person("Q202402", "阿卜杜热合曼·买买提明"));
            people.add(person("Q202403", "曾小琴"));
        }
        var found =
                people.search(
                        new PersonSearch(
                                words, Optional.empty(), Optional.empty(), Optional.empty(), 50));
        assertThat(found.stream().map(person -> person.number().value()))
                .containsExactly(numbers == null ? new String[0] : numbers.split(" ", -1));
    }

    @Test
    void a_list_goes_page_by_page_through_a_department_and_all_below_it() {
        var year = departments.add(school, "分页");
        var room = departments.add(year.id(), "一班");
        for (int number = 10; number < 17; number++) {
            people.add(
                    new NewPerson(
                            Optional.of(new PersonNo("PG" + number)),
                            "页" + number,
                            number % 2 == 0 ? year.id() : room.id(),
                            Optional.empty(),
                            Optional.empty()));
        }
        var first = people.search(below(year.id(), Optional.empty()));
        assertThat(numbers(first)).containsExactly("PG10", "PG11", "PG12");
        var second = people.search(below(year.id(), Optional.of(first.getLast().number())));
        assertThat(numbers(second)).containsExactly("PG13", "PG14", "PG15");
        var third = people.search(below(year.id(), Optional.of(second.getLast().number())));
        assertThat(numbers(third)).containsExactly("PG16");
        assertThat(numbers(people.search(below(room.id(), Optional.empty()))))
                .containsExactly("PG11", "PG13", "PG15");
        assertThat(people.search(below(new DepartmentId(99_999), Optional.empty()))).isEmpty();
    }

    @Test
    void a_purchase_is_told_group_department_and_masked_name() {
        var group = groups.add("ST", "站立", 99);
        var person =
                people.add(
                        new NewPerson(
                                Optional.of(new PersonNo("ST1")),
                                "张三丰",
                                school,
                                Optional.of(group.id()),
                                Optional.empty()));
        assertThat(people.standing(List.of(person.id(), new PersonId(99_999))))
                .isEqualTo(
                        Map.of(
                                person.id(),
                                new Standing(Optional.of(group.id()), school, "张*丰", "张三丰")));
    }

    @Test
    void every_change_stands_in_the_audit_trail() {
        var person = people.add(person("AU1", "审计"));
        people.change(person.id(), change(person, Optional.empty()));
        assertThat(
                        database.asOwner()
                                .sql(
                                        "select action from system.audit where subject like"
                                                + " 'person AU1 %' order by id")
                                .query((row, _) -> row.getString(1))
                                .list())
                .containsExactly("people.person-added", "people.person-changed");
    }

    private NewPerson person(String number, String name) {
        return new NewPerson(
                Optional.of(new PersonNo(number)),
                name,
                school,
                Optional.empty(),
                Optional.empty());
    }

    private NewPerson unnumbered(String name) {
        return new NewPerson(Optional.empty(), name, school, Optional.empty(), Optional.empty());
    }

    private static PersonChange change(Person person, Optional<GroupId> group) {
        return PersonChange.of(person).grouped(group);
    }

    private static PersonSearch below(DepartmentId department, Optional<PersonNo> after) {
        return new PersonSearch("", Optional.of(department), Optional.empty(), after, 3);
    }

    private static List<String> numbers(List<Person> found) {
        return found.stream().map(person -> person.number().value()).toList();
    }

    private List<String> stays(String table, String column, PersonId person) {
        var moment = "to_char(%s at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')";
        return database.asOwner()
                .sql(
                        "select "
                                + moment.formatted("since")
                                + " || ' to ' || coalesce("
                                + moment.formatted("until")
                                + ", 'now') || ' in ' || coalesce("
                                + column
                                + "::text, 'none') from people."
                                + table
                                + " where person = :person order by since")
                .param("person", person.value())
                .query((row, _) -> row.getString(1))
                .list();
    }
}
