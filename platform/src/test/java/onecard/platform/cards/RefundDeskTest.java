package onecard.platform.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import onecard.platform.ProblemAssert;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import onecard.platform.ledger.Purse;
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
class RefundDeskTest {
    private static final Side DRAWER = Side.desk(CardScene.LI.id());

    private final CardScene scene;

    RefundDeskTest(TestDatabase database) {
        scene = new CardScene(database);
    }

    @BeforeEach
    void today() {
        scene.clock.setTo("2026-03-02T11:30:00+08:00");
        scene.maximum(500_000, MaxBalanceOf.SUM);
        scene.parameters(now -> ParameterChange.withShiftRequired(now, false));
    }

    @AfterAll
    void close() {
        scene.close();
    }

    @Test
    @DisplayName("M-167 D-03 Cash goes out of the drawer, a subsidy back to the fund")
    void cash_goes_out_of_the_drawer() {
        var person = scene.aPersonWithCard();
        scene.cash(person, 3_000);
        scene.subsidy(person, 2_000, SubsidyMode.ACCUMULATE, "2026-06-30");
        var drawer = scene.house(DRAWER);
        var fund = scene.house(Side.subsidyFund());
        var done = scene.refund(person, 1_200, 500);
        assertThat(done.after())
                .isEqualTo(new TopUpReceipt.Spendable(Money.ofCents(1_800), Money.ofCents(1_500)));
        assertThat(scene.house(DRAWER).minus(drawer)).isEqualTo(Money.ofCents(1_200));
        assertThat(scene.house(Side.subsidyFund()).minus(fund)).isEqualTo(Money.ofCents(500));
        assertThat(scene.balances(person).subsidyUntil()).contains(LocalDate.parse("2026-06-30"));
    }

    @Test
    @DisplayName("M-168 More than there is is not refunded; an expired subsidy is not there")
    void more_than_there_is_is_not_refunded() {
        var person = scene.aPersonWithCard();
        scene.cash(person, 3_000);
        scene.subsidy(person, 2_000, SubsidyMode.ACCUMULATE, "2026-03-02");
        ProblemAssert.assertThat(() -> scene.refund(person, 3_001, 0))
                .is("refund-above-balance")
                .has("cashCents", 3_000L);
        scene.clock.setTo("2026-03-03T00:00:00+08:00");
        ProblemAssert.assertThat(() -> scene.refund(person, 0, 1))
                .is("refund-above-balance")
                .has("subsidyCents", 0L);
        scene.refund(person, 3_000, 0);
        assertThat(scene.balances(person).cash()).isEqualTo(Money.ZERO);
    }

    @Test
    @DisplayName("M-168 D-36 A frozen account is not refunded, a closed one neither")
    void a_frozen_account_is_not_refunded() {
        var person = scene.aPersonWithCard();
        scene.cash(person, 3_000);
        scene.centre.freeze(person.id());
        ProblemAssert.assertThat(() -> scene.refund(person, 1, 0)).is("account-frozen");
        scene.cancel(person, CardMove.CLOSE_WITHOUT_CARD, Optional.empty());
        ProblemAssert.assertThat(() -> scene.refund(person, 1, 0)).is("account-closed");
    }

    @Test
    @DisplayName("D-02 A refund is undone within five minutes, above the maximum balance too")
    void a_refund_is_undone() {
        var person = scene.aPersonWithCard();
        scene.cash(person, 3_000);
        scene.subsidy(person, 2_000, SubsidyMode.ACCUMULATE, "2026-06-30");
        var drawer = scene.house(DRAWER);
        var done = scene.refund(person, 1_000, 2_000);
        scene.maximum(1_000, MaxBalanceOf.SUM);
        scene.clock.pass(Duration.ofMinutes(5));
        scene.undoRefund(done);
        assertThat(scene.purses(person)).isEqualTo("30.00 + 20.00");
        assertThat(scene.house(DRAWER)).isEqualTo(drawer);
        ProblemAssert.assertThat(() -> scene.undoRefund(done)).is("undo-done");
    }

    @Test
    void a_refund_is_not_undone_late_nor_by_others_nor_after_a_grant() {
        var person = scene.aPersonWithCard();
        scene.cash(person, 3_000);
        scene.subsidy(person, 2_000, SubsidyMode.ACCUMULATE, "2026-06-30");
        var late = scene.refund(person, 100, 0);
        var others = scene.refund(CardScene.ZHAO, person, 100, 0);
        var granted = scene.refund(person, 0, 100);
        ProblemAssert.assertThat(() -> scene.undoRefund(others))
                .is("undo-not-yours")
                .has("operatorName", "赵师傅");
        scene.subsidy(person, 100, SubsidyMode.ACCUMULATE, "2026-07-31");
        ProblemAssert.assertThat(() -> scene.undoRefund(granted)).is("undo-not-latest");
        scene.clock.pass(Duration.ofSeconds(301));
        ProblemAssert.assertThat(() -> scene.undoRefund(late)).is("undo-too-late");
    }

