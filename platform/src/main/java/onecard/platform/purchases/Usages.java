package onecard.platform.purchases;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import onecard.platform.database.Columns;
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

    /// A count is stored in two numbers: limit (31 bits), first day of the window (16, days since
    /// 1970), meal (16); and how many purchases (19 bits), net cents (44).
    private static final int FIELDS = 2;

    private static final int SHORT_BITS = 16;
    private static final int CENTS_BITS = 44;
    private static final long CENTS_MAX = (1L << CENTS_BITS) - 1;
    private static final int COUNT_MAX = (1 << 19) - 1;

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
        return new Usages(last, beforeLast, beside(begun));
    }

    /// These counts, and all others for which there is room.
    private List<Count> beside(List<Count> these) {
        var all = new ArrayList<>(these);
        var counted = these.stream().map(Count::counter).toList();
        for (Count count : counts) {
            if (all.size() < COUNTS_MAX && !counted.contains(count.counter())) {
                all.add(count);
            }
        }
        return all;
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

    /// Returns this with a purchase more that was entered by hand (`D-41`): it counts, but no
    /// interval runs from it. It may be of any day, so it ends no window.
    Usages entered(List<Counter> counters, Money net) {
        var grown =
                counters.stream()
                        .map(counter -> new Count(counter, of(counter).plus(net)))
                        .toList();
        return new Usages(last, beforeLast, beside(grown));
    }

    /// Returns this with a difference to the money of a purchase on these counters, as far as their
    /// windows still run; how often was bought stays.
    Usages corrected(List<Counter> counters, Money difference) {
        var changed = new ArrayList<Count>();
        for (Count count : counts) {
            UsedUp used = count.used();
            changed.add(
                    counters.contains(count.counter())
                            ? new Count(
                                    count.counter(),
                                    new UsedUp(
                                            used.count(),
                                            used.net().plus(difference).max(Money.ZERO)))
                            : count);
        }
        return new Usages(last, beforeLast, changed);
    }

    private static Count less(Count count, Money net) {
        UsedUp used = count.used();
        return new Count(
                count.counter(),
                new UsedUp(Math.max(used.count() - 1, 0), used.net().minus(net).max(Money.ZERO)));
    }

    /// Returns this as it is stored in the note of the account: the last two purchases, in
    /// microseconds since 1970, then the counts; the view `purchases.usage` reads it in SQL. A
    /// limit that counted more than there is room for, beyond any limit there can be, stays at the
    /// most.
    byte[] stored() {
        ByteBuffer note = ByteBuffer.allocate((2 + counts.size() * FIELDS) * Long.BYTES);
        note.putLong(micros(last)).putLong(micros(beforeLast));
        for (Count count : counts) {
            Counter counter = count.counter();
            UsedUp used = count.used();
            note.putLong(
                    (long) counter.limit().value() << 2 * SHORT_BITS
                            | bits(counter.span().from().toEpochDay()) << SHORT_BITS
                            | bits(counter.span().meal()));
            note.putLong(
                    (long) Math.min(used.count(), COUNT_MAX) << CENTS_BITS
                            | Math.min(used.net().cents(), CENTS_MAX));
        }
        return note.array();
    }

    private static long micros(Optional<Instant> moment) {
        return moment.map(Columns::micros).orElse(0L);
    }

    private static Optional<Instant> moment(long micros) {
        return micros == 0
                ? Optional.empty()
                : Optional.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    private static long bits(long value) {
        if (value >>> SHORT_BITS != 0) {
            throw new IllegalArgumentException(value + " does not fit into 16 bits");
        }
        return value;
    }

    /// Reads back what [#stored] gave; an empty note is of somebody who bought nothing yet.
    static Usages of(byte[] stored) {
        if (stored.length == 0) {
            return NOTHING;
        }
        ByteBuffer note = ByteBuffer.wrap(stored);
        Optional<Instant> last = moment(note.getLong());
        Optional<Instant> beforeLast = moment(note.getLong());
        var counts = new ArrayList<Count>(note.remaining() / (FIELDS * Long.BYTES));
        while (note.hasRemaining()) {
            counts.add(count(note.getLong(), note.getLong()));
        }
        return new Usages(last, beforeLast, counts);
    }

    private static Count count(long place, long value) {
        var span =
                new Span(
                        LocalDate.ofEpochDay(place >>> SHORT_BITS & 0xFFFF),
                        (int) (place & 0xFFFF));
        return new Count(
                new Counter(new LimitId((int) (place >>> 2 * SHORT_BITS)), span),
                new UsedUp((int) (value >>> CENTS_BITS), Money.ofCents(value & CENTS_MAX)));
    }
}
