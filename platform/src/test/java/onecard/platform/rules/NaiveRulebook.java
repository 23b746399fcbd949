package onecard.platform.rules;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.Refusal;
import onecard.vocabulary.Window;

/// The rules once more, written as the decisions put them, without care for speed: every objection
/// is collected, sorted, and the first one answers. It shares no line with [Rulebook].
final class NaiveRulebook {
    private static final List<Window> WINDOWS =
            List.of(Window.MEAL, Window.DAY, Window.WEEK, Window.MONTH);

    record Objection(
            int rank, Refusal code, Window window, long left, long limit, long used, Rule rule) {}

    record Answer(
            List<Objection> objections, long gross, long discount, long surcharge, long net) {}

    private final List<Rule> rules;

    NaiveRulebook(List<Rule> rules) {
        this.rules = rules;
    }

    Answer decide(Facts facts) {
        Occasion o = facts.occasion();
        List<Rule> own = rules.stream().filter(r -> isForGroup(r, o)).toList();
        List<Rule> mine =
                own.isEmpty()
                        ? rules.stream().filter(r -> r.whom().groups().isEmpty()).toList()
                        : own;
        List<Rule> inForce =
                mine.stream().filter(r -> valid(r, o) && weekday(r, o) && place(r, o)).toList();
        List<Rule> matching = inForce.stream().filter(r -> hour(r, o)).toList();
        long[] price = price(facts, matching);
        var objections = new ArrayList<Objection>();
        for (Rule r : inForce) {
            if (r.when().onlyThen() && !hour(r, o)) {
                objections.add(
                        new Objection(0, Refusal.OUTSIDE_TIME_WINDOW, Window.PURCHASE, 0, 0, 0, r));
            }
        }
        for (Rule r : matching) {
            if (facts.mode() != Mode.COUNT && r.perPurchase().isPresent()) {
                long most = r.perPurchase().get().cents();
                if (price[3] > most) {
                    objections.add(
                            new Objection(
                                    5, Refusal.PURCHASE_LIMIT, Window.PURCHASE, most, most, 0, r));
                }
            }
            for (Limit l : r.limits()) {
                UsedUp used = facts.usage().of(new Counter(l.id(), span(l.window(), o)));
                int nth = WINDOWS.indexOf(l.window());
                if (l.count().isPresent() && used.count() >= l.count().getAsInt()) {
                    objections.add(
                            new Objection(
                                    1 + nth,
                                    Refusal.COUNT_LIMIT,
                                    l.window(),
                                    0,
                                    l.count().getAsInt(),
                                    used.count(),
                                    r));
                }
                if (facts.mode() != Mode.COUNT && l.amount().isPresent()) {
                    long most = l.amount().get().cents();
                    long left = Math.max(0, most - used.net().cents());
                    if (price[3] > left) {
                        objections.add(
                                new Objection(
                                        6 + nth,
                                        Refusal.AMOUNT_LIMIT,
                                        l.window(),
                                        left,
                                        most,
                                        used.net().cents(),
                                        r));
                    }
                }
            }
        }
        objections.sort(
                Comparator.comparingInt(Objection::rank)
                        .thenComparingLong(Objection::left)
                        .thenComparingLong(Objection::limit)
                        .thenComparing(Objection::used, Comparator.reverseOrder())
                        .thenComparingInt(x -> x.rule().order())
                        .thenComparingInt(x -> x.rule().id().value()));
        return new Answer(objections, price[0], price[1], price[2], price[3]);
    }

    private static long[] price(Facts f, List<Rule> matching) {
        if (f.mode() == Mode.COUNT) {
            return new long[] {0, 0, 0, 0};
        }
        long gross = f.keyed().cents();
        long net = gross;
        boolean first = true;
        for (Rule r :
                matching.stream()
                        .sorted(Comparator.comparingInt(Rule::order).thenComparing(Rule::id))
                        .toList()) {
            long[] candidate =
                    switch (r.pricing().orElse(null)) {
                        case null -> null;
                        case Pricing.Discount d ->
                                new long[] {f.keyed().cents(), part(f.keyed(), d.basisPoints())};
                        case Pricing.Fixed x -> new long[] {x.price().cents(), x.price().cents()};
                        case Pricing.ByMealNumber by -> {
                            Limit meal =
                                    r.limits().stream()
                                            .filter(l -> l.window() == Window.MEAL)
                                            .findFirst()
                                            .orElseThrow();
                            Counter counter =
                                    new Counter(meal.id(), span(Window.MEAL, f.occasion()));
                            int before = f.usage().of(counter).count();
                            Money at =
                                    before < by.prices().size()
                                            ? by.prices().get(before)
                                            : by.then();
                            yield new long[] {at.cents(), at.cents()};
                        }
                        case Pricing.Surcharge _ -> null;
                    };
            if (candidate != null && (first || candidate[1] < net)) {
                gross = candidate[0];
                net = candidate[1];
                first = false;
            }
        }
        Money base = Money.ofCents(net);
        long surcharge =
                matching.stream()
                        .flatMap(r -> r.pricing().stream())
                        .filter(p -> p instanceof Pricing.Surcharge)
                        .mapToLong(p -> part(base, ((Pricing.Surcharge) p).basisPoints() - 10_000))
                        .filter(cents -> cents > 0)
                        .min()
                        .orElse(0);
        return new long[] {gross, gross - net, surcharge, net + surcharge};
    }

    private static long part(Money of, int basisPoints) {
        return (of.cents() * basisPoints + 5_000) / 10_000;
    }

    private static boolean isForGroup(Rule r, Occasion o) {
        return o.group().isPresent() && r.whom().groups().contains(o.group().get()) && valid(r, o);
    }

    private static boolean valid(Rule r, Occasion o) {
        return !r.when().from().filter(d -> d.isAfter(o.businessDay())).isPresent()
                && !r.when().to().filter(d -> d.isBefore(o.businessDay())).isPresent();
    }

    private static boolean weekday(Rule r, Occasion o) {
        return r.when().weekdays().isEmpty()
                || r.when().weekdays().contains(o.businessDay().getDayOfWeek());
    }

    private static boolean place(Rule r, Occasion o) {
        return (r.where().merchants().isEmpty() || r.where().merchants().contains(o.merchant()))
                && (r.where().terminals().isEmpty()
                        || r.where().terminals().contains(o.terminal()));
    }

    private static boolean hour(Rule r, Occasion o) {
        int now = o.at().toLocalTime().toSecondOfDay();
        return (r.when().meals().isEmpty()
                        || o.meal().filter(r.when().meals()::contains).isPresent())
                && (r.when().times().isEmpty()
                        || r.when().times().stream().anyMatch(t -> inside(now, t.from(), t.to())));
    }

    private static boolean inside(int now, LocalTime from, LocalTime to) {
        int length = Math.floorMod(to.toSecondOfDay() - from.toSecondOfDay(), 86_400);
        return Math.floorMod(now - from.toSecondOfDay(), 86_400) < length;
    }

    static Span span(Window window, Occasion o) {
        var day = o.businessDay();
        return switch (window) {
            case MEAL -> new Span(day, o.meal().isPresent() ? o.meal().get().value() : 0);
            case WEEK ->
                    new Span(
                            day.minusDays(
                                    day.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue()),
                            0);
            case MONTH -> new Span(day.minusDays(day.getDayOfMonth() - 1L), 0);
            case DAY, PURCHASE -> new Span(day, 0);
        };
    }
}
