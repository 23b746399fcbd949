package onecard.platform.purchases;

import static onecard.platform.purchases.KitchenScene.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import onecard.platform.cards.AccountState;
import onecard.platform.cards.CardState;
import onecard.platform.ledger.Tray;
import onecard.platform.rules.SampleRule;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseId;
import onecard.vocabulary.VoidReason;
import onecard.vocabulary.Window;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the kitchen promises, on whatever keeps its books: PostgreSQL, and the model of it that the
/// simulation uses.
abstract class KitchenContract {
    private static final int PUPILS = 1;
    private static final Instrument STRANGER = new Instrument.Card(Site.cardOf(9_999_999), false);

    abstract KitchenScene scene();

    // The same number again.

    @Test
    @DisplayName("W-01 the same number and content gets the same decision and costs nothing more")
    void the_same_again() {
        KitchenScene at = scene();
        int pupil = at.person(300, 1_000);
        Order.Sale sale = at.sale(1, pupil, 1_250);
        Outcome first = at.ask(sale);
        assertThat(said(first)).isEqualTo("taken 250+1000");
        assertThat(at.ask(sale)).isEqualTo(first);
        Order.Sale refused = at.sale(2, pupil, 51);
        Outcome no = at.ask(refused);
        assertThat(said(no)).isEqualTo("INSUFFICIENT_BALANCE");
        assertThat(at.serve(sale, refused, sale)).containsExactly(first, no, first);
        assertThat(at.purses(pupil)).isEqualTo("50/0");
        assertThat(at.rows()).hasSize(2);
        assertThat(at.takings()).isEqualTo("1, 1250, 1");
    }

    @Test
    @DisplayName("W-01 twice on one tray is decided once")
    void twice_on_one_tray() {
        KitchenScene at = scene();
        int pupil = at.person(900, 0);
        Order.Sale sale = at.sale(1, pupil, 300);
        List<Outcome> outcomes = at.serve(sale, sale, sale);
        assertThat(said(outcomes.getFirst())).isEqualTo("taken 300+0");
        assertThat(outcomes).containsOnly(outcomes.getFirst());
        assertThat(at.purses(pupil)).isEqualTo("600/0");
    }

    /// What can differ under one number.
    enum Other {
        AMOUNT,
        MODE,
        CARD,
        TIME;

        Order.Sale than(Order.Sale s) {
            return switch (this) {
                case AMOUNT -> with(s, s.mode(), s.instrument(), 301, Duration.ZERO);
                case MODE -> with(s, Mode.FIXED_AMOUNT, s.instrument(), 300, Duration.ZERO);
                case CARD -> with(s, s.mode(), STRANGER, 300, Duration.ZERO);
                case TIME -> with(s, s.mode(), s.instrument(), 300, Duration.ofSeconds(1));
            };
        }

        private static Order.Sale with(
                Order.Sale s, Mode mode, Instrument instrument, long cents, Duration later) {
            return new Order.Sale(
                    s.id(),
                    mode,
                    instrument,
                    Money.ofCents(cents),
                    s.terminalTime().plus(later),
                    s.arrivedAt());
        }
    }

    @ParameterizedTest(name = "another {0}")
    @EnumSource(Other.class)
    @DisplayName(
            "W-01 the same number with other content is neither charged nor answered as a repeat")
    void other_content(Other other) {
        KitchenScene at = scene();
        int pupil = at.person(900, 0);
        Order.Sale sale = at.sale(1, pupil, 300);
        Outcome first = at.ask(sale);
        assertThat(said(at.ask(other.than(sale)))).isEqualTo("other content");
        assertThat(said(at.serve(at.sale(2, pupil, 100), other.than(sale))))
                .containsExactly("taken 100+0", "other content");
        assertThat(at.ask(sale)).isEqualTo(first);
        assertThat(at.purses(pupil)).isEqualTo("500/0");
    }

