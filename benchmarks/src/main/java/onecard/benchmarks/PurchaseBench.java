package onecard.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLongArray;
import onecard.platform.database.Database;
import onecard.platform.ledger.BooksReport;
import onecard.platform.ledger.Ledger;
import onecard.platform.merchants.Merchants;
import onecard.platform.people.Groups;
import onecard.platform.purchases.KitchenVariants;
import onecard.platform.purchases.KitchenVariants.Without;
import onecard.platform.rules.Rules;
import onecard.platform.system.Settings;
import onecard.platform.terminals.TerminalDesk;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Purchases per second through the whole path of `Purchases.take`, against PostgreSQL's own
/// benchmark on the same server in the same run.
@Command(
        name = "purchases",
        description = {
            "Purchases per second on the embedded server, fsync and synchronous_commit on, all",
            "guarantees on, against pgbench (TPC-B) on the same server in the same run."
        },
        mixinStandardHelpOptions = true)
final class PurchaseBench implements Callable<Integer> {
    private static final int SMALL_SITE = 10_000;
    private static final int NAIVE_POOL = 16;
    private static final long SEED = 42;
    private static final int WARM_UP_SECONDS = 25;
    private static final double PERCENTILE = 0.99;
    private static final int[] RATES = {350, 2_000};
    private static final int[] PEER_CLIENTS = {8, 16, 32, 64};

