package onecard.platform.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import onecard.platform.ProblemAssert;
import onecard.platform.Rooms;
import onecard.platform.TestClock;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DepartmentsTest {
    private final TestClock clock = TestClock.at("2026-03-02T11:30:00+08:00");
    private final Rooms rooms;
    private final People people;
    private final Departments departments;

    DepartmentsTest(TestDatabase database) {
        rooms = Rooms.open(database, clock, "people", "cards");
        people = rooms.door(People.class);
        departments = rooms.door(Departments.class);
    }

    @AfterAll
    void close() {
        rooms.close();
    }

    @Test
    @DisplayName(
            "M-112 D-28 A moved department gets a code of its new parent, and so does what lies below")
    void a_moved_department_takes_what_lies_below_along() {
        var from = add("甲部");
        var to = add("乙部");
        var team = departments.add(from.id(), "一组");
        var desk = departments.add(team.id(), "前台");
        var moved = departments.move(team.id(), to.id());
        assertThat(moved.code()).isEqualTo(to.code() + "01");
        assertThat(found(desk).code()).isEqualTo(to.code() + "0101");
        assertThat(departments.move(team.id(), to.id()).code()).isEqualTo(moved.code());
        assertThat(departments.add(from.id(), "新组").code()).isEqualTo(from.code() + "01");
    }

    @Test
    @DisplayName(
            "M-112 A department is not moved into itself, nor under a parent that has one of its name")
    void a_department_is_not_moved_into_itself() {
        var top = add("上");
        var inside = departments.add(top.id(), "下");
        ProblemAssert.assertThat(() -> departments.move(top.id(), inside.id()))
                .is("department-inside-itself")
                .has("name", "上");
        ProblemAssert.assertThat(() -> departments.move(top.id(), top.id()))
                .is("department-inside-itself");
        ProblemAssert.assertThat(() -> departments.move(root(), top.id()))
                .is("root-department-stays");
        var other = add("旁");
        departments.add(other.id(), "下");
        ProblemAssert.assertThat(() -> departments.move(inside.id(), other.id()))
                .is("department-taken");
    }

    @Test
    @DisplayName("M-114 A move that would go deeper than eight levels is refused")
    void a_move_that_goes_too_deep_is_refused() {
        var deep = add("深一");
        for (int level = 2; level <= 7; level++) {
            deep = departments.add(deep.id(), "深" + level);
        }
        var bottom = deep.id();
        var pair = add("一对");
        var child = departments.add(pair.id(), "孩子");
        ProblemAssert.assertThat(() -> departments.move(pair.id(), bottom))
                .is("department-too-deep")
                .has("levels", 8);
        assertThat(departments.move(child.id(), bottom).code()).hasSize(17);
    }

    @Test
    @DisplayName(
            "M-110 Removing a department tells what is in the way; its name stays for histories")
    void removing_a_department_tells_what_is_in_the_way() {
        var gone = add("将撤");
        var below = departments.add(gone.id(), "下属");
        var person = people.add(person("DEP1", gone.id()));
        ProblemAssert.assertThat(() -> departments.remove(gone.id()))
                .is("department-in-use")
                .has("people", 1)
                .has("departments", 1);
        departments.remove(below.id());
        people.change(person.id(), PersonChange.of(person).in(root()));
        departments.remove(gone.id());
        assertThat(departments.all()).extracting(Department::name).doesNotContain("将撤");
        assertThat(found(gone).name()).isEqualTo("将撤");
        ProblemAssert.assertThat(() -> people.add(person("DEP2", gone.id())))
                .is("invalid-fields")
                .names("departmentId");
        ProblemAssert.assertThat(() -> departments.remove(gone.id())).is("not-found");
        ProblemAssert.assertThat(() -> departments.remove(root())).is("root-department-stays");
        assertThat(add("将撤").code()).isEqualTo(gone.code());
    }

    @Test
    @DisplayName("M-111 A department is renamed and moved in one step")
    void a_department_is_renamed_and_moved_in_one_step() {
        var here = add("原处");
        var there = add("去处");
        var team = departments.add(here.id(), "旧名");
        var changed = departments.change(team.id(), Optional.of("新名"), Optional.of(there.id()));
        assertThat(changed.name()).isEqualTo("新名");
        assertThat(changed.parent()).contains(there.id());
    }

    @Test
    @DisplayName("M-110 The root is called as the unit until it is renamed")
    void the_root_can_be_renamed() {
        assertThat(departments.root().code()).isEqualTo("0");
        departments.rename(root(), "某某单位全称");
        assertThat(departments.root().name()).isEqualTo("某某单位全称");
    }

    private DepartmentId root() {
        return departments.root().id();
    }

    private Department found(Department department) {
        return departments.find(List.of(department.id())).values().iterator().next();
    }

    private Department add(String name) {
        return departments.add(root(), name);
    }

    private static NewPerson person(String number, DepartmentId department) {
        return new NewPerson(
                Optional.of(new PersonNo(number)),
                "某人",
                department,
                Optional.empty(),
                Optional.empty());
    }
}
