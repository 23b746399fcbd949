package onecard.platform.rules;

import java.util.Optional;
import java.util.OptionalInt;
import onecard.vocabulary.Money;
import onecard.vocabulary.Window;

/// How often and for how much the purchases that a rule covers may happen in one kind of window. A
/// limit may have no bound at all: then it only counts, for a price by the number of the meal.
///
/// @param id what is counted
/// @param window meal, day, week or month
/// @param count how many purchases (限次)
/// @param amount how much money after discounts (限额)
public record Limit(LimitId id, Window window, OptionalInt count, Optional<Money> amount) {
    public Limit {
        if (window == Window.PURCHASE) {
            throw new IllegalArgumentException("The limit of one purchase needs no counter");
        }
        if (count.orElse(0) < 0 || amount.orElse(Money.ZERO).isNegative()) {
            throw new IllegalArgumentException("A limit is not below nothing");
        }
    }

    Counter counter(Occasion occasion) {
        return new Counter(id, Span.of(window, occasion));
    }
}
