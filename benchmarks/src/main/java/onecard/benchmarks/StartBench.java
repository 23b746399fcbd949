package onecard.benchmarks;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// How long a till waits when the platform is started again: from the command to the first approved
/// purchase over CoAP and DTLS, with and without what earlier starts left behind for quickness.
@Command(
        name = "start",
        description = {
            "Starts the demonstration again and again, on data that is there, and measures the time",
            "from the command to the first approved purchase over the real protocol."
        },
        mixinStandardHelpOptions = true)
final class StartBench implements Callable<Integer> {
    private static final Duration CACHE_MAX = Duration.ofMinutes(4);
    private static final Duration LOOK = Duration.ofMillis(200);

    @Option(names = "--data", description = "Where the sample school is kept (${DEFAULT-VALUE}).")
    private Path data = Path.of("target/bench-start");

    @Option(names = "--rounds", description = "Starts of each kind (${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(names = "--results", description = "Where the figures are written.")
    private Path results = Path.of("target/bench-start.jsonl");

    private final Figures figures = new Figures(System.out);

    @Override
    public Integer call() throws IOException, InterruptedException {
        String root = System.getProperty("onecard.root");
        if (root == null) {
            throw new IllegalStateException("./onecard bench start says where ./onecard is");
        }
        Path folder = Path.of(root);
        // What the library of the protocol says of every session would hide the figures.
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        StartedDemo.prepare(data);
        firstStart(folder);
        List<Double> kept = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        List<Double> ready = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            try (StartedDemo demo = StartedDemo.start(folder, data, false)) {
                plain.add(demo.millisToPurchase());
            }
            try (StartedDemo demo = StartedDemo.start(folder, data, true)) {
                kept.add(demo.millisToPurchase());
                ready.add(demo.millisToReady());
            }
        }
        String how =
                "median of %d starts of ./onecard demo on data that is there".formatted(rounds);
        figures.add("start.purchase", Figures.median(kept), "ms", how + ", with the start cache");
        figures.add("start.purchase.plain", Figures.median(plain), "ms", how + ", without it");
        figures.add("start.ready", Figures.median(ready), "ms", how + ", until it says ready");
        figures.writeTo(results);
        return 0;
    }

    /// Makes the school and has the first purchase, and the cache if there is none.
    private void firstStart(Path folder) throws IOException, InterruptedException {
        try (StartedDemo demo = StartedDemo.start(folder, data, true)) {
            figures.add("start.first", demo.millisToPurchase(), "ms", "the start before, once");
            Path cache = folder.resolve(".onecard/platform.aot");
            long end = System.nanoTime() + CACHE_MAX.toNanos();
            while (!Files.exists(cache)) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("No start cache within " + CACHE_MAX);
                }
                Thread.sleep(LOOK);
            }
        }
    }
}
