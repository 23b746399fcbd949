package onecard.platform.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.ProblemAssert;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import onecard.platform.people.PersonId;
import onecard.vocabulary.CardUid;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardCentreTest {
    private final CardScene scene;

    CardCentreTest(TestDatabase database) {
        scene = new CardScene(database);
    }

    @BeforeEach
    void today() {
        scene.clock.setTo("2026-03-02T11:30:00+08:00");
    }

    @AfterAll
    void close() {
        scene.close();
    }

    @Test
    @DisplayName("M-139 M-076 A card is issued for ten years, and the account opened with it")
    void a_card_is_issued_for_ten_years() {
        var person = scene.aPerson();
        var uid = CardScene.aCard();
        assertThat(scene.cards.accountStates(List.of(person.id()))).isEmpty();
        var issued = issue(person.id(), uid);
        assertThat(issued.state()).isEqualTo(CardState.ISSUED);
        assertThat(issued.validUntil()).isEqualTo("2036-03-02");
        assertThat(issued.expiredOn(LocalDate.parse("2036-03-02"))).isFalse();
        assertThat(issued.expiredOn(LocalDate.parse("2036-03-03"))).isTrue();
        assertThat(scene.cards.resolve(List.of(uid, CardScene.aCard())))
                .isEqualTo(Map.of(uid, issued));
        assertThat(scene.cards.accountStates(List.of(person.id())))
                .isEqualTo(Map.of(person.id(), AccountState.OPEN));
        assertThat(scene.purses(person)).isEqualTo("0.00 + 0.00");
    }

    @Test
    @DisplayName("M-140 Who has a valid card gets no second one")
    void who_has_a_valid_card_gets_no_second_one() {
        var person = scene.aPerson();
        var first = CardScene.aCard();
        issue(person.id(), first);
        ProblemAssert.assertThat(() -> issue(person.id(), CardScene.aCard()))
                .is("person-has-card")
                .has("uid", first.hex());
        scene.centre.reportLoss(person.id());
        ProblemAssert.assertThat(() -> issue(person.id(), CardScene.aCard()))
                .is("person-lost-card");
        assertThat(scene.cards.of(person.id())).hasSize(1);
    }

    @Test
    @DisplayName("M-140 A card in use is not issued again")
    void a_card_in_use_is_not_issued_again() {
        var holder = scene.aPerson();
        var uid = CardScene.aCard();
        issue(holder.id(), uid);
        var other = scene.aPerson();
        ProblemAssert.assertThat(() -> issue(other.id(), uid))
                .is("card-in-use")
                .has("uid", uid.hex());
        scene.centre.reportLoss(holder.id());
        ProblemAssert.assertThat(() -> issue(other.id(), uid)).is("card-in-use");
        assertThat(scene.cards.accountStates(List.of(other.id())))
                .as("a refused issue opens no account")
                .isEmpty();
    }

    @Test
    @DisplayName("D-21 A card given back is issued to somebody else, and then is theirs")
    void a_card_given_back_is_issued_again() {
        var before = scene.aPerson();
        var uid = CardScene.aCard();
        issue(before.id(), uid);
        scene.cardEnds(uid, CardState.RETURNED);
        assertThat(stateOf(uid)).isEqualTo(CardState.RETURNED);
        var after = scene.aPerson();
        issue(after.id(), uid);
        assertThat(scene.cards.resolve(List.of(uid)).values())
                .extracting(CardIssue::person)
                .containsExactly(after.id());
        assertThat(scene.cards.of(before.id()))
                .extracting(CardIssue::state)
                .containsExactly(CardState.RETURNED);
    }

    @ParameterizedTest
    @EnumSource(names = {"REPLACED", "SCRAPPED"})
    @DisplayName("D-21 A replaced or scrapped card is never issued again")
    void a_replaced_or_scrapped_card_is_never_issued_again(CardState end) {
        var before = scene.aPerson();
        var uid = CardScene.aCard();
        issue(before.id(), uid);
        scene.cardEnds(uid, end);
        var after = scene.aPerson();
        ProblemAssert.assertThat(() -> issue(after.id(), uid)).is("card-not-reusable");
    }

    @Test
    @DisplayName("M-140 D-21 Whose card is expired gets a new one; the expired one is scrapped")
    void whose_card_is_expired_gets_a_new_one() {
        var person = scene.aPerson();
        var old = CardScene.aCard();
        scene.centre.issue(person.id(), old, Optional.of(LocalDate.parse("2026-03-02")));
        ProblemAssert.assertThat(() -> issue(person.id(), CardScene.aCard())).is("person-has-card");
        scene.clock.pass(Duration.ofDays(1));
        issue(person.id(), CardScene.aCard());
        assertThat(stateOf(old)).isEqualTo(CardState.SCRAPPED);
        assertThat(scene.cards.of(person.id()))
                .extracting(CardIssue::state)
                .containsExactly(CardState.ISSUED, CardState.SCRAPPED);
    }

    @Test
    void a_card_is_not_issued_for_the_past_nor_for_ever() {
        var person = scene.aPerson();
        for (var day : List.of("2026-03-01", "2080-01-01")) {
            var until = Optional.of(LocalDate.parse(day));
            ProblemAssert.assertThat(
                            () -> scene.centre.issue(person.id(), CardScene.aCard(), until))
                    .is("invalid-fields")
                    .names("validUntil");
        }
    }

    @Test
    @DisplayName("M-172 M-175 A loss is reported and taken back")
    void a_loss_is_reported_and_taken_back() {
        var person = scene.aPersonWithCard();
        assertThat(scene.centre.reportLoss(person.id()).state()).isEqualTo(CardState.LOST);
        ProblemAssert.assertThat(() -> scene.centre.reportLoss(person.id())).is("person-lost-card");
        assertThat(scene.centre.cancelLoss(person.id()).state()).isEqualTo(CardState.ISSUED);
        ProblemAssert.assertThat(() -> scene.centre.cancelLoss(person.id())).is("card-not-lost");
        var cardless = scene.aPerson().id();
        ProblemAssert.assertThat(() -> scene.centre.reportLoss(cardless)).is("account-not-open");
        scene.centre.openAccounts(List.of(cardless));
        ProblemAssert.assertThat(() -> scene.centre.reportLoss(cardless)).is("person-has-no-card");
    }

    @Test
    @DisplayName("D-21 D-22 D-36 An account is frozen and unfrozen; frozen, it gets nothing")
    void an_account_is_frozen_and_unfrozen() {
        var person = scene.aPersonWithCard();
        scene.centre.freeze(person.id());
        ProblemAssert.assertThat(() -> scene.cash(person, 1)).is("account-frozen");
        ProblemAssert.assertThat(() -> scene.centre.freeze(person.id())).is("account-frozen");
        scene.centre.unfreeze(person.id());
        ProblemAssert.assertThat(() -> scene.centre.unfreeze(person.id())).is("account-not-frozen");
        scene.cash(person, 1);
        scene.accountBecomes(person.id(), AccountState.CLOSED);
        ProblemAssert.assertThat(() -> scene.cash(person, 1)).is("account-closed");
        ProblemAssert.assertThat(() -> issue(person.id(), CardScene.aCard())).is("account-closed");
    }

    @Test
    @DisplayName("M-142 M-079 Accounts are opened without cards where the option is on")
    void accounts_are_opened_without_cards() {
        var one = scene.aPerson();
        var two = scene.aPerson();
        ProblemAssert.assertThat(() -> scene.cash(one, 100)).is("account-not-open");
        scene.parameters(now -> ParameterChange.withGeneratedNumbers(now, false));
        ProblemAssert.assertThat(() -> scene.centre.openAccounts(List.of(one.id())))
                .is("generated-numbers-off");
        scene.parameters(now -> ParameterChange.withGeneratedNumbers(now, true));
        scene.centre.openAccounts(List.of(one.id(), two.id()));
        scene.centre.openAccounts(List.of(one.id()));
        scene.cash(one, 100);
        scene.cash(two, 200);
        assertThat(scene.purses(two)).isEqualTo("2.00 + 0.00");
        var nobody = List.of(new PersonId(999_999));
        ProblemAssert.assertThat(() -> scene.centre.openAccounts(nobody)).is("not-found");
    }

    @Test
    @DisplayName("M-140 Of two desks that issue one card at the same time, one gets it")
    void of_two_desks_that_issue_one_card_one_gets_it() throws Exception {
        for (int round = 0; round < 20; round++) {
            var uid = CardScene.aCard();
            var one = scene.aPerson();
            var two = scene.aPerson();
            assertThat(AtOnce.ends(() -> issue(one.id(), uid), () -> issue(two.id(), uid)))
                    .containsExactlyInAnyOrder("done", "card-in-use");
        }
    }

    @Test
    @DisplayName("M-140 Of two desks that give one person a card at the same time, one does")
    void of_two_desks_that_give_one_person_a_card_one_does() throws Exception {
        for (int round = 0; round < 20; round++) {
            var person = scene.aPerson();
            var one = CardScene.aCard();
            var two = CardScene.aCard();
            assertThat(AtOnce.ends(() -> issue(person.id(), one), () -> issue(person.id(), two)))
                    .containsExactlyInAnyOrder("done", "person-has-card");
        }
    }

    private CardIssue issue(PersonId person, CardUid uid) {
        return scene.centre.issue(person, uid, Optional.empty());
    }

    private CardState stateOf(CardUid uid) {
        return scene.cards.resolve(List.of(uid)).values().iterator().next().state();
    }
}
