package onecard.wire;

import java.util.Optional;
import onecard.vocabulary.Money;
import onecard.vocabulary.Refusal;
import onecard.vocabulary.Window;

/// The purchase is refused, and nothing was charged. The number is used up all the same.
///
/// @param refusal the first reason that applied
/// @param rule the rule that refused, where it was a rule
/// @param usage the limit that was reached, where it was a limit
/// @param rest the balances, where they did not suffice
public record Declined(
        Refusal refusal, Optional<RuleRef> rule, Optional<Usage> usage, Optional<Rest> rest)
        implements PurchaseDecision {

    /// Returns the refusal that no rule and no balance has to explain.
    public static Declined of(Refusal refusal) {
        return new Declined(refusal, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// A rule by its number and the name the canteen gave it.
    ///
    /// @param id 1 or more
    public record RuleRef(long id, String name) {
        public RuleRef {
            Limits.requireBetween("A rule's id", 1, Long.MAX_VALUE, id);
            Limits.requireText(name, Limits.MAX_RULE_NAME_CHARS);
        }
    }

    /// A limit and how far it is used up: cents for amounts, pieces for counts, seconds for the
    /// repeat interval.
    ///
    /// @param window what it counts over; absent for the repeat interval
    public record Usage(Optional<Window> window, long limit, long used, long left) {}

    /// What lies in the purses.
    public record Rest(Money cashLeft, Money subsidyLeft) {}
}
