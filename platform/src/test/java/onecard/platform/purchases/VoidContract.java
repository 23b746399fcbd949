package onecard.platform.purchases;

import static onecard.platform.purchases.KitchenScene.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import onecard.platform.cards.AccountState;
import onecard.platform.rules.SampleRule;
import onecard.vocabulary.VoidReason;
import onecard.vocabulary.Window;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What the kitchen promises of voids: whichever message comes first, both sides end alike.
abstract class VoidContract extends RefusalContract {
    @Test
    @DisplayName("D-33 a void that comes before its purchase burns the number for ever")
    void void_before_purchase() {
        KitchenScene at = scene();
        int pupil = at.person(900, 0);
        Order.Sale sale = at.sale(1, pupil, 300);
        Outcome burnt = at.ask(at.takeBack(1));
        assertThat(said(burnt)).isEqualTo("nothing charged");
        assertThat(said(at.ask(sale))).isEqualTo("NUMBER_BURNT");
        assertThat(said(at.serve(sale, at.takeBack(1), sale)))
                .containsExactly("NUMBER_BURNT", "nothing charged", "NUMBER_BURNT");
        assertThat(at.ask(at.takeBack(1))).isEqualTo(burnt);
        assertThat(at.purses(pupil)).isEqualTo("900/0");
        assertThat(at.rows()).hasSize(1);
        assertThat(at.takings()).isEqualTo("0, 0, 0");
    }

    @Test
    @DisplayName(
            "D-33 a void returns each part to its purse, and count, amount and interval with it")
    void void_after_purchase() {
        KitchenScene at = scene();
        at.site.rules(SampleRule.forGroups(1, PUPILS).times(Window.DAY, 9).rule());
        int pupil = at.person(Optional.of(PUPILS), 900, 200);
        assertThat(said(at.ask(at.sale(1, pupil, 50)))).isEqualTo("taken 0+50");
        Optional<Instant> before = at.lastPurchase(pupil);
        Order.Sale sale = at.sale(2, pupil, 300);
        assertThat(said(at.ask(sale))).isEqualTo("taken 150+150");
        assertThat(at.used(pupil)).isEqualTo("[102: 2, 350]");

        assertThat(said(at.ask(at.takeBack(2)))).isEqualTo("voided 300");
        assertThat(at.purses(pupil)).isEqualTo("900/150");
        assertThat(at.used(pupil)).isEqualTo("[102: 1, 50]");
        assertThat(at.lastPurchase(pupil)).isEqualTo(before);
        assertThat(at.takings()).isEqualTo("1, 50, 0");

        assertThat(said(at.serve(at.takeBack(2), sale, at.takeBack(2))))
                .containsExactly("voided 300", "NUMBER_BURNT", "voided 300");
        assertThat(at.purses(pupil)).isEqualTo("900/150");
        assertThat(at.rows()).hasSize(3);
    }

    @Test
    @DisplayName("D-33 purchase and void on one tray end the same, whichever comes first")
    void purchase_and_void_on_one_tray() {
        KitchenScene at = scene();
        int pupil = at.person(900, 0);
        assertThat(said(at.serve(at.sale(1, pupil, 300), at.takeBack(1))))
                .containsExactly("taken 300+0", "voided 300");
        assertThat(said(at.serve(at.takeBack(2), at.sale(2, pupil, 300))))
                .containsExactly("nothing charged", "NUMBER_BURNT");
        assertThat(at.purses(pupil)).isEqualTo("900/0");
        assertThat(at.takings()).isEqualTo("0, 0, 0");
    }

    @Test
    @DisplayName("D-33 a void of a refused purchase charges and returns nothing")
    void void_of_a_refusal() {
        KitchenScene at = scene();
        int pupil = at.person(10, 0);
        assertThat(said(at.ask(at.sale(1, pupil, 300)))).isEqualTo("INSUFFICIENT_BALANCE");
        assertThat(said(at.ask(at.takeBack(1)))).isEqualTo("nothing charged");
        assertThat(at.purses(pupil)).isEqualTo("10/0");
    }

    @Test
    @DisplayName(
            "D-33 a cashier voids within ten minutes and the same meal, no answer voids always")
    void a_cashier_voids_in_time() {
        KitchenScene at = scene();
        int pupil = at.person(900, 0);
        at.ask(at.sale(1, pupil, 100));
        at.clock.pass(Duration.ofMinutes(10));
        assertThat(said(at.ask(at.takeBack(1, VoidReason.CASHIER))))
                .isEqualTo("not voided TOO_LATE");
        at.clock.setTo("2026-03-31T13:25:00+08:00");
        at.ask(at.sale(2, pupil, 100));
        at.clock.setTo("2026-03-31T13:31:00+08:00");
        assertThat(said(at.ask(at.takeBack(2, VoidReason.CASHIER))))
                .isEqualTo("not voided OTHER_MEAL");
        assertThat(at.purses(pupil)).isEqualTo("700/0");
        assertThat(said(at.serve(at.takeBack(1), at.takeBack(2))))
                .containsExactly("voided 100", "voided 100");
        assertThat(at.purses(pupil)).isEqualTo("900/0");
    }

    @Test
    @DisplayName("D-33 the money of a closed account goes to the unassigned, not to its purses")
    void void_on_a_closed_account() {
        KitchenScene at = scene();
        int pupil = at.person(900, 0);
        at.ask(at.sale(1, pupil, 300));
        at.site.account(pupil, AccountState.CLOSED);
        assertThat(said(at.ask(at.takeBack(1)))).isEqualTo("voided 300");
        assertThat(at.purses(pupil)).isEqualTo("600/0");
    }
}
