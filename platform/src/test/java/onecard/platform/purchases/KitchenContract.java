package onecard.platform.purchases;

import static onecard.platform.purchases.KitchenScene.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import onecard.platform.ledger.Tray;
import onecard.platform.rules.SampleRule;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseId;
import onecard.vocabulary.Window;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the kitchen promises, on whatever keeps its books: PostgreSQL, and the model of it that the
/// simulation uses.
abstract class KitchenContract extends VoidContract {
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
    @DisplayName("D-20 M-034 the repeat interval holds over all terminals, also in one tray")
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
}
