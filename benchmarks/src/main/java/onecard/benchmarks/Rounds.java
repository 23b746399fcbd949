package onecard.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onecard.platform.database.Database;
import onecard.platform.purchases.KitchenVariants.Without;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The measurements of purchases: rounds of ours and of the peers, interleaved, and what belongs to
/// them.
final class Rounds {
    private static final int SMALL_SITE = 10_000;
    private static final int FILL_SECONDS = 60;
    private static final double MEDIAN = 0.5;
    private static final double PERCENTILE = 0.99;
    private static final double PERCENT = 100;
    private static final int[] RATES = {350, 2_000};
    private static final int[] PEER_CLIENTS = {8, 16, 32, 64};

    /// A part of the measurement that can be left out.
    enum Part {
        PEERS,
        GUARANTEES,
        LATENCIES,
        FLATNESS,
        NONE
    }

    /// How much is measured.
    ///
    /// @param rows purchases to have before the last measurement of flatness
    /// @param seconds per measurement
    /// @param warmUp seconds of work before the first
    /// @param scale of pgbench
    /// @param outstanding orders under way
    record Size(
            int accounts,
            long rows,
            int seconds,
            int warmUp,
            int rounds,
            int scale,
            int outstanding,
            int writers) {
        int shortSeconds() {
            return Math.max(seconds / 2, 3);
        }
    }

    private final BusyStreet street;
    private final Size size;
    private final Set<Part> only;
    private final Figures figures;
    private final JdbcClient owner;
    private final ServerCosts costs;
    private final Optional<PgBench> pgbench;
    private final List<Double> ours = new ArrayList<>();
    private final List<Double> peers = new ArrayList<>();
    private final List<Double> simple = new ArrayList<>();

    Rounds(BusyStreet street, BenchPlatform platform, Size size, Set<Part> only, Figures figures) {
        this.street = street;
        this.size = size;
        this.only = only;
        this.figures = figures;
        this.owner = platform.owner();
        this.costs = new ServerCosts(owner);
        this.pgbench = PgBench.find(platform.door(Database.class).owner());
    }

    void run() throws IOException, InterruptedException {
        if (!only.contains(Part.PEERS)) {
            figures.note("without peers");
        } else if (pgbench.isEmpty()) {
            figures.note("pgbench is not installed: the peer is the naive kitchen only");
        }
        figures.note("%d cards are known, as after a start".formatted(street.gather()));
        warmUp();
        for (int round = 1; round <= size.rounds(); round++) {
            figures.note("round " + round);
            peerRound();
            oursWithCosts(round);
            naive();
        }
        summary();
        if (only.contains(Part.LATENCIES)) {
            latencies();
        }
        if (only.contains(Part.FLATNESS)) {
            flatness();
        }
    }

    /// After a checkpoint, and a start is one, each page is logged whole once: as little of it as
    /// possible is to fall into what is measured, of ours and of theirs.
    private void warmUp() throws IOException, InterruptedException {
        if (pgbench.isPresent() && only.contains(Part.PEERS)) {
            pgbench.get().readAll();
            pgbench.get().run(PEER_CLIENTS[PEER_CLIENTS.length - 1], size.warmUp());
        }
        street.busy(Without.NOTHING, size, size.warmUp());
    }

    private void peerRound() throws IOException, InterruptedException {
        if (pgbench.isEmpty() || !only.contains(Part.PEERS)) {
            return;
        }
        double best = 0;
        for (int clients : PEER_CLIENTS) {
            double tps = pgbench.get().run(clients, size.shortSeconds());
            figures.note("pgbench %d clients: %.0f tps".formatted(clients, tps));
            best = Math.max(best, tps);
        }
        peers.add(best);
    }

    private void oursWithCosts(int round) throws InterruptedException {
        street.refresh();
        ServerCosts.Sum before = costs.now();
        LoadRun.Counted run = street.busy(Without.NOTHING, size, size.seconds());
        ServerCosts.Sum after = costs.now();
        ours.add(run.rate());
        String how = "round %d, %d orders decided".formatted(round, run.decided());
        figures.add("purchases-per-second", run.rate(), "1/s", how);
        after.writeSince(before, run.decided(), figures, how);
        share("split-purses", run.split(), run.taken(), how + ", of those taken");
        share("declines", run.refused(), run.decided(), how);
        share("repeats", run.repeats(), run.decided(), how);
        figures.count("undecided", run.other(), "orders", how);
        figures.add("p50-closed-loop", run.latency().percentile(MEDIAN), "ms", how);
        figures.add("p99-closed-loop", run.latency().percentile(PERCENTILE), "ms", how);
    }