    @Test
    @DisplayName("M-168 Of ten desks that refund the same money, three get it")
    void of_many_desks_that_refund_the_same_money() throws Exception {
        var person = scene.aPersonWithCard();
        scene.cash(person, 3_000);
        assertThat(AtOnce.ends(10, () -> scene.refund(person, 1_000, 0)))
                .filteredOn("done"::equals)
                .hasSize(3);
        assertThat(scene.purses(person)).isEqualTo("0.00 + 0.00");
    }

    @Test
    @DisplayName("D-42 A shift is counted at both ends; only cash is expected in the drawer")
    void a_shift_is_counted_at_both_ends() {
        var shifts = scene.rooms.door(Shifts.class);
        var person = scene.aPersonWithCard();
        scene.as(CardScene.LI, () -> shifts.open(Money.ofCents(10_000)));
        ProblemAssert.assertThat(() -> scene.as(CardScene.LI, () -> shifts.open(Money.ofCents(1))))
                .is("shift-open");
        var receipt = scene.cash(person, 5_000);
        scene.topUp(
                new TopUp(
                        person.id(),
                        Money.ofCents(7_000),
                        Money.ZERO,
                        SubsidyMode.ACCUMULATE,
                        Optional.empty(),
                        Channel.WECHAT,
                        ""));
        scene.refund(person, 1_500, 0);
        scene.undo(receipt);
        scene.refund(CardScene.ZHAO, person, 100, 0);
        var closed = scene.as(CardScene.LI, () -> shifts.close(Money.ofCents(8_400), "少一毛"));
        assertThat(closed.expected()).isEqualTo(Money.ofCents(8_500));
        assertThat(closed.shift().closing().orElseThrow().counted())
                .isEqualTo(Money.ofCents(8_400));
        assertThat(closed.sums())
                .extracting(sum -> sum.kind() + " " + sum.channel() + " " + sum.drawer())
                .containsExactlyInAnyOrder(
                        "TOP_UP CASH 50.00",
                        "TOP_UP WECHAT 70.00",
                        "REFUND CASH -15.00",
                        "TOP_UP_UNDONE CASH -50.00");
        assertThat(scene.as(CardScene.LI, shifts::mine)).isEmpty();
    }

    @Test
    @DisplayName("D-42 Where a shift is required, money without one is refused")
    void where_a_shift_is_required() {
        scene.parameters(now -> ParameterChange.withShiftRequired(now, true));
        var person = scene.aPersonWithCard();
        ProblemAssert.assertThat(() -> scene.cash(person, 100)).is("no-shift");
        var shifts = scene.rooms.door(Shifts.class);
        scene.as(CardScene.LI, () -> shifts.open(Money.ZERO));
        scene.cash(person, 100);
        scene.as(CardScene.LI, () -> shifts.close(Money.ofCents(100), ""));
        ProblemAssert.assertThat(() -> scene.refund(person, 100, 0)).is("no-shift");
        ProblemAssert.assertThat(() -> scene.as(CardScene.LI, () -> shifts.close(Money.ZERO, "")))
                .is("no-shift");
    }

    @Test
    @DisplayName("M-193 A statement names refunds and who made them; the balance after each line")
    void a_statement_names_refunds() {
        var person = scene.aPersonWithCard();
        scene.cash(person, 3_000);
        scene.spend(person, Purse.CASH, 100);
        var done = scene.refund(person, 1_000, 0);
        scene.undoRefund(done);
        var lines =
                scene.as(
                        CardScene.LI,
                        () ->
                                scene.rooms
                                        .door(Statement.class)
                                        .page(person.id(), Optional.empty(), 10)
                                        .items());
        assertThat(lines)
                .extracting(line ->
                        line.kind()
                                + " "
                                + line.amountCents()
                                + " "
                                + line.operatorName().orElse("-")
                                + " "
                                + line.undone())
                .containsExactly(
                        "UNDO 1000 李师傅 false",
                        "REFUND -1000 李师傅 true",
                        "CHARGE -100 - false",
                        "TOP_UP 3000 李师傅 false");
    }
}
