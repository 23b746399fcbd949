package onecard.platform.rules;

import java.util.List;
import java.util.Optional;
import onecard.vocabulary.Money;
import onecard.vocabulary.Window;

/// Makes the price of one purchase from the rules that cover it (`D-18`, `D-19`).
final class Pricer {
    private final Facts facts;

    Pricer(Facts facts) {
        this.facts = facts;
    }

    /// Returns the lowest candidate and, on top of it, the lowest surcharge; of equal ones the
    /// first by the order of the list.
    Price priceBy(List<Rule> rules) {
        Price best = keyed();
        boolean priced = false;
        for (Rule rule : rules) {
            Optional<Price> candidate = candidate(rule);
            if (candidate.isPresent()
                    && (!priced || candidate.get().net().compareTo(best.net()) < 0)) {
                best = candidate.get();
                priced = true;
            }
        }
        return withSurcharge(best, rules);
    }

    private Price keyed() {
        return new Price(
                facts.keyed(), Money.ZERO, Optional.empty(), facts.keyed(), Optional.empty());
    }

    private Optional<Price> candidate(Rule rule) {
        if (rule.pricing().isEmpty()) {
            return Optional.empty();
        }
        return switch (rule.pricing().get()) {
            case Pricing.Discount(int basisPoints) -> Optional.of(discounted(basisPoints, rule));
            case Pricing.Fixed(Money price) -> Optional.of(replaced(price, rule));
            case Pricing.ByMealNumber by ->
                    Optional.of(replaced(by.priceOf(numberInMeal(rule)), rule));
            case Pricing.Surcharge _ -> Optional.empty();
        };
    }

    private Price discounted(int basisPoints, Rule rule) {
        Money net = facts.keyed().share(basisPoints);
        return new Price(
                facts.keyed(),
                facts.keyed().minus(net),
                Optional.empty(),
                net,
                Optional.of(rule.id()));
    }

    private static Price replaced(Money price, Rule rule) {
        return new Price(price, Money.ZERO, Optional.empty(), price, Optional.of(rule.id()));
    }

    private int numberInMeal(Rule rule) {
        for (Limit limit : rule.limits()) {
            if (limit.window() == Window.MEAL) {
                Counter counter = limit.counter(facts.occasion());
                return Math.addExact(Math.max(facts.usage().of(counter).count(), 0), 1);
            }
        }
        throw new IllegalStateException("The rule " + rule.id() + " counts no meals");
    }

    private static Price withSurcharge(Price price, List<Rule> rules) {
        Optional<Price.Surcharge> lowest = Optional.empty();
        for (Rule rule : rules) {
            if (rule.pricing().orElse(null) instanceof Pricing.Surcharge surcharge) {
                Money amount = surcharge.on(price.net());
                if (amount.isPositive()
                        && (lowest.isEmpty() || amount.compareTo(lowest.get().amount()) < 0)) {
                    lowest =
                            Optional.of(
                                    new Price.Surcharge(amount, surcharge.account(), rule.id()));
                }
            }
        }
        if (lowest.isEmpty()) {
            return price;
        }
        return new Price(
                price.gross(),
                price.discount(),
                lowest,
                price.net().plus(lowest.get().amount()),
                price.rule());
    }
}
