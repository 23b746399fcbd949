package onecard.platform.purchases;

import static onecard.platform.purchases.KitchenScene.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import onecard.platform.cards.AccountState;
import onecard.platform.cards.CardState;
import onecard.platform.rules.RuleId;
import onecard.platform.rules.SampleRule;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Window;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What the kitchen promises of refusals: of everything that is wrong, the first of the documented
/// order answers.
abstract class RefusalContract {
    static final int PUPILS = 1;
    static final Instrument STRANGER = new Instrument.Card(Site.cardOf(9_999_999), false);

    abstract KitchenScene scene();

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
        cards_in_their_order(at, pupil);
        at.site.validUntil(card, LocalDate.of(2026, 3, 31));
        assertThat(said(at.ask(at.sale(11, pupil, 900)))).isEqualTo("ACCOUNT_CLOSED");
        at.site.account(pupil, AccountState.FROZEN);
        assertThat(said(at.ask(at.sale(12, pupil, 900)))).isEqualTo("ACCOUNT_FROZEN");
        at.site.account(pupil, AccountState.OPEN);

        var before = at.site.rulebook();
        at.site.rules();
        assertThat(said(at.ask(at.sale(13, pupil, 1)))).isEqualTo("taken 1+0");
        at.clock.pass(Duration.ofSeconds(-8));
        at.site.rules(before.rule(new RuleId(1)).orElseThrow());
        assertThat(said(at.ask(at.sale(14, pupil, 900)))).isEqualTo("REPEAT_TOO_SOON");
        assertThat(said(at.ask(at.sale(15, pupil, 900)))).isEqualTo("OUTSIDE_TIME_WINDOW");
    }

    private static void cards_in_their_order(KitchenScene at, int pupil) {
        var card = Site.cardOf(pupil);
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
