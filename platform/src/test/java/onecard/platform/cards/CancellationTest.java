package onecard.platform.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onecard.platform.ProblemAssert;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import onecard.platform.ledger.Side;
import onecard.platform.people.Person;
import onecard.platform.people.PersonId;
import onecard.platform.system.MaxBalanceOf;
import onecard.vocabulary.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CancellationTest {
    private static final Side DRAWER = Side.desk(CardScene.LI.id());

    private final CardScene scene;

    CancellationTest(TestDatabase database) {
        scene = new CardScene(database);
    }

    @BeforeEach
    void today() {
        scene.clock.setTo("2026-03-02T11:30:00+08:00");
        scene.maximum(500_000, MaxBalanceOf.SUM);
    }

    @AfterAll
    void close() {
        scene.close();
    }

    private Person aPersonWithMoney() {
        var person = scene.aPersonWithCard();
        scene.cash(person, 3_000);
        scene.subsidy(person, 2_000, SubsidyMode.ACCUMULATE, "2026-06-30");
        return person;
    }

    @Test
    @DisplayName("M-186 M-188 M-193 D-03 With card: cash is paid out, the subsidy goes to the fund")
    void with_card_cash_is_paid_out() {
        var person = aPersonWithMoney();
        var drawer = scene.house(DRAWER);
        var fund = scene.house(Side.subsidyFund());
        var uid = scene.uidOf(person);
        var done =
                scene.cancel(person, CardMove.CLOSE_WITH_CARD, Optional.empty(), Optional.of(uid));
        assertThat(done.refunded()).isEqualTo(Money.ofCents(3_000));
        assertThat(done.subsidyReturned()).isEqualTo(Money.ofCents(2_000));
        assertThat(done.paid()).isEqualTo(Money.ofCents(3_000));
        assertThat(scene.purses(person)).isEqualTo("0.00 + 0.00");
        assertThat(scene.house(DRAWER).minus(drawer)).isEqualTo(Money.ofCents(3_000));
        assertThat(scene.house(Side.subsidyFund()).minus(fund)).isEqualTo(Money.ofCents(2_000));
        assertThat(scene.kinds(person)).startsWith(DeskKind.CLOSED_WITH_CARD, DeskKind.REFUND);
        var next = scene.aPerson();
        scene.centre.issue(next.id(), uid, Optional.empty());
        assertThat(scene.uidOf(next)).isEqualTo(uid);
    }

    @Test
    @DisplayName("D-03 Where the site says so, the subsidy is paid out too")
    void the_subsidy_is_paid_out_where_the_site_says_so() {
        scene.parameters(now -> atClose(now, SubsidyAtClose.PAY_OUT));
        try {
            var person = aPersonWithMoney();
            var done = scene.cancel(person, CardMove.CLOSE_WITHOUT_CARD, Optional.empty());
            assertThat(done.paid()).isEqualTo(Money.ofCents(5_000));
        } finally {
            scene.parameters(now -> atClose(now, SubsidyAtClose.FUND));
        }
    }

    private static CardParameters atClose(CardParameters now, SubsidyAtClose where) {
        return new CardParameters(
                now.topUpAtIssue(),
                now.defaultCash(),
                now.defaultSubsidy(),
                now.subsidyDays(),
                now.cardYears(),
                now.allowListAtIssue(),
                now.generatedNumbers(),
                now.greyDays(),
                now.opensWhenComplete(),
                now.cardCost(),
                now.cardFee(),
                where,
                now.correctionHours(),
                now.shiftRequired(),
                now.quickAmounts());
    }

    @Test
    @DisplayName("M-189 M-272 Without card: the card can never be used again")
    void without_card_the_card_is_scrapped() {
        var person = aPersonWithMoney();
        var uid = scene.uidOf(person);
        scene.cancel(person, CardMove.CLOSE_WITHOUT_CARD, Optional.empty());
        var next = scene.aPerson();
        ProblemAssert.assertThat(() -> scene.centre.issue(next.id(), uid, Optional.empty()))
                .is("card-not-reusable");
        ProblemAssert.assertThat(() -> scene.cash(person, 1)).is("account-closed");
    }

    @Test
    @DisplayName("M-187 Of a card for which nothing was taken nothing is given back")
    void no_deposit_is_given_back_where_none_was_taken() {
        for (var how : List.of(CardMove.CLOSE_WITH_CARD, CardMove.RETURN_CARD)) {
            var person = scene.aPersonWithCard();
            var drawer = scene.house(DRAWER);
            ProblemAssert.assertThat(() -> scene.cancel(person, how, Optional.of(1_000L)))
                    .is("deposit-too-high")
                    .has("depositCents", 0L);
            assertThat(scene.house(DRAWER)).isEqualTo(drawer);
        }
    }

    @Test
    @DisplayName("M-186 Another card on the reader cancels nothing")
    void another_card_cancels_nothing() {
        var person = aPersonWithMoney();
        var other = scene.uidOf(scene.aPersonWithCard());
        ProblemAssert.assertThat(() ->
                        scene.cancel(
                                person,
                                CardMove.CLOSE_WITH_CARD,
                                Optional.empty(),
                                Optional.of(other)))
                .is("other-card")
                .has("theirs", scene.uidOf(person).hex());
        assertThat(scene.purses(person)).isEqualTo("30.00 + 20.00");
    }

    @Test
    @DisplayName(
            "M-273 D-21 A card is given back without closing the account, and another is issued")
    void a_card_is_given_back() {
        var person = aPersonWithMoney();
        scene.cancel(person, CardMove.RETURN_CARD, Optional.empty());
        assertThat(scene.purses(person)).isEqualTo("30.00 + 20.00");
        scene.centre.issue(person.id(), CardScene.aCard(), Optional.empty());
        assertThat(scene.stand(person)).isEqualTo(new CardStand.Account(false, Hand.VALID, false));
    }

    @Test
    @DisplayName("D-12 An account in debt is not closed; the page says how much is owed")
    void an_account_in_debt_is_not_closed() {
        var person = aPersonWithMoney();
        scene.overdraw(person, 3_250);
        ProblemAssert.assertThat(
                        () -> scene.cancel(person, CardMove.CLOSE_WITH_CARD, Optional.empty()))
                .is("account-in-debt")
                .has("debtCents", 250L);
        scene.cash(person, 250);
        assertThat(scene.cancel(person, CardMove.CLOSE_WITH_CARD, Optional.empty()).refunded())
                .isEqualTo(Money.ZERO);
    }

    @Test
    @DisplayName("D-22 M-186 Who comes back gets the account opened again, with nothing in it")
    void who_comes_back_gets_the_account_again() {
        var person = aPersonWithMoney();
        scene.cancel(person, CardMove.CLOSE_WITH_CARD, Optional.empty());
        ProblemAssert.assertThat(
                        () -> scene.centre.issue(person.id(), CardScene.aCard(), Optional.empty()))
                .is("account-closed");
        scene.centre.reopen(person.id());
        scene.centre.issue(person.id(), CardScene.aCard(), Optional.empty());
        assertThat(scene.purses(person)).isEqualTo("0.00 + 0.00");
        assertThat(scene.balances(person).subsidyUntil()).isEmpty();
    }

    @Test
    @DisplayName("M-190 M-191 M-192 Cancel all cancels the frozen, nobody else, and can go on")
    void cancel_all_cancels_the_frozen() {
        scene.parameters(now -> ParameterChange.withCosts(now, 1_000, 0));
        var frozen = new ArrayList<Person>();
        for (int i = 0; i < 3; i++) {
            var person = scene.aPerson();
            scene.issue(person, 1_000, 300, 200);
            scene.centre.freeze(person.id());
            frozen.add(person);
        }
        var debtor = aPersonWithMoney();
        scene.overdraw(debtor, 3_001);
        scene.centre.freeze(debtor.id());
        var untouched = aPersonWithMoney();
        var room = scene.rooms.door(Cancellations.class);
        var done =
                scene.as(CardScene.LI, () -> room.closeFrozen(0, Money.ofCents(600), Channel.CASH));
        assertThat(done.closed()).isEqualTo(3);
        assertThat(done.after()).isEmpty();
        assertThat(done.refused())
                .extracting(one -> one.person().value() + " " + one.why().kind().name())
                .containsExactly(debtor.id().value() + " account-in-debt");
        for (var person : frozen) {
            assertThat(scene.stand(person)).isEqualTo(CardStand.CLOSED);
            assertThat(scene.purses(person)).isEqualTo("0.00 + 0.00");
        }
        assertThat(scene.house(Side.cardDeposits())).isEqualTo(Money.ZERO);
        assertThat(scene.purses(untouched)).isEqualTo("30.00 + 20.00");
        assertThat(scene.as(CardScene.LI, () -> room.closeFrozen(0, Money.ZERO, Channel.CASH)))
                .extracting(Cancellations.BatchDone::closed)
                .isEqualTo(0);
    }

    @Test
    @DisplayName("M-192 Of two desks that cancel one person, one pays out")
    void of_two_desks_one_pays_out() throws Exception {
        for (int round = 0; round < 10; round++) {
            var person = aPersonWithMoney();
            assertThat(
                            AtOnce.ends(
                                    3,
                                    () ->
                                            scene.cancel(
                                                    person,
                                                    CardMove.CLOSE_WITHOUT_CARD,
                                                    Optional.empty())))
                    .containsExactlyInAnyOrder("done", "account-closed", "account-closed");
        }
    }

    @Test
    @DisplayName("M-194 A cancelled card is known as returned or scrapped at once")
    void a_cancelled_card_is_known_at_once() {
        var person = aPersonWithMoney();
        var uid = scene.uidOf(person);
        scene.cancel(person, CardMove.CLOSE_WITHOUT_CARD, Optional.empty());
        assertThat(scene.cards.resolve(List.of(uid)).get(uid))
                .extracting(CardIssue::state)
                .isEqualTo(CardState.SCRAPPED);
        assertThat(scene.cards.accountStates(List.of(person.id())))
                .containsEntry(new PersonId(person.id().value()), AccountState.CLOSED);
        assertThat(LocalDate.parse("2026-03-02")).isEqualTo(scene.today());
    }
}
