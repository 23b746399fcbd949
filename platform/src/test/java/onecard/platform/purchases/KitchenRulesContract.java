package onecard.platform.purchases;

import static onecard.platform.purchases.KitchenScene.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import onecard.platform.cards.AccountState;
import onecard.platform.cards.CardState;
import onecard.platform.rules.SampleRule;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseId;
import onecard.vocabulary.Window;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What the kitchen promises about purses, limits and the order of refusals, on whatever keeps its
/// books.
abstract class KitchenRulesContract {
    static final int PUPILS = 1;
    static final Instrument STRANGER = new Instrument.Card(Site.cardOf(9_999_999), false);

    abstract KitchenScene scene();

    // Purses and limits.

    @Test
    @DisplayName("D-01 the subsidy pays first and never more than there is")
    void subsidy_first() {
        KitchenScene at = scene();
        int pupil = at.person(500, 120);
        assertThat(
                        said(
                                at.serve(
                                        at.sale(1, pupil, 100),
                                        at.sale(2, at.person(0, 0), 1),
                                        at.sale(3, at.person(30, 70), 100))))
                .containsExactly("taken 0+100", "INSUFFICIENT_BALANCE", "taken 30+70");
        assertThat(said(at.ask(at.sale(4, pupil, 520)))).isEqualTo("taken 500+20");
        assertThat(said(at.ask(at.sale(5, pupil, 1)))).isEqualTo("INSUFFICIENT_BALANCE");
    }

    @Test
    @DisplayName(
            "D-12 the cash purse goes below nothing as far as the group may overdraw, no further")
    void overdraft_as_far_as_allowed() {
        KitchenScene at = scene();
        at.site.rules(SampleRule.forGroups(1, PUPILS).overdraft("5.00").rule());
        int pupil = at.person(Optional.of(PUPILS), 100, 0);
        assertThat(said(at.ask(at.sale(1, pupil, 601)))).isEqualTo("INSUFFICIENT_BALANCE");
        assertThat(said(at.ask(at.sale(2, pupil, 600)))).isEqualTo("taken 600+0");
        assertThat(at.purses(pupil)).isEqualTo("-500/0");
        assertThat(said(at.ask(at.sale(3, pupil, 1)))).isEqualTo("INSUFFICIENT_BALANCE");
    }

    @Test
    @DisplayName("D-20 the repeat interval holds over all terminals, and between two of one tray")
    void repeat_interval() {
        KitchenScene at = scene();
        int pupil = at.person(900, 0);
        assertThat(said(at.serve(at.sale(1, pupil, 100), at.sale(2, pupil, 100))))
                .containsExactly("taken 100+0", "REPEAT_TOO_SOON");
        at.site.terminal(at.terminal + 1_000_000, KitchenScene.MERCHANT);
        at.clock.pass(Duration.ofSeconds(-6));
        Order.Sale elsewhere =
                new Order.Sale(
                        new PurchaseId(Site.serialOf(at.terminal + 1_000_000), 1),
                        Mode.FREE_AMOUNT,
                        new Instrument.Card(Site.cardOf(pupil), false),
                        Money.ofCents(100),
                        at.clock.instant(),
                        at.clock.instant());
        assertThat(said(at.ask(elsewhere))).isEqualTo("REPEAT_TOO_SOON");
        at.clock.pass(Duration.ofSeconds(-9));
        assertThat(said(at.ask(at.sale(3, pupil, 100)))).isEqualTo("taken 100+0");
    }

    @Test
    @DisplayName("D-18 every limit of every rule holds: the strictest wins, on one tray too")
    void the_strictest_limit() {
        KitchenScene at = scene();
        interval(at, Duration.ZERO);
        at.site.rules(
                SampleRule.forGroups(1, PUPILS).times(Window.DAY, 3).rule(),
                SampleRule.forGroups(2, PUPILS).times(Window.DAY, 2).rule());
        int pupil = at.person(Optional.of(PUPILS), 900, 0);
        List<Outcome> outcomes =
                at.serve(at.sale(1, pupil, 100), at.sale(2, pupil, 100), at.sale(3, pupil, 100));
        assertThat(said(outcomes)).containsExactly("taken 100+0", "taken 100+0", "COUNT_LIMIT DAY");
        assertThat(((Outcome.Refused) outcomes.get(2)).bound().orElseThrow().rule()).isEqualTo(2);
        assertThat(at.used(pupil)).isEqualTo("[102: 2, 200, 202: 2, 200]");
    }

    static void interval(KitchenScene at, Duration interval) {
        var usual = at.site.settings();
        at.site.set(
                new onecard.platform.system.SiteSettings(
                        usual.unitName(),
                        usual.wording(),
                        usual.zone(),
                        usual.dayStart(),
                        usual.purseOrder(),
                        interval,
                        usual.repeatFreeModeExempt(),
                        usual.maxBalance(),
                        usual.maxBalanceOf(),
                        usual.antiNfc(),
                        usual.cashierVoidWindow(),
                        usual.otherInstrumentsSurviveLoss(),
                        usual.undoWindow(),
                        usual.sessionIdle()));
    }

    // The order of refusals.

