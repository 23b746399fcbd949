package onecard.platform.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import onecard.platform.ProblemAssert;
import onecard.platform.Rooms;
import onecard.platform.TestClock;
import onecard.platform.cards.CardCentre;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import onecard.vocabulary.CardUid;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchiveTest {
    private final TestClock clock = TestClock.at("2026-03-02T11:30:00+08:00");
    private final TestDatabase database;
    private final Rooms rooms;
    private final People people;
    private final Departments departments;
    private final Groups groups;
    private final Archive archive;
    private final Choices choices;

    ArchiveTest(TestDatabase database) {
        this.database = database;
        rooms = Rooms.open(database, clock, "people", "cards");
        people = rooms.door(People.class);
        departments = rooms.door(Departments.class);
        groups = rooms.door(Groups.class);
        archive = rooms.door(Archive.class);
        choices = rooms.door(Choices.class);
    }

    @AfterAll
    void close() {
        rooms.close();
    }

    @Test
    @DisplayName("M-123 M-124 Who was moved to the archive shows in no list of people any more")
    void who_left_shows_in_no_list() {
        var leaver = people.add(person("AR1", "离开人"));
        archive.add(List.of(leaver.id()), reason(), "九月起");
        assertThat(find("AR1")).isEmpty();
        assertThat(find("likairen")).isEmpty();
        assertThat(people.find(leaver.id()).orElseThrow().leftAt()).contains(clock.instant());
        assertThat(everybody()).doesNotContain(leaver.id());
    }

    @Test
    @DisplayName("M-125 The reasons for leaving are a list that a site makes its own")
    void the_reasons_are_a_list() {
        assertThat(names(Choice.List.LEAVING_REASON)).contains("辞职", "辞退", "退休", "毕业", "转出", "其他");
        var own = choices.add(Choice.List.LEAVING_REASON, "参军");
        ProblemAssert.assertThat(() -> choices.add(Choice.List.LEAVING_REASON, "毕业"))
                .is("choice-taken");
        assertThat(choices.rename(own.id(), "应征入伍").name()).isEqualTo("应征入伍");
        var leaver = people.add(person("AR2", "当兵人"));
        archive.add(List.of(leaver.id()), own.id(), "");
        ProblemAssert.assertThat(() -> choices.remove(own.id()))
                .is("choice-in-use")
                .has("people", 1);
        var unused = choices.add(Choice.List.LEAVING_REASON, "没人用");
        choices.remove(unused.id());
        assertThat(names(Choice.List.LEAVING_REASON)).doesNotContain("没人用");
        ProblemAssert.assertThat(() ->
                        archive.add(
                                List.of(people.add(person("AR3", "某")).id()),
                                choices.of(Choice.List.HOLDER_TYPE).getFirst().id(),
                                ""))
                .is("invalid-fields")
                .names("reasonId");
    }

    @Test
    @DisplayName("M-126 The archive is listed by period, the latest first, page by page")
    void the_archive_is_listed_by_period() {
        clock.setTo("2026-05-01T09:00:00+08:00");
        var ids = new java.util.ArrayList<PersonId>();
        for (int day = 0; day < 5; day++) {
            var leaver = people.add(person("PER" + day, "离" + day));
            archive.add(List.of(leaver.id()), reason(), "");
            ids.add(leaver.id());
            clock.pass(Duration.ofDays(1));
        }
        var from = Instant.parse("2026-05-02T00:00:00Z");
        var until = Instant.parse("2026-05-05T00:00:00Z");
        var first = archive.list(new LeaverSearch("", from, until, Optional.empty(), 2));
        assertThat(ids(first)).containsExactly(ids.get(3), ids.get(2));
        var place =
                new Leaver.Place(first.getLast().leftAt(), first.getLast().person().id().value());
        var second = archive.list(new LeaverSearch("", from, until, Optional.of(place), 2));
        assertThat(ids(second)).containsExactly(ids.get(1));
        assertThat(ids(archive.list(new LeaverSearch("l2", from, until, Optional.empty(), 9))))
                .containsExactly(ids.get(2));
    }

    @Test
    @DisplayName(
            "M-127 M-128 Who enters again keeps number and history; till then the number is nobody's")
    void who_enters_again_keeps_number_and_history() {
        clock.setTo("2026-03-02T11:30:00+08:00");
        var group = groups.add("AR", "归组", 201);
        var before =
                people.add(
                        new NewPerson(
                                Optional.of(new PersonNo("BACK1")),
                                "回来人",
                                root(),
                                Optional.of(group.id()),
                                Optional.empty()));
        archive.add(List.of(before.id()), reason(), "");
        ProblemAssert.assertThat(() -> people.add(person("BACK1", "别人")))
                .is("person-number-in-archive")
                .has("personId", before.id().value())
                .has("name", "回来人");
        clock.pass(Duration.ofDays(30));
        var back = archive.reenter(before.id(), root(), Optional.of(group.id()));
        assertThat(back.id()).isEqualTo(before.id());
        assertThat(back.number()).isEqualTo(before.number());
        assertThat(back.leftAt()).isEmpty();
        assertThat(find("BACK1")).containsExactly(before.id());
        assertThat(stays(before.id())).isEqualTo(2);
        ProblemAssert.assertThat(() -> archive.reenter(before.id(), root(), Optional.empty()))
                .is("person-not-left");
        clock.pass(Duration.ofDays(30));
        archive.add(List.of(before.id()), reason(), "再次");
        assertThat(count("select count(*) from people.leaving where person = :id", before.id()))
                .isEqualTo(2);
    }

    @Test
    @DisplayName("M-122 M-273 Who still holds a card stays, and the whole selection with it")
    void who_holds_a_card_stays() {
        var holder = people.add(person("TIED1", "有卡人"));
        var free = people.add(person("TIED2", "无卡人"));
        rooms.as(
                Rooms.clerk(1, "clerk"),
                () ->
                        rooms.door(CardCentre.class)
                                .issue(holder.id(), new CardUid("04AABBCC"), Optional.empty()));
        ProblemAssert.assertThat(() -> archive.add(List.of(holder.id(), free.id()), reason(), ""))
                .is("people-not-free")
                .has("count", 1)
                .has("names", "有卡人 TIED1");
        assertThat(find("TIED2")).containsExactly(free.id());
        archive.add(List.of(free.id()), reason(), "");
        assertThat(find("TIED2")).isEmpty();
        ProblemAssert.assertThat(() -> archive.add(List.of(free.id()), reason(), ""))
                .is("person-left-already");
    }

    @Test
    @DisplayName("M-128 A leaver's record is not changed until the person enters again")
    void a_leavers_record_is_not_changed() {
        var leaver = people.add(person("FIX1", "不改"));
        archive.add(List.of(leaver.id()), reason(), "");
        ProblemAssert.assertThat(
                        () -> people.change(leaver.id(), PersonChange.of(leaver).named("改了")))
                .is("person-left-already");
    }

    private ChoiceId reason() {
        return choices.of(Choice.List.LEAVING_REASON).getFirst().id();
    }

    private List<String> names(Choice.List list) {
        return choices.of(list).stream().map(Choice::name).toList();
    }

    private DepartmentId root() {
        return departments.root().id();
    }

    private List<PersonId> find(String words) {
        return people
                .search(
                        new PersonSearch(
                                words, Optional.empty(), Optional.empty(), Optional.empty(), 50))
                .stream()
                .map(Person::id)
                .toList();
    }

    private List<PersonId> everybody() {
        return people
                .search(
                        new PersonSearch(
                                "", Optional.of(root()), Optional.empty(), Optional.empty(), 500))
                .stream()
                .map(Person::id)
                .toList();
    }

    private static List<PersonId> ids(List<Leaver> leavers) {
        return leavers.stream().map(leaver -> leaver.person().id()).toList();
    }

    private int stays(PersonId id) {
        return count("select count(*) from people.department_stay where person = :id", id);
    }

    private int count(String sql, PersonId id) {
        return database.asOwner().sql(sql).param("id", id.value()).query(Integer.class).single();
    }

    private NewPerson person(String number, String name) {
        return new NewPerson(
                Optional.of(new PersonNo(number)),
                name,
                root(),
                Optional.empty(),
                Optional.empty());
    }
}
