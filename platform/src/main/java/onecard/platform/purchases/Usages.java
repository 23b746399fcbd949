package onecard.platform.purchases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import onecard.platform.rules.Counter;
import onecard.platform.rules.LimitId;
import onecard.platform.rules.Span;
import onecard.platform.rules.Usage;
import onecard.platform.rules.UsedUp;
import onecard.vocabulary.Money;

/// What one account used up: a value. A counter of another window than the asked one reads as
/// nothing and is dropped by the next purchase once its window is over, so that nothing has to be
/// reset at midnight.
///
/// @param last the last purchase, for the repeat interval
/// @param beforeLast the one before it, to go back to when the last is voided
/// @param counts one per limit and window that may still run
record Usages(Optional<Instant> last, Optional<Instant> beforeLast, List<Count> counts)
        implements Usage {
    static final Usages NOTHING = new Usages(Optional.empty(), Optional.empty(), List.of());

    /// How many limits one account is counted for at the most; beyond it the oldest windows go.
    static final int COUNTS_MAX = 64;

    /// How many numbers of the stored array make one count.
    private static final int FIELDS = 5;

    Usages {
        counts = List.copyOf(counts);
    }

    /// What one limit counted in one window.
    record Count(Counter counter, UsedUp used) {}

    @Override
    public UsedUp of(Counter counter) {
        for (Count count : counts) {
            if (count.counter().equals(counter)) {
                return count.used();
            }
        }
        return UsedUp.NOTHING;
    }

    /// Returns this with one purchase more on these counters.
    ///
    /// Windows that ended before are dropped; one that may still run is kept: another meal of the
    /// same day, at a merchant that serves it at other hours, or a window that began earlier than
    /// this purchase's (see `earlier`) or later (nodes' clocks differ by a little).
    ///
    /// @param earlier counters of the same limits in the oldest windows that may still run
    Usages bought(Instant at, List<Counter> counters, List<Counter> earlier, Money net) {
        var grown = new ArrayList<Count>();
        var oldest = new HashMap<LimitId, LocalDate>();
        for (Counter counter : counters) {
            grown.add(new Count(counter, of(counter).plus(net)));
            oldest.put(counter.limit(), counter.span().from());
        }
        for (Counter counter : earlier) {
            oldest.computeIfPresent(
                    counter.limit(), (_, day) -> earlierOf(day, counter.span().from()));
        }
        for (Count count : counts) {
            Counter counter = count.counter();
            LocalDate since = oldest.getOrDefault(counter.limit(), LocalDate.MIN);
            boolean over = counters.contains(counter) || counter.span().from().isBefore(since);
            if (!over && grown.size() < COUNTS_MAX) {
                grown.add(count);
            }
        }
        boolean late = last.filter(at::isBefore).isPresent();
        return late
                ? new Usages(last, Optional.of(at), grown)
                : new Usages(Optional.of(at), last, grown);
    }

    private static LocalDate earlierOf(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /// Returns this with counters that begin to count. Their limits are new: nothing was counted.
    Usages started(List<Count> begun) {
        var all = new ArrayList<>(begun);
        for (Count count : counts) {
            if (all.size() < COUNTS_MAX) {
                all.add(count);
            }
        }
        return new Usages(last, beforeLast, all);
    }

    /// Returns this with one purchase less on these counters, as far as their windows still run.
    Usages givenBack(Instant at, List<Counter> counters, Money net) {
        var shrunk = new ArrayList<Count>();
        for (Count count : counts) {
            shrunk.add(counters.contains(count.counter()) ? less(count, net) : count);
        }
        boolean wasLast = last.filter(at::equals).isPresent();
        return wasLast
                ? new Usages(beforeLast, Optional.empty(), shrunk)
                : new Usages(last, beforeLast.filter(before -> !before.equals(at)), shrunk);
    }

    private static Count less(Count count, Money net) {
        UsedUp used = count.used();
        return new Count(
                count.counter(),
                new UsedUp(Math.max(used.count() - 1, 0), used.net().minus(net).max(Money.ZERO)));
    }

    /// Returns the counts as they are stored.
    long[] stored() {
        var stored = new long[counts.size() * FIELDS];
        for (int i = 0; i < counts.size(); i++) {
            Count count = counts.get(i);
            stored[i * FIELDS] = count.counter().limit().value();
            stored[i * FIELDS + 1] = count.counter().span().from().toEpochDay();
            stored[i * FIELDS + 2] = count.counter().span().meal();
            stored[i * FIELDS + 3] = count.used().count();
            stored[i * FIELDS + 4] = count.used().net().cents();
        }
        return stored;
    }

    /// Reads back what [#stored] gave.
    static Usages of(Optional<Instant> last, Optional<Instant> beforeLast, Long[] stored) {
        var counts = new ArrayList<Count>();
        for (int i = 0; i + FIELDS <= stored.length; i += FIELDS) {
            var span =
                    new Span(LocalDate.ofEpochDay(stored[i + 1]), Math.toIntExact(stored[i + 2]));
            counts.add(
                    new Count(
                            new Counter(new LimitId(Math.toIntExact(stored[i])), span),
                            new UsedUp(
                                    Math.toIntExact(stored[i + 3]), Money.ofCents(stored[i + 4]))));
        }
        return new Usages(last, beforeLast, counts);
    }
}
