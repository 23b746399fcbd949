package onecard.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/// Who buys next. A subsidy that does not pay a whole meal is gone after one purchase from both
/// purses, so those who have one come in a random order, each once; the others come again and
/// again.
final class Buyers {
    private final int[] withCash;
    private final int[] withSubsidy;
    private final AtomicInteger spent;

    /// @param withCash people without a subsidy
    /// @param withSubsidy people with one, in the order in which they come
    Buyers(int[] withCash, int[] withSubsidy) {
        this(withCash, withSubsidy, new AtomicInteger());
    }

    private Buyers(int[] withCash, int[] withSubsidy, AtomicInteger spent) {
        this.withCash = withCash;
        this.withSubsidy = withSubsidy;
        this.spent = spent;
    }

    /// How many can still buy from both purses.
    int left() {
        return Math.max(withSubsidy.length - spent.get(), 0);
    }

    /// Returns somebody who pays from both purses, or, when all subsidies are spent, from one.
    int withBothPurses(SplittableRandom choice) {
        int next = spent.getAndIncrement();
        return next < withSubsidy.length ? withSubsidy[next] : withCash(choice);
    }

    /// Returns somebody whose subsidy is spent, or who never had one.
    int withCash(SplittableRandom choice) {
        int gone = Math.min(spent.get(), withSubsidy.length);
        int one = choice.nextInt(withCash.length + gone);
        return one < withCash.length ? withCash[one] : withSubsidy[one - withCash.length];
    }

    /// Returns the first of those without a subsidy, who come again and again.
    Buyers few(int most) {
        int[] some = java.util.Arrays.copyOf(withCash, Math.min(most, withCash.length));
        return new Buyers(some, new int[0], new AtomicInteger());
    }
}
