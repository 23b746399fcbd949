package onecard.platform.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onecard.platform.merchants.MealId;
import onecard.platform.merchants.MerchantId;
import onecard.platform.people.GroupId;
import onecard.vocabulary.Money;
import onecard.vocabulary.Window;

/// A trade rule as somebody writes it down. It may still be nonsense: [Rules] says so, field by
/// field.
///
/// @param name unique among the rules, at most 64 characters
/// @param active whether it is switched on
/// @param order its place among the rules, for ties between prices
/// @param siteDefault whether it is for everybody without a rule, instead of for groups
/// @param merchants empty for all; so are terminals, meals, times and weekdays
/// @param onlyThen whether purchases outside the meals and times are refused
/// @param countLimits how many purchases per meal, day, week, month
/// @param amountLimits how much money per purchase, meal, day, week, month
public record RuleDraft(
        String name,
        boolean active,
        int order,
        boolean siteDefault,
        Set<GroupId> groups,
        Set<MerchantId> merchants,
        Set<Integer> terminals,
        Set<MealId> meals,
        List<Rule.Times> times,
        Set<DayOfWeek> weekdays,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo,
        boolean onlyThen,
        Map<Window, Integer> countLimits,
        Map<Window, Money> amountLimits,
        Optional<Pricing> pricing,
        Optional<Money> overdraft,
        Optional<Money> minimumBalance) {
    /// The longest name of a rule: terminals show it.
    public static final int NAME_MAX = 64;

    public RuleDraft {
        groups = Set.copyOf(groups);
        merchants = Set.copyOf(merchants);
        terminals = Set.copyOf(terminals);
        meals = Set.copyOf(meals);
        times = List.copyOf(times);
        weekdays = Set.copyOf(weekdays);
        countLimits = Map.copyOf(countLimits);
        amountLimits = Map.copyOf(amountLimits);
    }

    /// Returns an active rule for these groups that allows everything everywhere at the keyed
    /// price.
    public static RuleDraft forGroups(String name, GroupId... groups) {
        return blank(name, false, Set.of(groups));
    }

    /// Returns an active rule for everybody without another rule.
    public static RuleDraft siteDefault(String name) {
        return blank(name, true, Set.of());
    }

    private static RuleDraft blank(String name, boolean siteDefault, Set<GroupId> groups) {
        return new RuleDraft(
                name,
                true,
                0,
                siteDefault,
                groups,
                Set.of(),
                Set.of(),
                Set.of(),
                List.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// Returns this rule, acting only at these merchants and in these meals (empty: all).
    public RuleDraft at(Set<MerchantId> theseMerchants, Set<MealId> theseMeals) {
        return new RuleDraft(
                name,
                active,
                order,
                siteDefault,
                groups,
                theseMerchants,
                terminals,
                theseMeals,
                times,
                weekdays,
                validFrom,
                validTo,
                onlyThen,
                countLimits,
                amountLimits,
                pricing,
                overdraft,
                minimumBalance);
    }

    /// Returns this rule with these limits.
    public RuleDraft limited(Map<Window, Integer> counts, Map<Window, Money> amounts) {
        return new RuleDraft(
                name,
                active,
                order,
                siteDefault,
                groups,
                merchants,
                terminals,
                meals,
                times,
                weekdays,
                validFrom,
                validTo,
                onlyThen,
                counts,
                amounts,
                pricing,
                overdraft,
                minimumBalance);
    }

    /// Returns this rule with this price.
    public RuleDraft priced(Pricing price) {
        return new RuleDraft(
                name,
                active,
                order,
                siteDefault,
                groups,
                merchants,
                terminals,
                meals,
                times,
                weekdays,
                validFrom,
                validTo,
                onlyThen,
                countLimits,
                amountLimits,
                Optional.of(price),
                overdraft,
                minimumBalance);
    }
}
