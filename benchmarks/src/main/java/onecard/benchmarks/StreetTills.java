package onecard.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import onecard.simulator.Ending;
import onecard.simulator.Fleet;
import onecard.simulator.FleetFile;
import onecard.simulator.Slip;
import onecard.simulator.Terminal;
import onecard.simulator.Watch;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Money;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Terminals with cashiers who wait, ask again, give up and take back, in a process of its own that
/// may be killed at any moment.
@Command(
        name = "tills",
        description = "Run terminals until they are killed.",
        hidden = true,
        mixinStandardHelpOptions = true)
final class StreetTills implements Callable<Integer> {
    static final String READY = "ready";
    private static final CardUid STRANGER = new CardUid("DEADBEEF");
    private static final int STRANGER_PERCENT = 1;
    private static final int TAKEN_BACK_PERCENT = 4;
    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(2);

    @Option(names = "--config", required = true, description = "JSON file of the fleet")
    private Path config = Path.of("");

    @Option(names = "--rate", description = "purchases begun per second by all")
    private int rate = 50;

    @Option(names = "--seed", description = "of cards, prices and pauses")
    private long seed = 1;

    @Option(names = "--settle", description = "sell nothing, only finish what is open")
    private boolean settle;

    private final Watch watch = Watch.steady();

    @Override
    public Integer call() throws IOException, InterruptedException {
        LoggingSystem.get(getClass().getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        Path base = config.toAbsolutePath().resolveSibling(".");
        try (Fleet fleet = new Fleet(FleetFile.read(config), base, watch)) {
            fleet.attend();
            if (settle) {
                return fleet.settle(SETTLED_WITHIN) ? 0 : 1;
            }
            List<Thread> tills =
                    fleet.terminals().stream()
                            .map(till -> Thread.ofVirtual().start(() -> serve(fleet, till)))
                            .toList();
            System.out.println(READY);
            Victim.awaitEndOfInput();
            tills.forEach(Thread::interrupt);
        }
        return 0;
    }

    private void serve(Fleet fleet, Terminal terminal) {
        // A till that was killed goes on elsewhere in the sequence of its seed.
        long drawn = terminal.slips(Long.MAX_VALUE, 1).stream().mapToLong(Slip::seq).sum();
        var random = new Random(seed * terminal.setup().serial().hashCode() + drawn);
        long gapNanos = Duration.ofSeconds(1).toNanos() * fleet.terminals().size() / rate;
        while (!Thread.currentThread().isInterrupted()) {
            watch.pause(Duration.ofNanos(random.nextLong(2 * gapNanos)));
            sell(terminal, card(fleet.rack(), random), random);
        }
    }

    /// The terminal itself keeps asking for whatever is left open here.
    private static void sell(Terminal terminal, Instrument.Card card, Random random) {
        Money price = Money.ofCents(100L + random.nextInt(900));
        switch (terminal.purchase(card, price)) {
            case Ending.Decided _ -> {
                if (random.nextInt(100) < TAKEN_BACK_PERCENT) {
                    terminal.voidLast();
                }
            }
            case Ending.StillOpen _ -> terminal.giveUp();
            case Ending.NoAnswer _ -> {
                if (random.nextBoolean()) {
                    terminal.giveUp();
                } else {
                    terminal.purchase(card, price);
                }
            }
            case Ending.Away _,
                    Ending.TooSoon _,
                    Ending.NotListed _,
                    Ending.NotSold _,
                    Ending.SoldOffline _,
                    Ending.NotUnderstood _,
                    Ending.OtherContent _ -> {}
        }
    }

    private static Instrument.Card card(List<FleetFile.SampleCard> rack, Random random) {
        CardUid uid =
                random.nextInt(100) < STRANGER_PERCENT
                        ? STRANGER
                        : new CardUid(rack.get(random.nextInt(rack.size())).uid());
        return new Instrument.Card(uid, false);
    }
}
