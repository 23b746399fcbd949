package onecard.platform.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import onecard.platform.ProblemAssert;
import onecard.platform.Rooms;
import onecard.platform.TestClock;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import onecard.platform.system.Revision;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PersonRecordTest {
    private final TestClock clock = TestClock.at("2026-03-02T11:30:00+08:00");
    private final Rooms rooms;
    private final People people;
    private final Departments departments;
    private final Groups groups;
    private final Choices choices;
    private final PersonNumbers numbers;
    private final Reassignment reassignment;

    PersonRecordTest(TestDatabase database) {
        rooms = Rooms.open(database, clock, "people", "cards");
        people = rooms.door(People.class);
        departments = rooms.door(Departments.class);
        groups = rooms.door(Groups.class);
        choices = rooms.door(Choices.class);
        numbers = rooms.door(PersonNumbers.class);
        reassignment = rooms.door(Reassignment.class);
    }

    @AfterAll
    void close() {
        rooms.close();
    }

    @Test
    @Order(1)
    @DisplayName("M-070 M-071 Numbers have the length of the parameter; the first is 000001")
    void numbers_have_the_length_of_the_parameter() {
        parameters(Optional.of(6), true);
        ProblemAssert.assertThat(() -> people.add(person(Optional.of("12345"), "短")))
                .is("person-number-length")
                .has("length", 6)
                .has("personNo", "12345");
        assertThat(people.add(person(Optional.empty(), "第一")).number().value()).isEqualTo("000001");
        people.add(person(Optional.of("100001"), "十万"));
        assertThat(people.add(person(Optional.empty(), "下一个")).number().value())
                .isEqualTo("100002");
    }

    @Test
    @Order(2)
    @DisplayName("M-068 A length that numbers in use do not have is refused, with how many")
    void a_length_in_use_is_kept() {
        ProblemAssert.assertThat(() -> parameters(Optional.of(8), true))
                .is("person-number-length-in-use")
                .has("people", 3);
        ProblemAssert.assertThat(() -> numbers.change(Optional.empty(), true, new Revision(99)))
                .is("changed-meanwhile");
        assertThat(parameters(Optional.empty(), true).numberLength()).isEmpty();
    }

    @Test
    @Order(3)
    @DisplayName("M-071 With automatic numbers off, a number is needed")
    void without_automatic_numbers_one_is_needed() {
        parameters(Optional.empty(), false);
        ProblemAssert.assertThat(() -> people.add(person(Optional.empty(), "无号")))
                .is("person-number-needed");
        parameters(Optional.empty(), true);
    }

    @Test
    @Order(4)
    @DisplayName("M-117 M-269 A record keeps holder type, document and a face number of its own")
    void a_record_keeps_holder_type_and_document() {
        var type = choices.of(Choice.List.HOLDER_TYPE).getFirst();
        var person =
                people.add(
                        new NewPerson(
                                Optional.of(new PersonNo("DOC1")),
                                "证件人",
                                root(),
                                Optional.empty(),
                                Optional.of("+86 138-0000-0000"),
                                Optional.of(type.id()),
                                Optional.of(
                                        new IdDocument(
                                                IdDocument.Type.ID_CARD, "11010519491231002x"))));
        assertThat(person.holderType()).contains(type.id());
        assertThat(person.document().orElseThrow().number()).isEqualTo("11010519491231002X");
        assertThat(person.document().orElseThrow()).hasToString("ID_CARD …002X");
        var other = people.add(person(Optional.of("DOC2"), "别人"));
        ProblemAssert.assertThat(() -> people.change(other.id(), faced(other, "DOC1")))
                .is("face-number-taken");
        ProblemAssert.assertThat(() -> people.change(other.id(), faced(other, " ")))
                .is("invalid-fields")
                .names("faceEnrolNo");
        assertThat(people.change(other.id(), faced(other, "F-77")).faceEnrolNo()).isEqualTo("F-77");
        ProblemAssert.assertThat(() ->
                        people.change(
                                other.id(),
                                new PersonChange(
                                        new PersonNo("DOC1"),
                                        other.name(),
                                        root(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        "F-77",
                                        Optional.of(new ChoiceId(9_999)),
                                        Optional.empty(),
                                        Optional.empty())))
                .is("invalid-fields")
                .names("holderTypeId");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "ID_CARD, 11010519491231002X, true",
        "ID_CARD, 110105194912310021, false",
        "ID_CARD, 1101051949123100, false",
        "PASSPORT, E12345678, true",
        "TRAVEL_PERMIT, H0123456789, true",
        "OTHER, '', false",
        "OTHER, <script>, false",
    })
    @Order(5)
    @DisplayName("M-117 The number of an identity card is checked by its last character")
    void documents_are_checked(IdDocument.Type type, String number, boolean exists) {
        assertThat(IdDocument.exists(type, number)).isEqualTo(exists);
    }

    @Test
    @Order(6)
    @DisplayName("M-129 M-130 One person, a selection or a whole department is given a group")
    void a_whole_department_is_given_a_group() {
        var year = departments.add(root(), "高一");
        var room = departments.add(year.id(), "一班");
        var group = groups.add("P", "学生", 1);
        var one = people.add(in("G1", year.id()));
        var two = people.add(in("G2", room.id()));
        var three = people.add(in("G3", room.id()));
        assertThat(
                        people.change(
                                        one.id(),
                                        PersonChange.of(one).grouped(Optional.of(group.id())))
                                .group())
                .contains(group.id());
        var onlyYear = new Selection.OfDepartment(year.id(), false);
        assertThat(reassignment.group(onlyYear, Optional.empty())).isEqualTo(1);
        assertThat(groupOf(one)).isEmpty();
        var all = new Selection.OfDepartment(year.id(), true);
        assertThat(reassignment.group(all, Optional.of(group.id()))).isEqualTo(3);
        assertThat(List.of(groupOf(one), groupOf(two), groupOf(three)))
                .containsOnly(Optional.of(group.id()));
        assertThat(reassignment.group(all, Optional.of(group.id()))).isZero();
        var chosen = new Selection.Chosen(List.of(two.id(), three.id()));
        assertThat(reassignment.group(chosen, Optional.empty())).isEqualTo(2);
        assertThat(reassignment.move(chosen, year.id())).isEqualTo(2);
        assertThat(people.find(two.id()).orElseThrow().department()).isEqualTo(year.id());
        departments.remove(room.id());
        ProblemAssert.assertThat(() -> reassignment.move(chosen, room.id()))
                .is("invalid-fields")
                .names("newDepartmentId");
    }

    @Test
    @Order(7)
    @DisplayName("M-069 People are listed by how their names sound, page by page")
    void people_are_listed_by_sound() {
        var place = departments.add(root(), "按拼音");
        var names = List.of("赵一", "安二", "欧三", "曾四", "安二", "白五", "单六");
        for (int i = 0; i < names.size(); i++) {
            people.add(
                    new NewPerson(
                            Optional.of(new PersonNo("PY" + i)),
                            names.get(i),
                            place.id(),
                            Optional.empty(),
                            Optional.empty()));
        }
        var listed = new java.util.ArrayList<String>();
        Optional<PersonNo> after = Optional.empty();
        while (true) {
            var page =
                    people.search(
                            new PersonSearch(
                                    "",
                                    Optional.of(place.id()),
                                    Optional.empty(),
                                    after,
                                    3,
                                    PersonSearch.Order.NAME));
            page.forEach(person -> listed.add(person.name() + person.number()));
            if (page.size() < 3) {
                break;
            }
            after = Optional.of(page.getLast().number());
        }
        assertThat(listed)
                .containsExactly("安二PY1", "安二PY4", "白五PY5", "欧三PY2", "单六PY6", "曾四PY3", "赵一PY0");
    }

    private PeopleParameters parameters(Optional<Integer> length, boolean automatic) {
        return numbers.change(length, automatic, new Revision(numbers.parameters().version()));
    }

    private Optional<GroupId> groupOf(Person person) {
        return people.find(person.id()).orElseThrow().group();
    }

    private static PersonChange faced(Person person, String number) {
        return new PersonChange(
                person.number(),
                person.name(),
                person.department(),
                person.group(),
                person.phone(),
                number,
                person.holderType(),
                person.document(),
                Optional.empty());
    }

    private NewPerson in(String number, DepartmentId department) {
        return new NewPerson(
                Optional.of(new PersonNo(number)),
                "人" + number,
                department,
                Optional.empty(),
                Optional.empty());
    }

    private NewPerson person(Optional<String> number, String name) {
        return new NewPerson(
                number.map(PersonNo::new), name, root(), Optional.empty(), Optional.empty());
    }

    private DepartmentId root() {
        return departments.root().id();
    }
}