    private void share(String name, long some, long all, String how) {
        figures.add(name, PERCENT * some / all, "percent", how);
    }

    private void naive() throws InterruptedException {
        if (only.contains(Part.PEERS)) {
            LoadRun.Counted run = street.naive(size.shortSeconds());
            figures.note("naive: %.0f/s".formatted(run.rate()));
            simple.add(run.rate());
        }
    }

    private void summary() {
        double rate = Figures.median(ours);
        figures.add(
                "purchases-median",
                rate,
                "1/s",
                "median of %d rounds, %d under way, %d writers, %d accounts"
                        .formatted(
                                size.rounds(),
                                size.outstanding(),
                                size.writers(),
                                size.accounts()));
        if (!peers.isEmpty()) {
            double peer = Figures.median(peers);
            figures.add(
                    "pgbench-median",
                    peer,
                    "1/s",
                    "TPC-B, scale %d, -M prepared, best of 8, 16, 32, 64 clients, median of rounds"
                            .formatted(size.scale()));
            figures.add("ratio-to-pgbench", rate / peer, "times", "medians of interleaved rounds");
        }
        if (!simple.isEmpty()) {
            figures.add(
                    "ratio-to-naive",
                    rate / Figures.median(simple),
                    "times",
                    "one transaction per purchase, pool of 16, same tables; medians");
        }
    }

    private void latencies() throws InterruptedException {
        for (int rate : RATES) {
            LoadRun.Counted run = street.steady(rate, size);
            String how =
                    "open loop, Poisson arrivals, from the intended moment, %d s"
                            .formatted(size.seconds());
            figures.add("p50-at-" + rate, run.latency().percentile(MEDIAN), "ms", how);
            figures.add("p99-at-" + rate, run.latency().percentile(PERCENTILE), "ms", how);
        }
    }

    /// In turns, because a checkpoint or an analysis of a table falls into some of them.
    private void flatness() throws InterruptedException {
        var few = new ArrayList<Double>();
        var many = new ArrayList<Double>();
        for (int round = 1; round <= size.rounds(); round++) {
            few.add(street.busyWithFew(SMALL_SITE, size).rate());
            many.add(street.busyWithFew(size.accounts(), size).rate());
        }
        figures.add(
                "flat-in-accounts",
                Figures.median(many) / Figures.median(few),
                "times",
                "rate over the half of %d accounts that has no subsidy to rate over %d of them, medians of %s and %s"
                        .formatted(size.accounts(), SMALL_SITE, whole(many), whole(few)));
        if (size.rows() > 0) {
            flatnessInRows();
        }
    }

    private void flatnessInRows() throws InterruptedException {
        long have = rowCount();
        List<Double> now = ratesNow();
        while (rowCount() < size.rows()) {
            street.busy(Without.NOTHING, size, FILL_SECONDS);
            figures.note("%d rows".formatted(rowCount()));
        }
        List<Double> later = ratesNow();
        figures.add(
                "flat-in-rows",
                Figures.median(later) / Figures.median(now),
                "times",
                "rate at %d rows to rate at %d rows, medians of %s and %s"
                        .formatted(rowCount(), have, whole(later), whole(now)));
    }

    private List<Double> ratesNow() throws InterruptedException {
        var rates = new ArrayList<Double>();
        for (int round = 1; round <= size.rounds(); round++) {
            rates.add(street.busy(Without.NOTHING, size, size.seconds()).rate());
        }
        return rates;
    }

    private static List<Long> whole(List<Double> rates) {
        return rates.stream().map(Math::round).toList();
    }

    private long rowCount() {
        return owner.sql("select count(*) from purchases.claim").query(Long.class).single();
    }

    /// Last, and after the books were added up.
    void runWithout() throws InterruptedException {
        if (only.contains(Part.GUARANTEES)) {
            new Guarantees(street, size, costs, figures).run();
        }
    }
}
