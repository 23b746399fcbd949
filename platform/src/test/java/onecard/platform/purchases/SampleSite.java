package onecard.platform.purchases;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import onecard.platform.rules.Pricing;
import onecard.platform.rules.Rule;
import onecard.platform.rules.SampleRule;
import onecard.platform.system.PurseOrder;
import onecard.platform.system.SiteSettings;
import onecard.vocabulary.Money;
import onecard.vocabulary.Window;

/// Settings and rules of the kinds that schools and companies have, drawn by chance.
final class SampleSite {
    private SampleSite() {}

    static SiteSettings settings(SplittableRandom random) {
        SiteSettings usual = SiteSettings.defaults();
        int[] seconds = {0, 5, 5, 60};
        return new SiteSettings(
                "Sample school",
                usual.wording(),
                usual.zone(),
                random.nextBoolean() ? LocalTime.MIDNIGHT : LocalTime.of(3, 0),
                random.nextBoolean() ? PurseOrder.SUBSIDY_FIRST : PurseOrder.CASH_FIRST,
                Duration.ofSeconds(seconds[random.nextInt(seconds.length)]),
                false,
                usual.maxBalance(),
                usual.maxBalanceOf(),
                usual.antiNfc(),
                usual.cashierVoidWindow(),
                usual.otherInstrumentsSurviveLoss(),
                usual.undoWindow(),
                usual.sessionIdle());
    }

    static Rule[] rules(SplittableRandom random) {
        var some = new ArrayList<Rule>();
        for (SampleRule rule : rules()) {
            if (random.nextInt(3) > 0) {
                some.add(rule.rule());
            }
        }
        return some.toArray(Rule[]::new);
    }

    private static List<SampleRule> rules() {
        return List.of(
                SampleRule.forGroups(1, 1, 2)
                        .times(Window.MEAL, 2)
                        .times(Window.DAY, 4)
                        .yuan(Window.DAY, "40.00"),
                SampleRule.forGroups(2, 2)
                        .times(Window.WEEK, 12)
                        .times(Window.MONTH, 30)
                        .yuan(Window.WEEK, "150.00")
                        .yuan(Window.MEAL, "21.00"),
                SampleRule.forGroups(3, 1).inMeals(Site.LUNCH).priced(new Pricing.Discount(8_850)),
                SampleRule.forGroups(4, 3)
                        .counting(Window.MEAL)
                        .priced(
                                new Pricing.ByMealNumber(
                                        List.of(Money.ofCents(300), Money.ofCents(777)),
                                        Money.ofCents(1_500))),
                SampleRule.siteDefault(5).times(Window.DAY, 5).yuan(Window.PURCHASE, "22.00"),
                SampleRule.forGroups(6, 2).overdraft("10.00"),
                SampleRule.forGroups(7, 3).minimumBalance("2.00"),
                SampleRule.forGroups(8, 1, 2, 3).between("05:30", "22:30").onlyThen(),
                SampleRule.forGroups(9, 3).at(2).priced(new Pricing.Surcharge(11_050, "packing")),
                SampleRule.forGroups(10, 1)
                        .atTerminals(1)
                        .priced(new Pricing.Fixed(Money.ofCents(333))));
    }
}
