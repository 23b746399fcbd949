package onecard.platform.rules;

import java.util.List;
import java.util.Optional;
import onecard.vocabulary.Money;
import onecard.vocabulary.Refusal;
import onecard.vocabulary.Window;

/// What the rules say to a purchase.
public sealed interface Verdict {
    /// Returns what the purchase costs, or would have cost.
    Price price();

    /// The rules have nothing against it.
    ///
    /// @param price what to charge
    /// @param cash how far down the cash purse may go for it
    /// @param toCount the counters that grow by this purchase: by one, and by the net amount
    record Allowed(Price price, CashTerms cash, List<Counter> toCount) implements Verdict {}

    /// A rule forbids it.
    ///
    /// @param code [Refusal#OUTSIDE_TIME_WINDOW], [Refusal#COUNT_LIMIT], [Refusal#PURCHASE_LIMIT]
    ///   or [Refusal#AMOUNT_LIMIT]
    /// @param rule the rule that forbids it; of several the strictest
    /// @param reached the limit that stands in the way; absent outside the allowed times
    record Refused(Price price, Refusal code, RuleId rule, Optional<Reached> reached)
            implements Verdict {}

    /// A limit that leaves too little: purchases for [Refusal#COUNT_LIMIT], else cents.
    ///
    /// @param limit how much the rule allows
    /// @param used how much of it was used before this purchase
    /// @param left how much was left, never below nothing
    record Reached(Window window, long limit, long used, long left) {
        static Reached ofCount(Window window, int limit, int used) {
            return new Reached(window, limit, used, Math.max((long) limit - used, 0));
        }

        static Reached ofAmount(Window window, Money limit, Money used) {
            Money left = limit.minus(used).max(Money.ZERO);
            return new Reached(window, limit.cents(), used.cents(), left.cents());
        }
    }
}
