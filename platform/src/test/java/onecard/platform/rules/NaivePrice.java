package onecard.platform.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.Window;

/// The price once more, in cents.
record NaivePrice(long gross, long discount, long surcharge, long net) {

    private record Candidate(long gross, long net) {}

    static NaivePrice of(Facts facts, List<Rule> matching) {
        if (facts.mode() == Mode.COUNT) {
            return new NaivePrice(0, 0, 0, 0);
        }
        long keyed = facts.keyed().cents();
        Candidate best =
                matching.stream()
                        .sorted(Comparator.comparingInt(Rule::order).thenComparing(Rule::id))
                        .flatMap(rule -> candidate(facts, rule).stream())
                        .min(Comparator.comparingLong(Candidate::net))
                        .orElse(new Candidate(keyed, keyed));
        long surcharge =
                matching.stream()
                        .flatMap(rule -> rule.pricing().stream())
                        .filter(pricing -> pricing instanceof Pricing.Surcharge)
                        .mapToLong(pricing ->
                                share(
                                        best.net(),
                                        ((Pricing.Surcharge) pricing).basisPoints() - 10_000))
                        .filter(cents -> cents > 0)
                        .min()
                        .orElse(0);
        return new NaivePrice(
                best.gross(), best.gross() - best.net(), surcharge, best.net() + surcharge);
    }

    private static Optional<Candidate> candidate(Facts facts, Rule rule) {
        long keyed = facts.keyed().cents();
        return switch (rule.pricing().orElse(null)) {
            case null -> Optional.empty();
            case Pricing.Discount(int share) ->
                    Optional.of(new Candidate(keyed, share(keyed, share)));
            case Pricing.Fixed(Money price) ->
                    Optional.of(new Candidate(price.cents(), price.cents()));
            case Pricing.ByMealNumber(var prices, var then) -> {
                int before = boughtInMeal(facts, rule);
                Money price = before < prices.size() ? prices.get(before) : then;
                yield Optional.of(new Candidate(price.cents(), price.cents()));
            }
            case Pricing.Surcharge _ -> Optional.empty();
        };
    }

    private static int boughtInMeal(Facts facts, Rule rule) {
        Span span = new NaiveScope(facts.occasion()).span(Window.MEAL);
        return rule.limits().stream()
                .filter(limit -> limit.window() == Window.MEAL)
                .mapToInt(limit -> facts.usage().of(new Counter(limit.id(), span)).count())
                .sum();
    }

    private static long share(long cents, int basisPoints) {
        return (cents * basisPoints + 5_000) / 10_000;
    }
}
