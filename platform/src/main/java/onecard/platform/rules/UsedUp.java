package onecard.platform.rules;

import onecard.vocabulary.Money;

/// What was bought in the span of a limit.
///
/// @param count how many purchases
/// @param net what they came to after discounts
public record UsedUp(int count, Money net) {
    /// Nothing was bought.
    public static final UsedUp NOTHING = new UsedUp(0, Money.ZERO);

    /// Returns this with one purchase more.
    public UsedUp plus(Money price) {
        return new UsedUp(Math.addExact(count, 1), net.plus(price));
    }
}
