package onecard.platform.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onecard.platform.ProblemAssert;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import onecard.platform.ledger.Purse;
import onecard.platform.ledger.Side;
import onecard.platform.people.Person;
import onecard.platform.system.Language;
import onecard.platform.system.MaxBalanceOf;
import onecard.platform.system.MerchantScope;
import onecard.platform.system.Operator;
import onecard.platform.system.Permission;
import onecard.vocabulary.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplacementTest {
    private final CardScene scene;
    private Instant lastReport = Instant.EPOCH;
    private int left;

    ReplacementTest(TestDatabase database) {
        TerminalReports till = this::silentSince;
        scene = new CardScene(database, Map.of(TerminalReports.class, till));
    }

    /// What the register of terminals says of its one till.
    private List<TerminalReports.Silent> silentSince(Instant moment) {
        return left == 0 && lastReport.isAfter(moment)
                ? List.of()
                : List.of(
                        new TerminalReports.Silent(
                                "TILL-0001", "一号窗口", Optional.of(lastReport), left));
    }

    @BeforeEach
    void all_has_been_reported() {
        scene.clock.setTo("2026-03-02T11:30:00+08:00");
        scene.maximum(500_000, MaxBalanceOf.SUM);
        reports(0);
    }

    @AfterAll
    void close() {
        scene.close();
    }

    /// The till reports, with so many records left to send.
    private void reports(int unsent) {
        lastReport = scene.clock.instant();
        left = unsent;
    }

    private Person aLoser() {
        var person = scene.aPersonWithCard();
        scene.cash(person, 3_000);
        scene.subsidy(person, 2_000, SubsidyMode.ACCUMULATE, "2026-06-30");
        scene.clock.pass(Duration.ofSeconds(1));
        scene.centre.reportLoss(person.id());
        scene.clock.pass(Duration.ofSeconds(1));
        return person;
    }

    @Test
    @DisplayName("M-182 M-184 D-49 Without waiting days the balance goes with the new card at once")
    void without_waiting_days_the_balance_goes_with_the_new_card() {
        var person = aLoser();
        var old = scene.uidOf(person);
        reports(0);
        var done = scene.replace(person, false, 0);
        assertThat(done.opensOn()).isEmpty();
        assertThat(scene.purses(person)).isEqualTo("30.00 + 20.00");
        assertThat(scene.balances(person).subsidyUntil()).contains(LocalDate.parse("2026-06-30"));
        assertThat(scene.cards.resolve(List.of(old)).get(old))
                .extracting(CardIssue::state)
                .isEqualTo(CardState.REPLACED);
        ProblemAssert.assertThat(
                        () -> scene.centre.issue(scene.aPerson().id(), old, Optional.empty()))
                .is("card-not-reusable");
    }

    @Test
    @DisplayName(
            "M-183 D-24 Without waiting days a terminal that is silent since the loss is named")
    void a_silent_terminal_is_named() {
        var person = aLoser();
        ProblemAssert.assertThat(() -> scene.replace(person, false, 0))
                .is("terminals-silent")
                .has("count", 1)
                .has("first", "一号窗口")
                .has("terminals", List.of("TILL-0001"));
        reports(3);
        ProblemAssert.assertThat(() -> scene.replace(person, false, 0)).is("terminals-silent");
        assertThat(scene.stand(person)).isEqualTo(new CardStand.Account(false, Hand.LOST, false));
        reports(0);
        scene.replace(person, false, 0);
        assertThat(scene.stand(person)).isEqualTo(new CardStand.Account(false, Hand.VALID, false));
    }

    @Test
    @DisplayName("D-24 Going on although a terminal is silent takes a permission")
    void going_on_takes_a_permission() {
        var person = aLoser();
        var clerk =
                new Operator(
                        21,
                        "clerk",
                        "小李",
                        Language.EN,
                        MerchantScope.ALL,
                        Set.of(Permission.HANDLE_CARDS));
        scene.parameters(now -> ParameterChange.withGreyDays(now, 0));
        var wanted =
                new Replacements.Wanted(
                        person.id(),
                        CardScene.aCard(),
                        false,
                        Optional.empty(),
                        Money.ZERO,
                        Channel.CASH,
                        true);
        var room = scene.rooms.door(Replacements.class);
        ProblemAssert.assertThat(() -> scene.as(clerk, () -> room.replace(wanted)))
                .is("not-permitted")
                .has("permission", "GO_ON_INCOMPLETE");
        scene.as(CardScene.LI, () -> room.replace(wanted));
        assertThat(scene.stand(person)).isEqualTo(new CardStand.Account(false, Hand.VALID, false));
    }

    @Test
    @DisplayName("M-178 M-180 D-37 With waiting days the new card begins at 0 and the rest is held")
    void with_waiting_days_the_new_card_begins_at_nothing() {
        var person = aLoser();
        var done = scene.replace(person, false, 3);
        assertThat(done.opensOn()).contains(LocalDate.parse("2026-03-05"));
        assertThat(scene.purses(person)).isEqualTo("0.00 + 0.00");
        assertThat(scene.held(person)).isEqualTo("30.00 + 20.00");
        ProblemAssert.assertThat(() -> scene.takeOver(person))
                .is("take-over-early")
                .has("daysLeft", 3L)
                .has("opensOn", "2026-03-05");
        scene.clock.setTo("2026-03-04T23:59:59+08:00");
        ProblemAssert.assertThat(() -> scene.takeOver(person)).has("daysLeft", 1L);
    }

    @Test
    @DisplayName("D-37 The statement tells what was put on hold, and what came back of it")
    void the_statement_tells_of_the_hold() {
        var person = aLoser();
        scene.replace(person, false, 3);
        scene.clock.setTo("2026-03-05T00:00:00+08:00");
        scene.takeOver(person);
        var lines =
                scene.as(
                        CardScene.LI,
                        () ->
                                scene.rooms
                                        .door(Statement.class)
                                        .page(person.id(), Optional.empty(), 4)
                                        .items());
        assertThat(lines)
                .extracting(line -> line.text() + " " + line.amountCents() + " " + line.purse())
                .containsExactlyInAnyOrder(
                        "Balance take-over 3000 CASH",
                        "Balance take-over 2000 SUBSIDY",
                        "Held from the old card -3000 CASH",
                        "Held from the old card -2000 SUBSIDY");
    }

    @Test
    @DisplayName(
            "M-179 M-184 After the days both purses and the expiry move, once, and none is lost")
    void after_the_days_everything_moves_once() throws Exception {
        var person = aLoser();
        scene.replace(person, false, 3);
        scene.cash(person, 100);
        scene.clock.setTo("2026-03-05T00:00:00+08:00");
        assertThat(AtOnce.ends(4, () -> scene.takeOver(person)))
                .containsExactlyInAnyOrder("done", "nothing-held", "nothing-held", "nothing-held");
        assertThat(scene.purses(person)).isEqualTo("31.00 + 20.00");
        assertThat(scene.held(person)).isEqualTo("0.00 + 0.00");
        assertThat(scene.balances(person).subsidyUntil()).contains(LocalDate.parse("2026-06-30"));
    }

    @Test
    @DisplayName("W-06 M-181 It opens by itself once every terminal has reported past the loss")
    void it_opens_once_every_terminal_has_reported() {
        var person = aLoser();
        scene.replace(person, false, 30);
        ProblemAssert.assertThat(() -> scene.takeOver(person))
                .is("take-over-early")
                .has("count", 1);
        reports(0);
        var taken = scene.takeOver(person);
        assertThat(taken)
                .isEqualTo(new Replacements.TakenOver(Money.ofCents(3_000), Money.ofCents(2_000)));
        assertThat(scene.purses(person)).isEqualTo("30.00 + 20.00");
    }

    @Test
    @DisplayName("M-180 Where the site wants the days in full, a report opens nothing")
    void where_the_days_are_kept_a_report_opens_nothing() {
        scene.parameters(now -> opens(now, false));
        try {
            var person = aLoser();
            scene.replace(person, false, 30);
            reports(0);
            ProblemAssert.assertThat(() -> scene.takeOver(person)).is("take-over-early");
        } finally {
            scene.parameters(now -> opens(now, true));
        }
    }

    private static CardParameters opens(CardParameters now, boolean whenComplete) {
        return new CardParameters(
                now.topUpAtIssue(),
                now.defaultCash(),
                now.defaultSubsidy(),
                now.subsidyDays(),
                now.cardYears(),
                now.allowListAtIssue(),
                now.generatedNumbers(),
                now.greyDays(),
                whenComplete,
                now.cardCost(),
                now.cardFee(),
                now.subsidyAtClose(),
                now.correctionHours(),
                now.shiftRequired(),
                now.quickAmounts());
    }

    @Test
    @DisplayName("D-07 M-184 A held subsidy that is over by the take-over goes back to the fund")
    void a_held_subsidy_that_is_over_goes_back() {
        var person = aLoser();
        scene.replace(person, false, 3);
        scene.clock.setTo("2026-07-01T00:00:00+08:00");
        scene.subsidy(person, 500, SubsidyMode.ACCUMULATE, "2026-12-31");
        var fund = scene.house(Side.subsidyFund());
        assertThat(scene.takeOver(person).subsidy()).isEqualTo(Money.ZERO);
        assertThat(scene.purses(person)).isEqualTo("30.00 + 5.00");
        assertThat(scene.house(Side.subsidyFund()).minus(fund)).isEqualTo(Money.ofCents(2_000));
        assertThat(scene.balances(person).subsidyUntil()).contains(LocalDate.parse("2026-12-31"));
    }

    @Test
    @DisplayName("D-37 A second loss in the waiting days holds the new balance too")
    void a_second_loss_holds_the_new_balance_too() {
        var person = aLoser();
        scene.replace(person, false, 3);
        scene.cash(person, 700);
        scene.clock.setTo("2026-03-04T11:30:00+08:00");
        scene.centre.reportLoss(person.id());
        scene.replace(person, false, 3);
        assertThat(scene.purses(person)).isEqualTo("0.00 + 0.00");
        assertThat(scene.held(person)).isEqualTo("37.00 + 20.00");
        scene.clock.setTo("2026-03-06T11:30:00+08:00");
        ProblemAssert.assertThat(() -> scene.takeOver(person)).has("daysLeft", 1L);
        scene.clock.setTo("2026-03-07T11:30:00+08:00");
        scene.takeOver(person);
        assertThat(scene.purses(person)).isEqualTo("37.00 + 20.00");
    }

    @Test
    @DisplayName("D-23 A damaged card is replaced without a loss; the balance moves at once")
    void a_damaged_card_is_replaced() {
        var person = scene.aPersonWithCard();
        scene.cash(person, 3_000);
        var old = scene.uidOf(person);
        scene.clock.pass(Duration.ofSeconds(1));
        ProblemAssert.assertThat(() -> scene.replace(person, true, 3)).is("terminals-silent");
        scene.replace(person, true, 3, 0, true);
        assertThat(scene.purses(person)).isEqualTo("30.00 + 0.00");
        assertThat(scene.cards.resolve(List.of(old)).get(old))
                .extracting(CardIssue::state)
                .isEqualTo(CardState.SCRAPPED);
    }

    @Test
    @DisplayName("M-193 D-03 What is spent while a balance is held comes from the new one only")
    void what_is_spent_comes_from_the_new_balance() {
        var person = aLoser();
        scene.replace(person, false, 3);
        scene.cash(person, 500);
        scene.spend(person, Purse.CASH, 200);
        assertThat(scene.purses(person)).isEqualTo("3.00 + 0.00");
        assertThat(scene.held(person)).isEqualTo("30.00 + 20.00");
        ProblemAssert.assertThat(
                        () -> scene.cancel(person, CardMove.CLOSE_WITHOUT_CARD, Optional.empty()))
                .is("balance-held");
    }
}
