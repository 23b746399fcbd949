package onecard.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLongArray;
import onecard.platform.database.Database;
import onecard.platform.ledger.BooksReport;
import onecard.platform.ledger.Ledger;
import onecard.platform.merchants.Merchants;
import onecard.platform.people.Groups;
import onecard.platform.rules.Rules;
import onecard.platform.system.Settings;
import onecard.platform.terminals.TerminalDesk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
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
    @Option(names = "--data", description = "Where the site is kept (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("target/bench-data");

    @Option(names = "--accounts", description = "How many people (default: ${DEFAULT-VALUE}).")
    private int accounts = 1_000_000;

    @Option(names = "--rows", description = "Purchases to have before the last round.")
    private long rows;

    @Option(names = "--seconds", description = "Seconds per measurement (${DEFAULT-VALUE}).")
    private int seconds = 15;

    @Option(names = "--warm-up", description = "Seconds of work before (${DEFAULT-VALUE}).")
    private int warmUp = 40;

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
    private Set<Rounds.Part> only = EnumSet.allOf(Rounds.Part.class);

    @Option(names = "--results", description = "Where the figures are written.")
    private Path results = Path.of("target/bench-purchases.jsonl");

    private final Figures figures = new Figures(System.out);
    private final Clock clock = Clock.systemUTC();
    private final AtomicLongArray counters = new AtomicLongArray(BenchSite.TERMINALS);

    @Override
    public Integer call() throws Exception {
        var site = new BenchSite(accounts);
        // Its end is a checkpoint: what the making of tables leaves behind for the disk falls into
        // no round, neither of ours nor of theirs.
        try (BenchPlatform platform = BenchPlatform.start(data, 0, 0)) {
            prepare(platform, site);
            if (only.contains(Rounds.Part.PEERS)) {
                preparePeer(platform);
            }
        }
        try (BenchPlatform platform = BenchPlatform.start(data, 0, 0)) {
            var subsidies =
                    new Subsidies(
                            platform.owner(),
                            platform.door(Ledger.class),
                            platform.context()
                                    .getBean("moneyTransactions", TransactionTemplate.class),
                            clock);
            var street = new BusyStreet(platform.context(), site, subsidies, clock, counters);
            var size =
                    new Rounds.Size(
                            accounts, rows, seconds, warmUp, rounds, scale, outstanding, writers);
            var measured = new Rounds(street, platform, size, only, figures);
            measured.run();
            check(platform);
            measured.runWithout();
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

    private void preparePeer(BenchPlatform platform) throws IOException, InterruptedException {
        Optional<PgBench> peer = PgBench.find(platform.door(Database.class).owner());
        if (peer.isPresent()) {
            peer.get().prepare(scale, figures);
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
}
