package onecard.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import onecard.platform.cards.CardCentre;
import onecard.platform.cards.Cards;
import onecard.platform.lists.CardLists;
import onecard.platform.merchants.Merchants;
import onecard.platform.people.Groups;
import onecard.platform.rules.Rules;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.DailyJob;
import onecard.platform.system.Language;
import onecard.platform.system.OpenDoor;
import onecard.platform.system.Operators;
import onecard.platform.terminals.TerminalDesk;
import onecard.simulator.LossyProxy;
import onecard.simulator.Terminal;
import onecard.vocabulary.CardUid;
import onecard.wire.ListKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures the lists of cards on their way to terminals, over real sockets and a network that
/// loses datagrams: a whole list to terminals that have none, and one lost card to terminals that
/// have all the rest. The terminals are in the process of the platform.
@Command(name = "lists", description = "Brings lists of cards to many terminals.")
final class ListsBench implements Callable<Integer> {
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int LOSSES = 5;

    @Option(names = "--cards", description = "How many cards (default: ${DEFAULT-VALUE}).")
    private int cards = 100_000;

    @Option(
            names = "--terminals",
            description = "How many fetch the whole list (default: ${DEFAULT-VALUE}).")
    private int terminals = 100;

    @Option(
            names = "--many",
            description = "How many are told of a lost card (default: ${DEFAULT-VALUE}).")
    private int many = 1_000;

    @Option(
            names = "--lost",
            description = "How many of a hundred datagrams are lost (default: ${DEFAULT-VALUE}).")
    private int lost = 10;

    private final Figures figures = new Figures(System.out);

    @Override
    public Integer call() throws IOException {
        try (var platform = BenchPlatform.start(Files.createTempDirectory("onecard-lists"), 0, 0)) {
            var keys = site(platform);
            fill(platform);
            int port = port(platform);
            try (var network =
                    new LossyProxy(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                            new LossyProxy.Faults(lost, 0, 0, 0, Duration.ZERO),
                            20260901)) {
                whole(platform, network, keys.subList(0, terminals));
                oneCard(platform, network, keys.subList(0, many));
            }
        }
        figures.writeTo(Path.of("target", "bench-lists.jsonl"));
        return 0;
    }

    private List<TerminalDesk.Registered> site(BenchPlatform platform) {
        BenchSite.writeGroups(platform.door(Groups.class));
        LocalDate day = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
        new BenchSite(cards).writePeople(platform.owner(), day);
        var doors =
                new BenchSite.Doors(
                        platform.door(Groups.class),
                        platform.door(Merchants.class),
                        platform.door(TerminalDesk.class),
                        platform.door(Rules.class));
        return BenchSite.writePlacesAndRules(doors, Math.max(terminals, many));
    }

    private void fill(BenchPlatform platform) {
        var night =
                platform.context().getBeansOfType(DailyJob.class).values().stream()
                        .filter(job -> job.name().equals("card-lists"))
                        .findFirst()
                        .orElseThrow();
        long begun = System.nanoTime();
        night.run(LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC));
        figures.add(
                "lists.fill",
                seconds(begun),
                "s",
                "%d cards looked at and put on the allow list, in transactions of 1,000 people"
                        .formatted(cards));
    }

    private static int port(BenchPlatform platform) {
        return platform.context().getBeansOfType(OpenDoor.class).values().stream()
                .filter(door -> door.name().equals("collection"))
                .findFirst()
                .orElseThrow()
                .port();
    }

    private void whole(
            BenchPlatform platform, LossyProxy network, List<TerminalDesk.Registered> keys) {
        var lists = platform.door(CardLists.class);
        try (var crowd = new ListCrowd(network.address())) {
            long begun = System.nanoTime();
            keys.forEach(crowd::on);
            var each =
                    seen(
                            crowd.terminals(),
                            begun,
                            till ->
                                    till.lists().version(ListKind.ALLOW) == lists.newest().allow()
                                            && till.lists().size(ListKind.ALLOW) >= cards);
            var how =
                    "a list of %d cards to %d terminals that have none, all at once, %d %% of the datagrams lost each way; handshakes included"
                            .formatted(cards, terminals, lost);
            figures.add("lists.whole.last", each.getLast(), "s", how);
            figures.add("lists.whole.median", Figures.median(each), "s", how);
        }
        figures.add(
                "lists.whole.heap",
                used() / 1_048_576.0,
                "MiB",
                "heap of the platform afterwards, after a collection");
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void oneCard(
            BenchPlatform platform, LossyProxy network, List<TerminalDesk.Registered> keys) {
        var lists = platform.door(CardLists.class);
        var operators = platform.door(Operators.class);
        var operator = operators.addFirst("admin", "admin", "correct horse battery", Language.EN);
        var all = new ArrayList<Double>();
        var desk = platform.door(CurrentOperator.class);
        var centre = platform.door(CardCentre.class);
        var holders = platform.door(Cards.class).holders(0, LOSSES + 1);
        desk.as(operator, () -> centre.reportLoss(holders.getFirst()));
        try (var crowd = new ListCrowd(network.address())) {
            keys.forEach(key -> crowd.on(key, lists.newest().allow()));
            var _ =
                    seen(
                            crowd.terminals(),
                            System.nanoTime(),
                            till -> till.lists().version(ListKind.BLOCK) > 0);
            for (var holder : holders.subList(1, holders.size())) {
                CardUid card = platform.door(Cards.class).of(holder).getFirst().uid();
                long begun = System.nanoTime();
                desk.as(operator, () -> centre.reportLoss(holder));
                all.addAll(
                        seen(
                                crowd.terminals(),
                                begun,
                                till -> till.lists().contains(ListKind.BLOCK, card)));
            }
        }
        all.sort(null);
        var how =
                "from the report of a loss to the block list in the memory of %d terminals, %d %% of the datagrams lost each way, %d losses"
                        .formatted(many, lost, LOSSES);
        figures.add("lists.loss.median", Figures.median(all), "s", how);
        figures.add("lists.loss.p99", all.get((int) (all.size() * 0.99)), "s", how);
        figures.add("lists.loss.last", all.getLast(), "s", how);
    }

    /// Waits until all terminals are so, and returns after how many seconds each was seen so,
    /// rising.
    private static List<Double> seen(
            List<Terminal> terminals, long begun, Predicate<Terminal> wanted) {
        var waiting = new ArrayList<>(terminals);
        var seconds = new ArrayList<Double>();
        while (!waiting.isEmpty()) {
            waiting.removeIf(till -> {
                boolean is = wanted.test(till);
                if (is) {
                    seconds.add(seconds(begun));
                }
                return is;
            });
            if (System.nanoTime() - begun > LONGEST.toNanos()) {
                throw new IllegalStateException(waiting.size() + " terminals lack the list");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return seconds;
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