    @Option(names = "--data", description = "Where the site is kept (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("target/bench-data");

    @Option(names = "--accounts", description = "How many people (default: ${DEFAULT-VALUE}).")
    private int accounts = 1_000_000;

    @Option(names = "--rows", description = "Purchases to have before the last round.")
    private long rows;

    @Option(names = "--seconds", description = "Seconds per measurement (${DEFAULT-VALUE}).")
    private int seconds = 15;

    @Option(names = "--rounds", description = "Rounds, interleaved (${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(names = "--scale", description = "Scale of pgbench (${DEFAULT-VALUE}).")
    private int scale = 100;

    @Option(
            names = "--outstanding",
            description = "Orders under way: one per terminal (${DEFAULT-VALUE}).")
    private int outstanding = BenchSite.TERMINALS;

    @Option(names = "--writers", description = "Purchase writers (${DEFAULT-VALUE}).")
    private int writers = 2;

    @Option(
            names = "--only",
            split = ",",
            description = "Which parts beside our own rate: ${COMPLETION-CANDIDATES} (all).")
    private Set<Part> only = EnumSet.allOf(Part.class);

    @Option(names = "--results", description = "Where the figures are written.")
    private Path results = Path.of("target/bench-purchases.jsonl");

    /// A part of the measurement that can be left out.
    enum Part {
        PEERS,
        GUARANTEES,
        LATENCIES,
        FLATNESS,
        NONE
    }

    private final Figures figures = new Figures(System.out);
    private final Clock clock = Clock.systemUTC();
    private final AtomicLongArray counters = new AtomicLongArray(BenchSite.TERMINALS);

    @Override
    public Integer call() throws Exception {
        try (BenchPlatform platform = BenchPlatform.start(data, 0, 0)) {
            var site = new BenchSite(accounts);
            prepare(platform, site);
            var bench = new Rounds(platform, site);
            bench.run();
            check(platform);
            bench.runWithout();
        }
        figures.writeTo(results);
        return 0;
    }

    private void prepare(BenchPlatform platform, BenchSite site) {
        JdbcClient owner = platform.owner();
        long people = owner.sql("select count(*) from people.person").query(Long.class).single();
        if (people == 0) {
            figures.note("writing " + accounts + " people");
            BenchSite.writeGroups(platform.door(Groups.class));
            site.writePeople(owner, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
            platform.door(Settings.class).change(BenchSite::withoutRepeatInterval);
            BenchSite.writePlacesAndRules(
                    new BenchSite.Doors(
                            platform.door(Groups.class),
                            platform.door(Merchants.class),
                            platform.door(TerminalDesk.class),
                            platform.door(Rules.class)),
                    BenchSite.TERMINALS);
        } else if (people != accounts) {
            throw new IllegalStateException(
                    "The site in %s has %d people, not %d; choose another folder with --data"
                            .formatted(data, people, accounts));
        }
        long used =
                owner.sql("select coalesce(max(seq), 0) from purchases.claim")
                        .query(Long.class)
                        .single();
        for (int i = 0; i < BenchSite.TERMINALS; i++) {
            counters.set(i, used + 1);
        }
    }

    private void check(BenchPlatform platform) {
        figures.note("adding up the books");
        BooksReport report = platform.door(Ledger.class).verify();
        figures.count(
                "books-difference",
                report.difference().cents(),
                "cents",
                "verify-books over %d entries after the run".formatted(report.entries()));
        figures.count(
                "books-checks-failed",
                report.checks().stream().filter(c -> c.found().isPresent()).count(),
                "checks",
                report.checks().toString());
    }

    /// The measurements, interleaved.
    private final class Rounds {
        private final KitchenVariants variants;
        private final BenchSite site;
        private final JdbcClient owner;
        private final CpuMeter cpu;
        private final Optional<PgBench> pgbench;
        private final List<Double> ours = new ArrayList<>();
        private final List<Double> peers = new ArrayList<>();
        private final List<Double> simple = new ArrayList<>();

        Rounds(BenchPlatform platform, BenchSite site) {
            this.variants = new KitchenVariants(platform.context());
            this.site = site;
            this.owner = platform.owner();
            long postmaster =
                    Long.parseLong(
                            ProcessHandle.current()
                                    .descendants()
                                    .filter(p -> p.info().command().orElse("").endsWith("postgres"))
                                    .map(p -> Long.toString(p.pid()))
                                    .findFirst()
                                    .orElse("0"));
            this.cpu = new CpuMeter(postmaster);
            this.pgbench = PgBench.find(platform.door(Database.class).owner());
        }

        void run() throws IOException, InterruptedException {
            if (!only.contains(Part.PEERS)) {
                figures.note("without peers");
            } else if (pgbench.isPresent()) {
                pgbench.get().prepare(scale, figures);
            } else {
                figures.note("pgbench is not installed: the peer is the naive kitchen only");
            }
            figures.note("%d cards are known, as after a start".formatted(variants.callRoll()));
            warmUp();
            for (int round = 1; round <= rounds; round++) {
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

        /// The making of the tables leaves a checkpoint behind, and after a checkpoint each page is
        /// logged whole once: as little of it as possible is to fall into what is measured, of ours
        /// and of theirs.
        private void warmUp() throws IOException, InterruptedException {
            if (pgbench.isPresent() && only.contains(Part.PEERS)) {
                pgbench.get().run(PEER_CLIENTS[PEER_CLIENTS.length - 1], WARM_UP_SECONDS);
            }
            measure(Without.NOTHING, accounts, WARM_UP_SECONDS);
        }

        /// Last, and after the books were added up: what leaves out a guarantee spoils them.
        void runWithout() throws InterruptedException {
            if (only.contains(Part.GUARANTEES)) {
                guarantees();
            }
        }

        private void peerRound() throws IOException, InterruptedException {
            if (pgbench.isEmpty() || !only.contains(Part.PEERS)) {
                return;
            }
            double best = 0;
            for (int clients : PEER_CLIENTS) {
                double tps = pgbench.get().run(clients, Math.max(seconds / 2, 3));
                figures.note("pgbench %d clients: %.0f tps".formatted(clients, tps));
                best = Math.max(best, tps);
            }
            peers.add(best);
        }

        private void oursWithCosts(int round) throws InterruptedException {
            CpuMeter.Used cpuBefore = cpu.now();
            double walBefore = wal();
            double tablesBefore = tableBytes();
            LoadRun.Counted run = measure(Without.NOTHING, accounts, seconds);
            CpuMeter.Used used = cpu.now().since(cpuBefore);
            ours.add(run.rate());
            String how = "round %d, %d orders decided".formatted(round, run.decided());
            figures.add("purchases-per-second", run.rate(), "1/s", how);
            figures.add(
                    "cpu-java",
                    used.java() / run.decided() * 1e6,
                    "us per purchase",
                    how + ", with the load generator");
            figures.add(
                    "cpu-postgres", used.postgres() / run.decided() * 1e6, "us per purchase", how);
            figures.add("wal", (wal() - walBefore) / run.decided(), "bytes per purchase", how);
            figures.add(
                    "tables",
                    (tableBytes() - tablesBefore) / run.decided(),
                    "bytes per purchase",
                    how);
            figures.add("split-purses", 100.0 * run.split() / run.taken(), "percent", how);
            figures.add("declines", 100.0 * run.refused() / run.decided(), "percent", how);
            figures.count("undecided", run.other(), "orders", how);
            figures.add("p50-closed-loop", run.latency().percentile(0.5), "ms", how);
            figures.add("p99-closed-loop", run.latency().percentile(PERCENTILE), "ms", how);
        }

        private void naive() throws InterruptedException {
            if (!only.contains(Part.PEERS)) {
                return;
            }
            try (var kitchen = variants.naive(NAIVE_POOL)) {
                LoadRun.Counted run =
                        new LoadRun(kitchen.door(), crowd(accounts))
                                .closedLoop(NAIVE_POOL, Math.max(seconds / 2, 3));
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
                            .formatted(rounds, outstanding, writers, accounts));
            if (!peers.isEmpty()) {
                double peer = Figures.median(peers);
                figures.add(
                        "pgbench-median",
                        peer,
                        "1/s",
                        "TPC-B, scale %d, -M prepared, best of 8, 16, 32, 64 clients, median of rounds"
                                .formatted(scale));
                figures.add(
                        "ratio-to-pgbench", rate / peer, "times", "medians of interleaved rounds");
            }
            if (!simple.isEmpty()) {
                figures.add(
                        "ratio-to-naive",
                        rate / Figures.median(simple),
                        "times",
                        "one transaction per purchase, pool of 16, same tables; medians");
            }
        }

        /// Every look is made in both, so that the difference is the guarantee and nothing else.
        private void guarantees() throws InterruptedException {
            for (Without without : Without.values()) {
                Without all = without == Without.MEMORY ? Without.NOTHING : Without.MEMORY;
                if (without == Without.NOTHING) {
                    continue;
                }
                double with = measure(all, accounts, seconds).rate();
                double rate = measure(without, accounts, seconds).rate();
                figures.add(
                        "cost-of-" + without.name().toLowerCase(java.util.Locale.ROOT),
                        1e6 / with - 1e6 / rate,
                        "us per purchase",
                        "rate with it %.0f/s, without it %.0f/s, one after the other"
                                .formatted(with, rate));
            }
        }

        private void latencies() throws InterruptedException {
            for (int rate : RATES) {
                try (var kitchen = variants.open(Without.NOTHING, writers)) {
                    LoadRun.Counted run =
                            new LoadRun(kitchen.door(), crowd(accounts))
                                    .openLoop(rate, seconds, SEED);
                    String how =
                            "open loop, Poisson arrivals, from the intended moment, %d s"
                                    .formatted(seconds);
                    figures.add("p50-at-" + rate, run.latency().percentile(0.5), "ms", how);
                    figures.add("p99-at-" + rate, run.latency().percentile(PERCENTILE), "ms", how);
                }
            }
        }

        private void flatness() throws InterruptedException {
            double few = measure(Without.NOTHING, Math.min(SMALL_SITE, accounts), seconds).rate();
            double many = measure(Without.NOTHING, accounts, seconds).rate();
            figures.add(
                    "flat-in-accounts",
                    many / few,
                    "times",
                    "rate over all %d accounts to rate over %d of them"
                            .formatted(accounts, SMALL_SITE));
            if (rows > 0) {
                long have = rowCount();
                while (rowCount() < rows) {
                    measure(Without.NOTHING, accounts, 60);
                    figures.note("%d rows".formatted(rowCount()));
                }
                double later = measure(Without.NOTHING, accounts, seconds).rate();
                figures.add(
                        "flat-in-rows",
                        later / many,
                        "times",
                        "rate at %d rows to rate at %d rows".formatted(rowCount(), have));
            }
        }

        private LoadRun.Counted measure(Without without, int among, int length)
                throws InterruptedException {
            try (var kitchen = variants.open(without, writers)) {
                return new LoadRun(kitchen.door(), crowd(among)).closedLoop(outstanding, length);
            }
        }

        private Crowd crowd(int among) {
            return new Crowd(site, among, clock, counters, SEED + clock.millis());
        }

        private long rowCount() {
            return owner.sql("select count(*) from purchases.claim").query(Long.class).single();
        }

        private double wal() {
            return owner.sql("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')")
                    .query(Double.class)
                    .single();
        }

        private double tableBytes() {
            return owner.sql(
                            """
                            select coalesce(sum(pg_total_relation_size(c.oid)), 0)
                              from pg_class c join pg_namespace n on n.oid = c.relnamespace
                             where n.nspname in ('purchases', 'ledger') and c.relkind = 'r'
                            """)
                    .query(Double.class)
                    .single();
        }
    }
}
