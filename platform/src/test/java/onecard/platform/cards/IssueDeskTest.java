package onecard.platform.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import onecard.platform.ProblemAssert;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import onecard.platform.ledger.Side;
import onecard.platform.system.MaxBalanceOf;
import onecard.vocabulary.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssueDeskTest {
    private static final Side DRAWER = Side.desk(CardScene.LI.id());

    private final CardScene scene;

    IssueDeskTest(TestDatabase database) {
        scene = new CardScene(database);
    }

    @BeforeEach
    void today() {
        scene.clock.setTo("2026-03-02T11:30:00+08:00");
        scene.maximum(500_000, MaxBalanceOf.SUM);
        scene.parameters(now -> ParameterChange.withTopUpAtIssue(now, true));
        scene.parameters(now -> ParameterChange.withCosts(now, 0, 0));
        scene.parameters(now -> ParameterChange.withGreyDays(now, 0));
    }

    @AfterAll
    void close() {
        scene.close();
    }

    @Test
    @DisplayName("M-143 M-075 A card is issued with cash and a subsidy, which are top-ups")
    void a_card_is_issued_with_money() {
        var person = scene.aPerson();
        var issued = scene.issue(person, 0, 5_000, 2_000);
        assertThat(scene.purses(person)).isEqualTo("50.00 + 20.00");
        assertThat(issued.topUp().orElseThrow().after().cash()).isEqualTo(Money.ofCents(5_000));
        assertThat(scene.kinds(person)).containsExactly(DeskKind.TOP_UP, DeskKind.CARD_ISSUED);
        scene.undo(issued.topUp().get());
        assertThat(scene.purses(person)).isEqualTo("0.00 + 0.00");
    }

    @Test
    @DisplayName("M-074 Where issuing must not bring money, it is refused and nothing is issued")
    void where_issuing_must_not_bring_money() {
        scene.parameters(now -> ParameterChange.withTopUpAtIssue(now, false));
        var person = scene.aPerson();
        ProblemAssert.assertThat(() -> scene.issue(person, 0, 5_000, 0)).is("top-up-at-issue-off");
        assertThat(scene.cards.of(person.id())).isEmpty();
        assertThat(scene.cards.accountStates(List.of(person.id()))).isEmpty();
        scene.issue(person, 0, 0, 0);
        assertThat(scene.cards.of(person.id())).hasSize(1);
    }

    @Test
    @DisplayName("M-166 M-073 The maximum balance binds the money brought at issue; no card then")
    void the_maximum_binds_the_money_at_issue() {
        scene.maximum(4_000, MaxBalanceOf.SUM);
        var person = scene.aPerson();
        ProblemAssert.assertThat(() -> scene.issue(person, 0, 4_001, 0))
                .is("max-balance")
                .has("leftCents", 4_000L);
        assertThat(scene.cards.of(person.id())).isEmpty();
    }

    @Test
    @DisplayName("M-148 D-06 A card's cost is taken: the deposit is kept, the fee is the house's")
    void a_cards_cost_is_taken() {
        scene.parameters(now -> ParameterChange.withCosts(now, 2_000, 500));
        var drawer = scene.house(DRAWER);
        var deposits = scene.house(Side.cardDeposits());
        var fees = scene.house(Side.cardFees());
        var person = scene.aPerson();
        scene.issue(person, 2_000, 0, 0);
        assertThat(scene.house(DRAWER).minus(drawer)).isEqualTo(Money.ofCents(-2_000));
        assertThat(scene.house(Side.cardDeposits()).minus(deposits))
                .isEqualTo(Money.ofCents(1_500));
        assertThat(scene.house(Side.cardFees()).minus(fees)).isEqualTo(Money.ofCents(500));
        assertThat(scene.purses(person)).isEqualTo("0.00 + 0.00");
        ProblemAssert.assertThat(
                        () -> scene.cancel(person, CardMove.RETURN_CARD, Optional.of(1_501L)))
                .is("deposit-too-high")
                .has("depositCents", 1_500L);
        var done = scene.cancel(person, CardMove.RETURN_CARD, Optional.empty());
        assertThat(done.depositBack()).isEqualTo(Money.ofCents(1_500));
        assertThat(scene.house(Side.cardDeposits())).isEqualTo(deposits);
        assertThat(scene.house(DRAWER).minus(drawer)).isEqualTo(Money.ofCents(-500));
    }

    @Test
    @DisplayName(
            "M-187 D-06 A lost card's deposit is forfeited; a damaged one's goes on to the new card")
    void deposits_of_lost_and_damaged_cards() {
        scene.parameters(now -> ParameterChange.withCosts(now, 2_000, 0));
        var deposits = scene.house(Side.cardDeposits());
        var fees = scene.house(Side.cardFees());
        var loser = scene.aPerson();
        scene.issue(loser, 2_000, 0, 0);
        scene.centre.reportLoss(loser.id());
        scene.replace(loser, false, 0, 2_000, false);
        assertThat(scene.house(Side.cardFees()).minus(fees)).isEqualTo(Money.ofCents(2_000));
        assertThat(scene.house(Side.cardDeposits()).minus(deposits))
                .isEqualTo(Money.ofCents(2_000));
        var other = scene.aPerson();
        scene.issue(other, 2_000, 0, 0);
        scene.replace(other, true, 0);
        assertThat(scene.cancel(other, CardMove.CLOSE_WITH_CARD, Optional.empty()).depositBack())
                .isEqualTo(Money.ofCents(2_000));
        assertThat(
                        scene.cancel(loser, CardMove.CLOSE_WITHOUT_CARD, Optional.of(1_000L))
                                .depositBack())
                .isEqualTo(Money.ofCents(1_000));
        assertThat(scene.house(Side.cardDeposits())).isEqualTo(deposits);
    }

    @Test
    @DisplayName("D-25 M-076 The validity of a card is extended, also of one that is over")
    void the_validity_is_extended() {
        var person = scene.aPerson();
        var today = Optional.of(LocalDate.parse("2026-03-02"));
        scene.centre.issue(person.id(), CardScene.aCard(), today);
        scene.clock.setTo("2026-03-05T10:00:00+08:00");
        assertThat(scene.stand(person))
                .isEqualTo(new CardStand.Account(false, Hand.EXPIRED, false));
        var until = LocalDate.parse("2030-08-31");
        assertThat(scene.centre.extend(person.id(), until).validUntil()).isEqualTo(until);
        assertThat(scene.stand(person)).isEqualTo(new CardStand.Account(false, Hand.VALID, false));
        ProblemAssert.assertThat(
                        () -> scene.centre.extend(person.id(), LocalDate.parse("2026-03-04")))
                .is("invalid-fields")
                .names("validUntil");
    }

    @Test
    @DisplayName("M-076 The lifetime of new cards is a parameter, which holds at the next issue")
    void the_lifetime_is_a_parameter() {
        scene.parameters(now ->
                new CardParameters(
                        now.topUpAtIssue(),
                        now.defaultCash(),
                        now.defaultSubsidy(),
                        now.subsidyDays(),
                        3,
                        now.allowListAtIssue(),
                        now.generatedNumbers(),
                        now.greyDays(),
                        now.opensWhenComplete(),
                        now.cardCost(),
                        now.cardFee(),
                        now.subsidyAtClose(),
                        now.correctionHours(),
                        now.shiftRequired(),
                        now.quickAmounts()));
        var issued = scene.issue(scene.aPerson(), 0, 0, 0);
        assertThat(issued.card().validUntil()).isEqualTo("2029-03-02");
    }
}
