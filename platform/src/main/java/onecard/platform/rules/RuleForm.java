package onecard.platform.rules;

import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import onecard.platform.merchants.MealId;
import onecard.platform.merchants.MerchantId;
import onecard.platform.people.GroupId;
import onecard.vocabulary.Money;
import onecard.vocabulary.Window;

/// A rule in plain values, as it travels over the API and as it is stored. [RuleCheck] says what is
/// wrong with one; after it [#draft] cannot fail.
///
/// @param order its place among the rules, for ties between prices
/// @param siteDefault whether it is for everybody without a rule, instead of for `groups`
/// @param merchants empty for all; so are terminals, meals, times and weekdays
/// @param weekdays 1 is Monday
/// @param allowedOnlyInTimes whether purchases outside meals and times are refused
record RuleForm(
        @NotNull String name,
        boolean active,
        int order,
        boolean siteDefault,
        @NotNull List<Integer> groups,
        @NotNull List<Integer> merchants,
        @NotNull List<Integer> terminals,
        @NotNull List<Integer> meals,
        @NotNull List<Stretch> times,
        @NotNull List<Integer> weekdays,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo,
        boolean allowedOnlyInTimes,
        @NotNull Counts countLimits,
        @NotNull Amounts amountLimits,
        Optional<PriceForm> price,
        Optional<Long> overdraftCents,
        Optional<Long> minimumBalanceCents) {

    /// A stretch of the day.
    record Stretch(@NotNull LocalTime from, @NotNull LocalTime to) {}

    /// How many purchases per window.
    record Counts(
            Optional<Integer> meal,
            Optional<Integer> day,
            Optional<Integer> week,
            Optional<Integer> month) {
        Map<Window, Integer> byWindow() {
            var limits = new EnumMap<Window, Integer>(Window.class);
            meal.ifPresent(most -> limits.put(Window.MEAL, most));
            day.ifPresent(most -> limits.put(Window.DAY, most));
            week.ifPresent(most -> limits.put(Window.WEEK, most));
            month.ifPresent(most -> limits.put(Window.MONTH, most));
            return limits;
        }

        static Counts of(Map<Window, Integer> limits) {
            Function<Window, Optional<Integer>> most =
                    window -> Optional.ofNullable(limits.get(window));
            return new Counts(
                    most.apply(Window.MEAL),
                    most.apply(Window.DAY),
                    most.apply(Window.WEEK),
                    most.apply(Window.MONTH));
        }
    }

    /// How much money per window, in cents.
    record Amounts(
            Optional<Long> purchase,
            Optional<Long> meal,
            Optional<Long> day,
            Optional<Long> week,
            Optional<Long> month) {
        Map<Window, Long> byWindow() {
            var limits = new EnumMap<Window, Long>(Window.class);
            purchase.ifPresent(most -> limits.put(Window.PURCHASE, most));
            meal.ifPresent(most -> limits.put(Window.MEAL, most));
            day.ifPresent(most -> limits.put(Window.DAY, most));
            week.ifPresent(most -> limits.put(Window.WEEK, most));
            month.ifPresent(most -> limits.put(Window.MONTH, most));
            return limits;
        }

        static Amounts of(Map<Window, Money> limits) {
            Function<Window, Optional<Long>> most =
                    window -> Optional.ofNullable(limits.get(window)).map(Money::cents);
            return new Amounts(
                    most.apply(Window.PURCHASE),
                    most.apply(Window.MEAL),
                    most.apply(Window.DAY),
                    most.apply(Window.WEEK),
                    most.apply(Window.MONTH));
        }
    }

    static RuleForm of(RuleDraft draft) {
        return new RuleForm(
                draft.name(),
                draft.active(),
                draft.order(),
                draft.siteDefault(),
                sorted(draft.groups(), GroupId::value),
                sorted(draft.merchants(), MerchantId::value),
                sorted(draft.terminals(), terminal -> terminal),
                sorted(draft.meals(), MealId::value),
                draft.times().stream().map(each -> new Stretch(each.from(), each.to())).toList(),
                sorted(draft.weekdays(), DayOfWeek::getValue),
                draft.validFrom(),
                draft.validTo(),
                draft.onlyThen(),
                Counts.of(draft.countLimits()),
                Amounts.of(draft.amountLimits()),
                draft.pricing().map(PriceForm::of),
                draft.overdraft().map(Money::cents),
                draft.minimumBalance().map(Money::cents));
    }

    private static <T> List<Integer> sorted(Collection<T> things, Function<T, Integer> number) {
        return things.stream().map(number).sorted().toList();
    }

    RuleDraft draft() {
        var amounts = new EnumMap<Window, Money>(Window.class);
        amountLimits.byWindow().forEach((window, most) -> amounts.put(window, Money.ofCents(most)));
        return new RuleDraft(
                name,
                active,
                order,
                siteDefault,
                groups.stream().map(GroupId::new).collect(Collectors.toSet()),
                merchants.stream().map(MerchantId::new).collect(Collectors.toSet()),
                terminals.stream().collect(Collectors.toSet()),
                meals.stream().map(MealId::new).collect(Collectors.toSet()),
                times.stream().map(each -> new Rule.Times(each.from(), each.to())).toList(),
                weekdays.stream().map(DayOfWeek::of).collect(Collectors.toSet()),
                validFrom,
                validTo,
                allowedOnlyInTimes,
                countLimits.byWindow(),
                amounts,
                price.map(PriceForm::pricing),
                overdraftCents.map(Money::ofCents),
                minimumBalanceCents.map(Money::ofCents));
    }

    /// What a rule does to the price; which of the fields count depends on the kind.
    ///
    /// @param basisPoints of a discount the share that is paid, 9,000 for 九折; of a surcharge the
    ///   price with it, 11,000 for a tenth on top
    /// @param cents of a fixed price that price; of prices by the number of the meal the first, the
    ///   second …
    /// @param thenCents the price of every later purchase of the meal
    /// @param account what the surcharge is for, in words
    record PriceForm(
            @NotNull Kind kind,
            Optional<Integer> basisPoints,
            Optional<List<Long>> cents,
            Optional<Long> thenCents,
            Optional<String> account) {
        enum Kind {
            DISCOUNT,
            FIXED,
            BY_MEAL_NUMBER,
            SURCHARGE
        }

        static PriceForm of(Pricing pricing) {
            return switch (pricing) {
                case Pricing.Discount(int share) ->
                        form(Kind.DISCOUNT, Optional.of(share), List.of());
                case Pricing.Fixed(Money price) ->
                        form(Kind.FIXED, Optional.empty(), List.of(price));
                case Pricing.ByMealNumber(var prices, var then) ->
                        new PriceForm(
                                Kind.BY_MEAL_NUMBER,
                                Optional.empty(),
                                Optional.of(prices.stream().map(Money::cents).toList()),
                                Optional.of(then.cents()),
                                Optional.empty());
                case Pricing.Surcharge(int share, String account) ->
                        new PriceForm(
                                Kind.SURCHARGE,
                                Optional.of(share),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(account));
            };
        }

        private static PriceForm form(Kind kind, Optional<Integer> share, List<Money> prices) {
            return new PriceForm(
                    kind,
                    share,
                    Optional.of(prices.stream().map(Money::cents).toList())
                            .filter(each -> !each.isEmpty()),
                    Optional.empty(),
                    Optional.empty());
        }

        Pricing pricing() {
            List<Money> prices = new ArrayList<>();
            cents.ifPresent(each -> each.forEach(price -> prices.add(Money.ofCents(price))));
            return switch (kind) {
                case DISCOUNT -> new Pricing.Discount(basisPoints.orElseThrow());
                case FIXED -> new Pricing.Fixed(prices.getFirst());
                case BY_MEAL_NUMBER ->
                        new Pricing.ByMealNumber(prices, Money.ofCents(thenCents.orElseThrow()));
                case SURCHARGE ->
                        new Pricing.Surcharge(basisPoints.orElseThrow(), account.orElseThrow());
            };
        }
    }
}
