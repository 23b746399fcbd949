package onecard.benchmarks;

import java.time.Clock;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import onecard.platform.purchases.Order;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseId;
import org.jspecify.annotations.Nullable;

/// People who buy at random tills: one in a hundred asks again with the number before, three in a
/// hundred want more than one purchase may cost, three in ten of the others need both purses. The
/// seed makes the sequence of choices repeatable.
final class Crowd {
    private static final int REPEATS_PERCENT = 1;
    private static final int DECLINES_PERCENT = 3;
    private static final int SPLIT_PERCENT = 30;
    private static final int TOO_MUCH_CENTS = 60_000;
    private static final int PRICE_FROM_CENTS = 600;
    private static final int PRICE_TO_CENTS = 1_200;

    private final BenchSite site;
    private final Buyers buyers;
    private final Clock clock;
    private final SplittableRandom random;
    private final SplittableRandom[] tills = new SplittableRandom[BenchSite.TERMINALS];
    private final AtomicLongArray counters;
    private final AtomicReferenceArray<Order> last;
    private final LongAdder repeats = new LongAdder();

    Crowd(BenchSite site, Buyers buyers, Clock clock, AtomicLongArray counters, long seed) {
        this.site = site;
        this.buyers = buyers;
        this.clock = clock;
        this.counters = counters;
        this.random = new SplittableRandom(seed);
        for (int till = 0; till < tills.length; till++) {
            tills[till] = random.split();
        }
        this.last = new AtomicReferenceArray<>(BenchSite.TERMINALS);
    }

    /// How many orders were asked again.
    long repeats() {
        return repeats.sum();
    }

    /// Returns the next order of any till. For one thread.
    Order next() {
        return next(random.nextInt(BenchSite.TERMINALS));
    }

    /// Returns the next order of a till. For one thread at a time per till.
    Order next(int till) {
        SplittableRandom choice = tills[till];
        @Nullable Order before = last.get(till);
        if (before != null && choice.nextInt(100) < REPEATS_PERCENT) {
            repeats.increment();
            return before;
        }
        boolean tooMuch = choice.nextInt(100) < DECLINES_PERCENT;
        int cents = tooMuch ? TOO_MUCH_CENTS : choice.nextInt(PRICE_FROM_CENTS, PRICE_TO_CENTS + 1);
        boolean both = !tooMuch && choice.nextInt(100) < SPLIT_PERCENT;
        int person = both ? buyers.withBothPurses(choice) : buyers.withCash(choice);
        Instant now = clock.instant();
        var sale =
                new Order.Sale(
                        new PurchaseId(BenchSite.serial(till), counters.incrementAndGet(till)),
                        Mode.FREE_AMOUNT,
                        new Instrument.Card(site.card(person), false),
                        Money.ofCents(cents),
                        now,
                        now);
        last.set(till, sale);
        return sale;
    }
}
