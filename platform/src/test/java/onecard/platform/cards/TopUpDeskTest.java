package onecard.platform.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import onecard.platform.ProblemAssert;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import onecard.platform.ledger.Purse;
import onecard.platform.ledger.Side;
import onecard.platform.people.Person;
import onecard.platform.system.MaxBalanceOf;
import onecard.vocabulary.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TopUpDeskTest {
    private static final Side DRAWER = Side.desk(CardScene.LI.id());

    private final CardScene scene;

    TopUpDeskTest(TestDatabase database) {
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

    @Test
    @DisplayName("M-149 D-42 Cash goes from the operator's drawer into the cash purse")
    void cash_goes_from_the_drawer_into_the_cash_purse() {
        var person = scene.aPersonWithCard();
        var drawer = scene.house(DRAWER);
        var receipt = scene.cash(person, 10_000);
        assertThat(receipt.before()).isEqualTo(spendable(0, 0));
        assertThat(receipt.after()).isEqualTo(spendable(10_000, 0));
        assertThat(receipt.at()).isEqualTo(scene.clock.instant());
        assertThat(receipt.undoUntil()).isEqualTo(scene.clock.instant().plusSeconds(300));
        assertThat(scene.purses(person)).isEqualTo("100.00 + 0.00");
        assertThat(scene.house(DRAWER).minus(drawer)).isEqualTo(Money.ofCents(-10_000));
    }

    @Test
    @DisplayName("M-149 M-154 Cash and a subsidy come in one operation")
    void cash_and_a_subsidy_come_in_one_operation() {
        var person = scene.aPersonWithCard();
        var receipt =
                scene.topUp(
                        new TopUp(
                                person.id(),
                                Money.ofCents(5_000),
                                Money.ofCents(3_000),
                                SubsidyMode.ACCUMULATE,
                                Optional.of(LocalDate.parse("2026-03-31")),
                                Channel.WECHAT,
                                "三月"));
        assertThat(receipt.after()).isEqualTo(spendable(5_000, 3_000));
        assertThat(scene.balances(person).subsidyUntil()).contains(LocalDate.parse("2026-03-31"));
        assertThat(scene.balances(person).version()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0} there, {1} of {2}: {3}")
    @DisplayName("M-153 M-154 M-156 A subsidy accumulates or clears; cash is never touched")
    @CsvSource(
            textBlock =
                    """
                    30.00, ACCUMULATE,    50.00, 80.00
                    30.00, CLEAR_REPLACE, 50.00, 50.00
                    30.00, CLEAR_REPLACE, 10.00, 10.00
                     0.00, CLEAR_REPLACE, 10.00, 10.00
                     0.00, ACCUMULATE,    10.00, 10.00
                    """)
    void a_subsidy_accumulates_or_clears(
            String there, SubsidyMode mode, String granted, String then) {
        var person = scene.aPersonWithCard();
        scene.cash(person, 700);
        if (cents(there) > 0) {
            scene.subsidy(person, cents(there), SubsidyMode.ACCUMULATE, "");
        }
        var fund = scene.house(Side.subsidyFund());
        scene.subsidy(person, cents(granted), mode, "");
        assertThat(scene.purses(person)).isEqualTo("7.00 + " + then);
        assertThat(scene.house(Side.subsidyFund()).minus(fund))
                .isEqualTo(Money.ofCents(cents(there) - cents(then)));
    }

    @Test
    @DisplayName("D-38 One last day for the whole subsidy purse: the latest grant sets it")
    void the_latest_grant_sets_the_last_day() {
        var person = scene.aPersonWithCard();
        scene.subsidy(person, 1_000, SubsidyMode.ACCUMULATE, "2026-12-31");
        scene.subsidy(person, 1_000, SubsidyMode.ACCUMULATE, "2026-06-30");
        assertThat(scene.balances(person).subsidyUntil()).contains(LocalDate.parse("2026-06-30"));
        scene.subsidy(person, 1_000, SubsidyMode.ACCUMULATE, "");
        assertThat(scene.balances(person).subsidyUntil()).isEmpty();
    }

    @Test
    @DisplayName("D-38 D-07 An expired rest goes first, and is no part of what was there")
    void an_expired_rest_goes_first() {
        var person = scene.aPersonWithCard();
        scene.subsidy(person, 4_000, SubsidyMode.ACCUMULATE, "2026-03-02");
        scene.clock.setTo("2026-03-03T00:00:00+08:00");
        var receipt = scene.subsidy(person, 1_000, SubsidyMode.ACCUMULATE, "2026-03-31");
        assertThat(receipt.before()).isEqualTo(spendable(0, 0));
        assertThat(receipt.after()).isEqualTo(spendable(0, 1_000));
        assertThat(scene.purses(person)).isEqualTo("0.00 + 10.00");
    }

    @Test
    @DisplayName("D-39 Subsidy 0 never touches the subsidy purse, whatever the mode says")
    void subsidy_zero_never_touches_the_subsidy_purse() {
        var person = scene.aPersonWithCard();
        scene.subsidy(person, 4_000, SubsidyMode.ACCUMULATE, "2026-03-31");
        scene.topUp(
                new TopUp(
                        person.id(),
                        Money.ofCents(100),
                        Money.ZERO,
                        SubsidyMode.CLEAR_REPLACE,
                        Optional.of(LocalDate.parse("2026-03-05")),
                        Channel.CASH,
                        ""));
        assertThat(scene.purses(person)).isEqualTo("1.00 + 40.00");
        assertThat(scene.balances(person).subsidyUntil()).contains(LocalDate.parse("2026-03-31"));
    }

    @Test
    @DisplayName("M-155 A subsidy that is over already is refused")
    void a_subsidy_that_is_over_already_is_refused() {
        var person = scene.aPersonWithCard();
        ProblemAssert.assertThat(
                        () -> scene.subsidy(person, 100, SubsidyMode.ACCUMULATE, "2026-03-01"))
                .is("invalid-fields")
                .names("subsidyUntil");
        scene.subsidy(person, 100, SubsidyMode.ACCUMULATE, "2026-03-02");
    }

    @ParameterizedTest(name = "{0}: {1} + {2} there, {3} cash and {4} {5}: {6}")
    @DisplayName("M-073 M-166 D-02 A top-up above the maximum is refused and says what is left")
    @CsvSource(
            textBlock =
                    """
                    SUM,  40.00,  0.00, 60.00,  0.00, ACCUMULATE,    fits
                    SUM,  40.00,  0.00, 60.01,  0.00, ACCUMULATE,    60.00
                    SUM,  40.00, 30.00, 30.00,  0.00, ACCUMULATE,    fits
                    SUM,  40.00, 30.00, 30.01,  0.00, ACCUMULATE,    30.00
                    SUM,  40.00, 30.00,  0.00, 30.01, ACCUMULATE,    30.00
                    SUM,  40.00, 30.00, 20.00, 10.00, ACCUMULATE,    fits
                    SUM,  40.00, 30.00, 20.00, 10.01, ACCUMULATE,    30.00
                    SUM,  40.00, 30.00,  0.00, 60.00, CLEAR_REPLACE, fits
                    SUM,  40.00, 30.00,  0.00, 60.01, CLEAR_REPLACE, 60.00
                    CASH, 40.00, 90.00, 60.00,  0.00, ACCUMULATE,    fits
                    CASH, 40.00, 90.00, 60.01,  0.00, ACCUMULATE,    60.00
                    CASH, 40.00, 90.00,  0.00, 99.00, ACCUMULATE,    fits
                    """)
    void a_top_up_above_the_maximum_is_refused(
            MaxBalanceOf of,
            String cash,
            String subsidy,
            String moreCash,
            String moreSubsidy,
            SubsidyMode mode,
            String left) {
        var person = scene.aPersonWithCard();
        scene.cash(person, cents(cash));
        if (cents(subsidy) > 0) {
            scene.subsidy(person, cents(subsidy), SubsidyMode.ACCUMULATE, "");
        }
        scene.maximum(10_000, of);
        var topUp =
                new TopUp(
                        person.id(),
                        Money.ofCents(cents(moreCash)),
                        Money.ofCents(cents(moreSubsidy)),
                        mode,
                        Optional.empty(),
                        Channel.CASH,
                        "");
        var before = scene.purses(person);
        if (left.equals("fits")) {
            scene.topUp(topUp);
        } else {
            ProblemAssert.assertThat(() -> scene.topUp(topUp))
                    .is("max-balance")
                    .has("of", of.name())
                    .has("limitCents", 10_000L)
                    .has("leftCents", cents(left));
            assertThat(scene.purses(person)).isEqualTo(before);
        }
    }

    @Test
    @DisplayName("D-02 D-07 An expired subsidy takes no room below the maximum")
    void an_expired_subsidy_takes_no_room() {
        var person = scene.aPersonWithCard();
        scene.subsidy(person, 9_000, SubsidyMode.ACCUMULATE, "2026-03-02");
        scene.maximum(10_000, MaxBalanceOf.SUM);
        ProblemAssert.assertThat(() -> scene.cash(person, 5_000)).is("max-balance");
        scene.clock.setTo("2026-03-03T08:00:00+08:00");
        assertThat(scene.cash(person, 5_000).after()).isEqualTo(spendable(5_000, 0));
    }

    @Test
    @DisplayName("D-02 A new grant that lowers the sum is not refused by the maximum")
    void a_grant_that_lowers_the_sum_is_not_refused() {
        var person = scene.aPersonWithCard();
        scene.subsidy(person, 30_000, SubsidyMode.ACCUMULATE, "");
        scene.maximum(10_000, MaxBalanceOf.SUM);
        scene.subsidy(person, 20_000, SubsidyMode.CLEAR_REPLACE, "");
        ProblemAssert.assertThat(() -> scene.subsidy(person, 20_001, SubsidyMode.CLEAR_REPLACE, ""))
                .is("max-balance");
    }

    @Test
    void the_same_key_books_once_and_with_other_content_not_at_all() {
        var person = scene.aPersonWithCard();
        var key = CardScene.aKey();
        var topUp = CardScene.aSubsidy(person, 500, SubsidyMode.ACCUMULATE, "");
        var first = scene.as(CardScene.LI, () -> scene.topUps.topUp(key, topUp));
        scene.clock.pass(Duration.ofMinutes(1));
        assertThat(scene.as(CardScene.LI, () -> scene.topUps.topUp(key, topUp))).isEqualTo(first);
        var other = CardScene.aSubsidy(person, 501, SubsidyMode.ACCUMULATE, "");
        ProblemAssert.assertThat(() -> scene.as(CardScene.LI, () -> scene.topUps.topUp(key, other)))
                .is("idempotency-conflict");
        assertThat(scene.purses(person)).isEqualTo("0.00 + 5.00");
    }

    @Test
    void one_key_pressed_by_many_impatient_fingers_books_once() throws Exception {
        var person = scene.aPersonWithCard();
        var key = CardScene.aKey();
        var topUp = CardScene.aSubsidy(person, 500, SubsidyMode.ACCUMULATE, "");
        assertThat(
                        AtOnce.ends(
                                8,
                                () -> scene.as(CardScene.LI, () -> scene.topUps.topUp(key, topUp))))
                .containsOnly("done");
        assertThat(scene.purses(person)).isEqualTo("0.00 + 5.00");
    }

    @Test
    @DisplayName("M-073 Many desks at once never lift a person above the maximum")
    void many_desks_at_once_never_pass_the_maximum() throws Exception {
        var person = scene.aPersonWithCard();
        scene.maximum(1_000, MaxBalanceOf.SUM);
        var ends = AtOnce.ends(8, () -> scene.cash(person, 300));
        assertThat(ends).filteredOn("done"::equals).hasSize(3);
        assertThat(ends).filteredOn("max-balance"::equals).hasSize(5);
        assertThat(scene.purses(person)).isEqualTo("9.00 + 0.00");
    }

    @Test
    void an_undo_books_counter_entries_and_leaves_the_first_ones() {
        var person = scene.aPersonWithCard();
        scene.cash(person, 1_000);
        scene.subsidy(person, 3_000, SubsidyMode.ACCUMULATE, "2026-03-31");
        var drawer = scene.house(DRAWER);
        var fund = scene.house(Side.subsidyFund());
        var both =
                scene.topUp(
                        new TopUp(
                                person.id(),
                                Money.ofCents(5_000),
                                Money.ofCents(2_000),
                                SubsidyMode.CLEAR_REPLACE,
                                Optional.of(LocalDate.parse("2026-12-31")),
                                Channel.CASH,
                                ""));
        assertThat(scene.purses(person)).isEqualTo("60.00 + 20.00");
        scene.clock.pass(Duration.ofMinutes(5));
        var undone = scene.undo(both);
        assertThat(undone.before()).isEqualTo(spendable(6_000, 2_000));
        assertThat(undone.after()).isEqualTo(spendable(1_000, 3_000));
        assertThat(scene.purses(person)).isEqualTo("10.00 + 30.00");
        assertThat(scene.balances(person).subsidyUntil()).contains(LocalDate.parse("2026-03-31"));
        assertThat(scene.house(DRAWER)).isEqualTo(drawer);
        assertThat(scene.house(Side.subsidyFund())).isEqualTo(fund);
        assertThat(scene.balances(person).version())
                .as("1 + 1 + 3 booked, 3 against them")
                .isEqualTo(8);
    }

    @Test
    void an_undo_comes_once_in_time_and_from_the_same_operator() {
        var person = scene.aPersonWithCard();
        var receipt = scene.cash(person, 1_000);
        int operation = receipt.operationId();
        ProblemAssert.assertThat(() ->
                        scene.as(
                                CardScene.ZHAO,
                                () -> scene.topUps.undo(CardScene.aKey(), operation)))
                .is("undo-not-yours")
                .has("operatorName", "李师傅");
        scene.undo(receipt);
        ProblemAssert.assertThat(() -> scene.undo(receipt)).is("undo-done");
        var late = scene.cash(person, 1_000);
        scene.clock.pass(Duration.ofSeconds(301));
        ProblemAssert.assertThat(() -> scene.undo(late)).is("undo-too-late");
        ProblemAssert.assertThat(() ->
                        scene.as(CardScene.LI, () -> scene.topUps.undo(CardScene.aKey(), 999_999)))
                .is("not-found");
        assertThat(scene.purses(person)).isEqualTo("10.00 + 0.00");
    }

    @Test
    void many_undos_at_once_give_back_once() throws Exception {
        var person = scene.aPersonWithCard();
        scene.cash(person, 1_000);
        var receipt = scene.cash(person, 1_000);
        var ends = AtOnce.ends(8, () -> scene.undo(receipt));
        assertThat(ends).filteredOn("done"::equals).hasSize(1);
        assertThat(ends).filteredOn("undo-done"::equals).hasSize(7);
        assertThat(scene.purses(person)).isEqualTo("10.00 + 0.00");
    }

    @ParameterizedTest(name = "10.00 into {0}, {1} spent from {2}: {3}")
    @CsvSource(
            textBlock =
                    """
                    CASH,    0.01, CASH,    undo-spent
                    CASH,    0.00, CASH,    undone
                    CASH,    9.99, SUBSIDY, undone
                    SUBSIDY, 0.01, SUBSIDY, undo-spent
                    SUBSIDY, 9.99, CASH,    undone
                    """)
    void an_undo_is_refused_once_the_money_is_spent(
            Purse into, String spent, Purse from, String end) {
        var person = scene.aPersonWithCard();
        if (from != into) {
            topUp(person, from);
        }
        var receipt = topUp(person, into);
        if (cents(spent) > 0) {
            scene.spend(person, from, cents(spent));
        }
        if (end.equals("undone")) {
            scene.undo(receipt);
        } else {
            ProblemAssert.assertThat(() -> scene.undo(receipt)).is(end);
        }
    }

    @Test
    @DisplayName("D-38 Grants are undone last one first, so that the last day is right again")
    void grants_are_undone_last_one_first() {
        var person = scene.aPersonWithCard();
        var first = scene.subsidy(person, 1_000, SubsidyMode.ACCUMULATE, "2026-03-31");
        var second = scene.subsidy(person, 2_000, SubsidyMode.ACCUMULATE, "2026-06-30");
        ProblemAssert.assertThat(() -> scene.undo(first)).is("undo-not-latest");
        scene.undo(second);
        assertThat(scene.balances(person).subsidyUntil()).contains(LocalDate.parse("2026-03-31"));
        scene.undo(first);
        assertThat(scene.purses(person)).isEqualTo("0.00 + 0.00");
        assertThat(scene.balances(person).subsidyUntil()).isEmpty();
    }

    private TopUpReceipt topUp(Person person, Purse purse) {
        return purse == Purse.CASH
                ? scene.cash(person, 1_000)
                : scene.subsidy(person, 1_000, SubsidyMode.ACCUMULATE, "");
    }

    private static TopUpReceipt.Spendable spendable(long cash, long subsidy) {
        return new TopUpReceipt.Spendable(Money.ofCents(cash), Money.ofCents(subsidy));
    }

    private static long cents(String yuan) {
        return new BigDecimal(yuan).movePointRight(2).longValueExact();
    }
}
