package onecard.benchmarks;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLongArray;
import onecard.platform.purchases.KitchenVariants;
import onecard.platform.purchases.KitchenVariants.Without;
import org.springframework.context.ApplicationContext;

/// Sends crowds to kitchens of all kinds.
final class BusyStreet {
    private static final int NAIVE_POOL = 16;
    private static final long SEED = 42;

    /// With fewer people than this who can still buy from both purses new subsidies are granted
    /// before the next measurement.
    private static final int SUBSIDIES_MIN = 250_000;

    private final KitchenVariants variants;
    private final BenchSite site;
    private final Subsidies subsidies;
    private final Clock clock;
    private final AtomicLongArray counters;
    private Buyers buyers;

    BusyStreet(
            ApplicationContext context,
            BenchSite site,
            Subsidies subsidies,
            Clock clock,
            AtomicLongArray counters) {
        this.variants = new KitchenVariants(context);
        this.site = site;
        this.subsidies = subsidies;
        this.clock = clock;
        this.counters = counters;
        this.buyers = subsidies.buyers();
    }

    /// Sees to it that enough people have a subsidy to spend, and that everybody is known.
    ///
    /// @return how many cards are known
    long gather() {
        if (buyers.left() < Math.min(SUBSIDIES_MIN, site.people() / 2)) {
            subsidies.grant();
            buyers = subsidies.buyers();
        }
        return variants.callRoll();
    }

    /// Has enough of them before a measurement, and before its costs are counted.
    void refresh() {
        if (buyers.left() < Math.min(SUBSIDIES_MIN, site.people() / 4)) {
            gather();
        }
    }

    /// Keeps so many orders under way for so long.
    LoadRun.Counted busy(Without without, Rounds.Size size, int length)
            throws InterruptedException {
        refresh();
        return busy(without, size, length, buyers);
    }

    /// The same with some people who pay from one purse and come again and again: a subsidy would
    /// not last.
    LoadRun.Counted busyWithFew(int people, Rounds.Size size) throws InterruptedException {
        return busy(Without.NOTHING, size, size.seconds(), buyers.few(people));
    }

    private LoadRun.Counted busy(Without without, Rounds.Size size, int length, Buyers who)
            throws InterruptedException {
        try (var kitchen = variants.open(without, size.writers())) {
            return new LoadRun(kitchen.door(), crowd(who)).closedLoop(size.outstanding(), length);
        }
    }

    /// The obvious simple way: a transaction per purchase.
    LoadRun.Counted naive(int length) throws InterruptedException {
        refresh();
        try (var kitchen = variants.naive(NAIVE_POOL)) {
            return new LoadRun(kitchen.door(), crowd(buyers)).closedLoop(NAIVE_POOL, length);
        }
    }

    /// Sends at a rate, whether answers come or not.
    LoadRun.Counted steady(int rate, Rounds.Size size) throws InterruptedException {
        refresh();
        try (var kitchen = variants.open(Without.NOTHING, size.writers())) {
            return new LoadRun(kitchen.door(), crowd(buyers)).openLoop(rate, size.seconds(), SEED);
        }
    }

    private Crowd crowd(Buyers who) {
        return new Crowd(site, who, clock, counters, SEED + clock.millis());
    }
}
