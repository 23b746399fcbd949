package onecard.simulator;

import onecard.vocabulary.Money;

/// The accepted purchases of a day and what they charged, without what was voided (`M-039`).
public record Totals(int count, Money sum) {
    /// A day without a purchase.
    public static final Totals NONE = new Totals(0, Money.ZERO);

    Totals plus(Money charged) {
        return new Totals(count + 1, sum.plus(charged));
    }

    Totals plus(Totals other) {
        return new Totals(count + other.count, sum.plus(other.sum));
    }

    Totals minus(Money charged) {
        return new Totals(count - 1, sum.minus(charged));
    }
}
