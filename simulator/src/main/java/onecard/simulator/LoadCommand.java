package onecard.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = "Let purchases begin at a fixed rate; one line of JSON per figure.")
final class LoadCommand implements Callable<Integer> {
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);

    @Option(names = "--config", required = true, description = "JSON file of the fleet")
    private Path config = Path.of("");

    @Option(
            names = "--rate",
            defaultValue = "100",
            description = "purchases each second (${DEFAULT-VALUE})")
    private int rate;

    @Option(names = "--seconds", defaultValue = "30", description = "duration (${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--warm-up-seconds",
            defaultValue = "5",
            description = "the same load before, not measured (${DEFAULT-VALUE})")
    private int warmUpSeconds;

    @Option(names = "--seed", defaultValue = "1", description = "of cards and prices")
    private long seed;

    @Override
    public Integer call() throws InterruptedException {
        Path base = config.toAbsolutePath().resolveSibling(".");
        try (Fleet fleet = new Fleet(FleetFile.read(config), base, Watch.steady())) {
            fleet.attend();
            if (warmUpSeconds > 0) {
                new LoadRun(fleet, rate, Duration.ofSeconds(warmUpSeconds), seed + 1).run();
            }
            new LoadRun(fleet, rate, Duration.ofSeconds(seconds), seed)
                    .run()
                    .forEach(System.out::println);
            if (!fleet.settle(SETTLED_WITHIN)) {
                System.err.println("Some numbers are still unanswered; start a fleet to tell them");
                return 1;
            }
        }
        return 0;
    }
}
