package onecard.vocabulary;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// An amount of money in whole cents (分). Below zero is legal: store-and-forward may overdraw.
/// Whoever takes a *price* checks its sign where it enters.
///
/// Arithmetic is exact or loud: an overflow throws `ArithmeticException`, nothing is ever rounded
/// but by [#share], which says how.
///
/// @param cents the amount in cents
public record Money(long cents) implements Comparable<Money> {
    /// No money.
    public static final Money ZERO = new Money(0);

    /// One hundred per cent, in the unit [#share] takes.
    public static final int WHOLE_BP = 10_000;

    /// Returns the amount of so many cents.
    public static Money ofCents(long cents) {
        return cents == 0 ? ZERO : new Money(cents);
    }

    /// Returns the sum.
    public Money plus(Money other) {
        return new Money(Math.addExact(cents, other.cents));
    }

    /// Returns the difference.
    public Money minus(Money other) {
        return new Money(Math.subtractExact(cents, other.cents));
    }

    /// Returns the amount with the other sign.
    public Money negated() {
        return new Money(Math.negateExact(cents));
    }

    /// Returns so many basis points of this amount, halves rounded away from zero (四舍五入, `D-19`).
    public Money share(int basisPoints) {
        return new Money(
                BigDecimal.valueOf(cents)
                        .multiply(BigDecimal.valueOf(basisPoints))
                        .divide(BigDecimal.valueOf(WHOLE_BP), 0, RoundingMode.HALF_UP)
                        .longValueExact());
    }

    /// Returns the smaller of the two.
    public Money min(Money other) {
        return cents <= other.cents ? this : other;
    }

    /// Returns the larger of the two.
    public Money max(Money other) {
        return cents >= other.cents ? this : other;
    }

    /// Tells whether this is less than nothing.
    public boolean isNegative() {
        return cents < 0;
    }

    /// Tells whether this is more than nothing.
    public boolean isPositive() {
        return cents > 0;
    }

    /// Tells whether this is nothing.
    public boolean isZero() {
        return cents == 0;
    }

    /// Tells whether this is enough to pay the price.
    public boolean covers(Money price) {
        return cents >= price.cents;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }

    /// Returns the amount in yuan with two decimals and no grouping, `-12.30`; for logs and
    /// messages.
    @Override
    public String toString() {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
