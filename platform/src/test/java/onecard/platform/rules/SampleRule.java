package onecard.platform.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import onecard.platform.merchants.MealId;
import onecard.platform.merchants.MerchantId;
import onecard.platform.people.GroupId;
import onecard.vocabulary.Money;
import onecard.vocabulary.Window;

/// A rule in words, for tests: everything it does not say is open. The limit of rule 3 for a day
/// has the number 302, for a meal 301, for a week 303, for a month 304.
public final class SampleRule {
    private static final List<Window> WINDOWS = List.of(Window.values());

    private final int id;
    private int order;
    private Set<GroupId> groups = Set.of();
    private Set<MerchantId> merchants = Set.of();
    private Set<Integer> terminals = Set.of();
    private Set<MealId> meals = Set.of();
    private final List<Rule.Times> times = new ArrayList<>();
    private Set<DayOfWeek> weekdays = Set.of();
    private Optional<LocalDate> from = Optional.empty();
    private Optional<LocalDate> to = Optional.empty();
    private boolean onlyThen;
    private final List<Limit> limits = new ArrayList<>();
    private Optional<Money> perPurchase = Optional.empty();
    private Optional<Pricing> pricing = Optional.empty();
    private Optional<Money> overdraft = Optional.empty();
    private Optional<Money> minimumBalance = Optional.empty();

    private SampleRule(int id) {
        this.id = id;
        this.order = id;
    }

    public static SampleRule siteDefault(int id) {
        return new SampleRule(id);
    }

    public static SampleRule forGroups(int id, Integer... groups) {
        SampleRule rule = new SampleRule(id);
        rule.groups = Set.copyOf(List.of(groups).stream().map(GroupId::new).distinct().toList());
        return rule;
    }

    public SampleRule order(int number) {
        order = number;
        return this;
    }

    public SampleRule at(Integer... these) {
        merchants = Set.copyOf(List.of(these).stream().map(MerchantId::new).distinct().toList());
        return this;
    }

    public SampleRule atTerminals(Integer... these) {
        terminals = Set.copyOf(List.of(these));
        return this;
    }

    public SampleRule inMeals(Integer... these) {
        meals = Set.copyOf(List.of(these).stream().map(MealId::new).distinct().toList());
        return this;
    }

    public SampleRule between(String begin, String end) {
        times.add(new Rule.Times(LocalTime.parse(begin), LocalTime.parse(end)));
        return this;
    }

    public SampleRule on(DayOfWeek... these) {
        weekdays = Set.copyOf(List.of(these));
        return this;
    }

    public SampleRule from(String day) {
        from = Optional.of(LocalDate.parse(day));
        return this;
    }

    public SampleRule to(String day) {
        to = Optional.of(LocalDate.parse(day));
        return this;
    }

    public SampleRule onlyThen() {
        onlyThen = true;
        return this;
    }

    public SampleRule times(Window window, int most) {
        Limit old = take(window);
        limits.add(new Limit(old.id(), window, OptionalInt.of(most), old.amount()));
        return this;
    }

    public SampleRule yuan(Window window, String most) {
        if (window == Window.PURCHASE) {
            perPurchase = Optional.of(money(most));
            return this;
        }
        Limit old = take(window);
        limits.add(new Limit(old.id(), window, old.count(), Optional.of(money(most))));
        return this;
    }

    public SampleRule counting(Window window) {
        limits.add(take(window));
        return this;
    }

    public SampleRule priced(Pricing how) {
        pricing = Optional.of(how);
        return this;
    }

    public SampleRule overdraft(String most) {
        overdraft = Optional.of(money(most));
        return this;
    }

    public SampleRule minimumBalance(String least) {
        minimumBalance = Optional.of(money(least));
        return this;
    }

    public Rule rule() {
        return new Rule(
                new RuleId(id),
                "rule " + id,
                order,
                new Rule.Whom(groups, groups.isEmpty()),
                new Rule.Where(merchants, terminals),
                new Rule.When(meals, times, weekdays, from, to, onlyThen),
                limits,
                perPurchase,
                pricing,
                overdraft,
                minimumBalance);
    }

    public static Money money(String yuan) {
        return new Money(new java.math.BigDecimal(yuan).movePointRight(2).longValueExact());
    }

    private Limit take(Window window) {
        Limit old =
                limits.stream()
                        .filter(limit -> limit.window() == window)
                        .findFirst()
                        .orElse(
                                new Limit(
                                        new LimitId(id * 100 + WINDOWS.indexOf(window)),
                                        window,
                                        OptionalInt.empty(),
                                        Optional.empty()));
        limits.remove(old);
        return old;
    }
}