    @Test
    @DisplayName("D-51 of everything that is wrong, the first of the documented order answers")
    void refusals_in_their_order() {
        KitchenScene at = scene();
        at.site.rules(everythingWrong().between("06:00", "07:00").onlyThen().rule());
        int pupil = at.person(Optional.of(PUPILS), 10, 0);
        var card = Site.cardOf(pupil);
        at.ask(at.takeBack(1));
        at.site.card(card, CardState.RETURNED);
        at.site.validUntil(card, LocalDate.of(2026, 3, 30));
        at.site.account(pupil, AccountState.CLOSED);
        at.site.serve(at.serial, false);

        Instrument phone = KitchenScene.emulated(card);
        assertThat(said(at.ask(at.sale(1, phone, 900)))).isEqualTo("TERMINAL_NOT_SERVED");
        assertThat(said(at.ask(at.sale(2, phone, 900)))).isEqualTo("TERMINAL_NOT_SERVED");
        at.site.serve(at.serial, true);
        assertThat(said(at.ask(at.sale(1, phone, 900)))).isEqualTo("NUMBER_BURNT");
        assertThat(said(at.ask(at.sale(3, phone, 900)))).isEqualTo("NFC_EMULATION_REFUSED");
        assertThat(said(at.ask(at.sale(4, STRANGER, 900)))).isEqualTo("ILLEGAL_CARD");
        long seq = 5;
        for (CardState state :
                List.of(
                        CardState.RETURNED,
                        CardState.SCRAPPED,
                        CardState.REPLACED,
                        CardState.LOST)) {
            at.site.card(card, state);
            assertThat(said(at.ask(at.sale(seq++, pupil, 900)))).isEqualTo("CARD_" + state);
        }
        at.site.card(card, CardState.ISSUED);
        assertThat(said(at.ask(at.sale(10, pupil, 900)))).isEqualTo("CARD_EXPIRED");
        at.site.validUntil(card, LocalDate.of(2026, 3, 31));
        assertThat(said(at.ask(at.sale(11, pupil, 900)))).isEqualTo("ACCOUNT_CLOSED");
        at.site.account(pupil, AccountState.FROZEN);
        assertThat(said(at.ask(at.sale(12, pupil, 900)))).isEqualTo("ACCOUNT_FROZEN");
        at.site.account(pupil, AccountState.OPEN);
        assertThat(said(at.ask(at.sale(13, pupil, 900)))).isEqualTo("OUTSIDE_TIME_WINDOW");
    }

    @Test
    @DisplayName("D-51 who comes back too soon hears that before anything about hours and limits")
    void the_interval_before_the_rules() {
        KitchenScene at = scene();
        int pupil = at.person(Optional.of(PUPILS), 10, 0);
        assertThat(said(at.ask(at.sale(1, pupil, 1)))).isEqualTo("taken 1+0");
        at.clock.pass(Duration.ofSeconds(-8));
        at.site.rules(everythingWrong().between("06:00", "07:00").onlyThen().rule());
        assertThat(said(at.ask(at.sale(2, pupil, 900)))).isEqualTo("REPEAT_TOO_SOON");
        assertThat(said(at.ask(at.sale(3, pupil, 900)))).isEqualTo("OUTSIDE_TIME_WINDOW");
    }

    @Test
    @DisplayName(
            "D-51 counts come before the purchase's limit, that before amounts, those before the balance")
    void limits_in_their_order() {
        KitchenScene at = scene();
        int pupil = at.person(Optional.of(PUPILS), 10, 0);
        long seq = 1;
        for (Window window : List.of(Window.MEAL, Window.DAY, Window.WEEK, Window.MONTH)) {
            SampleRule rule = SampleRule.forGroups(1, PUPILS).yuan(Window.PURCHASE, "1.00");
            List<Window> later = List.of(Window.values());
            for (Window each : later.subList(later.indexOf(window), later.size())) {
                rule.times(each, 0).yuan(each, "0.50");
            }
            at.site.rules(rule.rule());
            assertThat(said(at.ask(at.sale(seq++, pupil, 900)))).isEqualTo("COUNT_LIMIT " + window);
        }
        at.site.rules(everythingWrong().rule());
        assertThat(said(at.ask(at.sale(seq++, pupil, 900)))).isEqualTo("PURCHASE_LIMIT PURCHASE");
        for (Window window : List.of(Window.MEAL, Window.DAY, Window.WEEK, Window.MONTH)) {
            SampleRule rule = SampleRule.forGroups(1, PUPILS);
            List<Window> later = List.of(Window.values());
            for (Window each : later.subList(later.indexOf(window), later.size())) {
                rule.yuan(each, "0.50");
            }
            at.site.rules(rule.rule());
            assertThat(said(at.ask(at.sale(seq++, pupil, 900))))
                    .isEqualTo("AMOUNT_LIMIT " + window);
        }
        at.site.rules();
        assertThat(said(at.ask(at.sale(seq++, pupil, 900)))).isEqualTo("INSUFFICIENT_BALANCE");
        assertThat(said(at.ask(at.sale(seq, pupil, 10)))).isEqualTo("taken 10+0");
    }

    /// Amounts of every window are too small, and so is that of one purchase.
    private static SampleRule everythingWrong() {
        SampleRule rule = SampleRule.forGroups(1, PUPILS).yuan(Window.PURCHASE, "1.00");
        for (Window window : List.of(Window.MEAL, Window.DAY, Window.WEEK, Window.MONTH)) {
            rule.yuan(window, "0.50");
        }
        return rule;
    }
}
