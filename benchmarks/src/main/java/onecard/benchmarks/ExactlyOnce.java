package onecard.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Exactly once over a network that loses, doubles, delays and reorders, while the platform, its
/// PostgreSQL and the terminals are killed at random (`W-01`): afterwards the terminals' slips and
/// the journal agree one to one, and the books balance.
@Command(
        name = "exactly-once",
        description = "Purchases over a bad network while every process is killed at random.",
        mixinStandardHelpOptions = true)
final class ExactlyOnce implements Callable<Integer> {
    private static final int PEOPLE = 2_000;
    private static final int DIFFERENT = 1;
    private static final int USAGE = 64;

    @Option(
            names = "--data",
            description = "An empty folder in which everything is kept (${DEFAULT-VALUE}).")
    private Path data = Path.of("target/exactly-once");

    @Option(names = "--purchases", description = "How many numbers to draw (${DEFAULT-VALUE}).")
    private long purchases = 100_000;

    @Option(names = "--terminals", description = "How many terminals (${DEFAULT-VALUE}).")
    private int terminals = 50;

    @Option(
            names = "--rate",
            description = "Purchases begun per second at the most (${DEFAULT-VALUE}).")
    private int rate = 150;

    @Option(names = "--kill-seconds", description = "About one kill in so long (${DEFAULT-VALUE}).")
    private int killSeconds = 10;

    @Option(names = "--kills", description = "At least so many of each process (${DEFAULT-VALUE}).")
    private int kills = 3;

    @Option(
            names = "--seed",
            description = "Of the network, the kills and the crowd (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Files.createDirectories(data);
        try (Stream<Path> files = Files.list(data)) {
            if (files.findAny().isPresent()) {
                System.err.println(
                        data + " is not empty; remove it, or choose another with --data");
                return USAGE;
            }
        }
        var figures = new Figures(System.out);
        var plan =
                new Storm.Plan(
                        data,
                        purchases,
                        terminals,
                        PEOPLE,
                        rate,
                        Duration.ofSeconds(killSeconds),
                        kills,
                        seed);
        long begun = System.nanoTime();
        Storm.Result result = new Storm(plan, figures::note).rage();
        report(result, figures, Duration.ofNanos(System.nanoTime() - begun));
        figures.writeTo(data.resolve("figures.jsonl"));
        return result.isExact() ? 0 : DIFFERENT;
    }

    private void report(Storm.Result result, Figures figures, Duration took) {
        Agreement agreement = result.agreement();
        String how =
                "%d terminals, 20 %% lost, 10 %% doubled, 10 %% up to 500 ms late, 10 %% reordered, each way; seed %d, %d s"
                        .formatted(terminals, seed, took.toSeconds());
        figures.count("numbers-drawn", agreement.slips(), "purchases", how);
        figures.count("standing-on-both-sides", agreement.standing(), "purchases", how);
        figures.count("taken-back-on-both-sides", agreement.takenBack(), "purchases", how);
        figures.count("undecided", agreement.undecided(), "purchases", how);
        figures.count("differences", agreement.differences().size(), "purchases", how);
        figures.count("books-difference", result.books().difference().cents(), "cents", how);
        figures.count("set-aside", result.complaints().size(), "orders", how);
        result.killed()
                .forEach((who, times) ->
                        figures.count(
                                "killed-" + who.name().toLowerCase(java.util.Locale.ROOT),
                                times,
                                "times",
                                how));
        figures.count("killed-with-an-open-tray", result.openTrays(), "times", how);
        figures.note(result.weather());
        for (List<String> found : List.of(agreement.differences(), result.complaints())) {
            found.forEach(figures::note);
        }
        result.books().checks().forEach(check -> check.found().ifPresent(figures::note));
    }
}