    // Voids.

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
        Optional<java.time.Instant> before = at.lastPurchase(pupil);
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
            "D-12 the cash purse goes below nothing as far as the group's allowance, no further")
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

    private static void interval(KitchenScene at, Duration interval) {
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

    // Races, poison.

    /// Loses the race for the first so many trays, at the last moment.
    private static final class Racing implements TrayStore {
        private final TrayStore store;
        private int left;

        Racing(TrayStore store, int times) {
            this.store = store;
            this.left = times;
        }

        @Override
        public <T> T inTray(int strand, Function<OpenTray, T> work) {
            return store.inTray(strand, tray -> work.apply(new Losing(tray)));
        }

        private final class Losing extends ForwardingTray {
            Losing(OpenTray tray) {
                super(tray);
            }

            @Override
            public void settle(Tray tray, Settlement settlement) {
                super.settle(tray, settlement);
                if (left-- > 0) {
                    throw new LostRace("as the test wants");
                }
            }
        }
    }

    @Test
    @DisplayName("W-01 a tray that is run again begins anew with every field of its evaluation")
    void evaluation_begins_anew() {
        KitchenScene at = scene();
        interval(at, Duration.ZERO);
        at.site.rules(
                SampleRule.forGroups(1, PUPILS)
                        .times(Window.DAY, 2)
                        .yuan(Window.MEAL, "9.00")
                        .rule());
        int pupil = at.person(Optional.of(PUPILS), 1_000, 150);
        Order.Sale once = at.sale(1, pupil, 200);
        at.ask(once);
        var racing = new Racing(at.store(), 3);
        List<Outcome> outcomes =
                at.serve(
                        racing,
                        once,
                        at.sale(2, pupil, 300),
                        at.takeBack(1),
                        at.takeBack(3),
                        at.sale(3, pupil, 300),
                        at.sale(4, pupil, 400),
                        at.sale(5, pupil, 100));
        assertThat(said(outcomes))
                .containsExactly(
                        "taken 50+150",
                        "taken 300+0",
                        "voided 200",
                        "nothing charged",
                        "NUMBER_BURNT",
                        "taken 250+150",
                        "COUNT_LIMIT DAY");
        assertThat(racing.left).isLessThan(0);
        assertThat(at.purses(pupil)).isEqualTo("450/0");
        assertThat(at.used(pupil)).isEqualTo("[101: 2, 700, 102: 2, 700]");
        assertThat(at.takings()).isEqualTo("2, 700, 1");
        assertThat(at.rows()).hasSize(6);
        at.rows().forEach(row -> assertThat(row.number() & 0x3FFF).isLessThan(20));
    }

    @Test
    @DisplayName("W-01 who loses every race is served alone, or told nothing")
    void lost_for_ever() {
        KitchenScene at = scene();
        int pupil = at.person(900, 0);
        var racing = new Racing(at.store(), Integer.MAX_VALUE);
        assertThat(said(at.serve(racing, at.sale(1, pupil, 100), at.sale(2, pupil, 100))))
                .containsExactly("unknown contention", "unknown contention");
        assertThat(at.purses(pupil)).isEqualTo("900/0");
        assertThat(at.rows()).isEmpty();
        assertThat(at.takings()).isEqualTo("0, 0, 0");
        var thriceLost = new Racing(at.store(), TrayRun.RACES_MAX);
        assertThat(said(at.serve(thriceLost, at.sale(1, pupil, 100), at.sale(2, pupil, 100))))
                .containsExactly("taken 100+0", "REPEAT_TOO_SOON");
    }

    @Test
    @DisplayName("W-01 a poisoned request alone is refused by name, its neighbours are booked")
    void a_poisoned_request() {
        KitchenScene at = scene();
        int pupil = at.person(100_000, 0);
        int other = at.person(900, 0);
        int third = at.person(900, 0);
        Order.Sale poisoned = at.sale(2, pupil, ModelStore.POISON);
        List<Outcome> outcomes = at.serve(at.sale(1, other, 100), poisoned, at.sale(3, third, 200));
        assertThat(said(outcomes)).containsExactly("taken 100+0", "NOT_BOOKABLE", "taken 200+0");
        assertThat(at.purses(pupil)).isEqualTo("100000/0");
        assertThat(at.purses(other)).isEqualTo("800/0");
        assertThat(at.purses(third)).isEqualTo("700/0");
        assertThat(at.ask(poisoned)).isEqualTo(outcomes.get(1));
        assertThat(at.rows()).hasSize(3);
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

        var before = at.site.rulebook();
        at.site.rules();
        assertThat(said(at.ask(at.sale(13, pupil, 1)))).isEqualTo("taken 1+0");
        at.clock.pass(Duration.ofSeconds(-8));
        at.site.rules(before.rule(new onecard.platform.rules.RuleId(1)).orElseThrow());
        assertThat(said(at.ask(at.sale(14, pupil, 900)))).isEqualTo("REPEAT_TOO_SOON");
        assertThat(said(at.ask(at.sale(15, pupil, 900)))).isEqualTo("OUTSIDE_TIME_WINDOW");
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
