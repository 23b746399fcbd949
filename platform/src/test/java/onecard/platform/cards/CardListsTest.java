package onecard.platform.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import onecard.platform.lists.CardList;
import onecard.platform.lists.CardLists;
import onecard.platform.lists.ListDelta;
import onecard.platform.lists.Night;
import onecard.platform.people.Person;
import onecard.vocabulary.CardUid;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.support.TransactionTemplate;

/// The lists follow the cards.
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardListsTest {
    private final CardScene scene;

    CardListsTest(TestDatabase database) {
        scene = new CardScene(database);
    }

    @AfterAll
    void close() {
        scene.close();
    }

    static Stream<LifeCycleTable.Cell> moves() {
        return LifeCycleTable.cells().stream().filter(LifeCycleTable.Cell::goes);
    }

    @ParameterizedTest
    @MethodSource("moves")
    @DisplayName("M-144 M-145 M-173 M-175 M-194 After every move every card is on its list")
    void after_every_move_every_card_is_on_its_list(LifeCycleTable.Cell cell) {
        var person = Somebody.who(scene, LifeCycleTable.stand(cell.stand()));
        // Cards that expired meanwhile: nobody at a desk told the lists.
        Night.passes(scene.rooms, scene.today());
        scene.move(person, cell.move());
        var then = LifeCycleTable.stand(cell.then());
        for (var issue : scene.cards.of(person.id())) {
            assertThat(listsOf(issue.uid()))
                    .as("%s, card %s", cell, issue.state())
                    .isEqualTo(expected(issue, then));
        }
    }

    private static String expected(CardIssue issue, CardStand then) {
        boolean inHand = issue.state() == CardState.ISSUED;
        boolean good =
                inHand
                        && then instanceof CardStand.Account account
                        && !account.frozen()
                        && account.hand() == Hand.VALID;
        return good ? "ALLOW" : "BLOCK";
    }

    @Test
    @DisplayName("M-144 A card that was given back and handed out again is its new holder's")
    void a_card_given_back_is_its_new_holders() {
        var first = scene.aPersonWithCard();
        var uid = scene.uidOf(first);
        scene.move(first, CardMove.RETURN_CARD);
        assertThat(listsOf(uid)).isEqualTo("BLOCK");
        var second = scene.aPerson();
        scene.centre.issue(second.id(), uid, Optional.empty());
        assertThat(listsOf(uid)).isEqualTo("ALLOW");
        scene.move(first, CardMove.CLOSE_WITHOUT_CARD);
        assertThat(listsOf(uid)).as("it is not the first one's any more").isEqualTo("ALLOW");
    }

    @Test
    @DisplayName("M-145 An expired card leaves the allow list by night, an extended one comes back")
    void an_expired_card_leaves_by_night() {
        var person = scene.aPersonWithCard();
        scene.cardExpired(person);
        Night.passes(scene.rooms, scene.today());
        assertThat(listsOf(scene.uidOf(person))).isEqualTo("BLOCK");
        int versions = versions();
        Night.passes(scene.rooms, scene.today());
        assertThat(versions()).as("nothing new, no version").isEqualTo(versions);
        scene.centre.extend(person.id(), LocalDate.parse("2040-01-01"));
        assertThat(listsOf(scene.uidOf(person))).isEqualTo("ALLOW");
    }

    @Test
    @DisplayName("M-077 M-146 With the option off a new card is on no list, but a lost one is")
    void with_the_option_off_a_new_card_is_on_no_list() {
        scene.parameters(now -> ParameterChange.withAllowListAtIssue(now, false));
        try {
            var person = scene.aPersonWithCard();
            assertThat(listsOf(scene.uidOf(person))).isEmpty();
            scene.move(person, CardMove.REPORT_LOSS);
            assertThat(listsOf(scene.uidOf(person))).isEqualTo("BLOCK");
            scene.move(person, CardMove.CANCEL_LOSS);
            assertThat(listsOf(scene.uidOf(person))).isEmpty();
        } finally {
            scene.parameters(now -> ParameterChange.withAllowListAtIssue(now, true));
        }
    }

    @Test
    @DisplayName("M-145 Many cards in one transaction are one version; what is undone is none")
    void many_cards_are_one_version() {
        var people = Stream.generate(scene::aPerson).limit(20).toList();
        int before = versions();
        var transaction = scene.rooms.door(TransactionTemplate.class);
        transaction.executeWithoutResult(_ -> issueTo(people));
        assertThat(versions()).isEqualTo(before + 1);
        assertThat(people).allSatisfy(one -> assertThat(onAllowList(one)).isTrue());
        transaction.executeWithoutResult(undone -> {
            people.forEach(one -> scene.centre.reportLoss(one.id()));
            undone.setRollbackOnly();
        });
        assertThat(versions()).isEqualTo(before + 1);
        assertThat(people).allSatisfy(one -> assertThat(onAllowList(one)).isTrue());
    }

    private void issueTo(List<Person> people) {
        people.forEach(one -> scene.centre.issue(one.id(), CardScene.aCard(), Optional.empty()));
    }

    private boolean onAllowList(Person person) {
        return listsOf(scene.uidOf(person)).equals("ALLOW");
    }

    @Test
    @DisplayName("M-173 What changed since a version is told; for a version that is not ours, all")
    void what_changed_since_a_version_is_told() {
        var lists = scene.rooms.door(CardLists.class);
        scene.move(scene.aPersonWithCard(), CardMove.REPORT_LOSS);
        var person = scene.aPersonWithCard();
        CardUid uid = scene.uidOf(person);
        var begun = lists.since(CardList.BLOCK, 0);
        assertThat(begun.from()).isZero();
        assertThat(begun.added()).isNotEmpty().doesNotContain(uid);
        scene.move(person, CardMove.REPORT_LOSS);
        var lost = lists.since(CardList.BLOCK, begun.to());
        assertThat(lost.from()).isEqualTo(begun.to());
        assertThat(lost.to()).isGreaterThan(begun.to());
        assertThat(lost.added()).containsExactly(uid);
        assertThat(lists.behind(CardList.BLOCK, List.of(begun.to(), lost.to(), 17L)))
                .isEqualTo(Map.of(begun.to(), 1, lost.to(), 0));
        scene.move(person, CardMove.CANCEL_LOSS);
        var found = lists.since(CardList.BLOCK, lost.to());
        assertThat(found.removed()).containsExactly(uid);
        assertThat(found.added()).isEmpty();
        assertThat(lists.since(CardList.BLOCK, found.to()))
                .as("up to date")
                .isEqualTo(
                        new ListDelta(
                                CardList.BLOCK, found.to(), found.to(), List.of(), List.of()));
        assertThat(lists.since(CardList.BLOCK, found.to() + 1_000).from())
                .as("a version of a life that was restored away")
                .isZero();
    }

    /// The lists a card is on: `ALLOW`, `BLOCK` or nothing.
    private String listsOf(CardUid uid) {
        return String.join(
                " ",
                scene.database
                        .asOwner()
                        .sql(
                                """
                                select list
                                  from lists.entry
                                 where uid = :uid and listed
                                 order by list
                                """)
                        .param("uid", uid.bytes())
                        .query(String.class)
                        .list());
    }

    /// How many versions the lists had so far.
    private int versions() {
        return scene.database
                .asOwner()
                .sql("select count(*) from lists.change")
                .query(Integer.class)
                .single();
    }
}
