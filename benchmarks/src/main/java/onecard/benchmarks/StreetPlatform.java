package onecard.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import onecard.platform.merchants.Merchants;
import onecard.platform.people.Groups;
import onecard.platform.rules.Rules;
import onecard.platform.system.Settings;
import onecard.platform.terminals.TerminalDesk;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// A platform with the benchmark's site, in a process of its own that may be killed. The first
/// start writes the site and, beside it, the keys of the terminals.
@Command(
        name = "platform",
        description = "Run a platform with the benchmark's site until it is killed.",
        mixinStandardHelpOptions = true)
final class StreetPlatform implements Callable<Integer> {
    static final String READY = "ready";
    static final String KEYS = "keys";

    @Option(names = "--data", required = true, description = "its data folder")
    private Path data = Path.of("");

    @Option(names = "--records-port", required = true, description = "UDP port for 8001")
    private int recordsPort;

    @Option(names = "--trade-port", required = true, description = "UDP port for 8002")
    private int tradePort;

    @Option(names = "--people", required = true, description = "how many people")
    private int people;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (BenchPlatform platform = BenchPlatform.start(data, recordsPort, tradePort)) {
            Path keys = data.resolve(KEYS);
            if (!Files.exists(keys)) {
                Files.write(keys, site(platform));
            }
            System.out.println(READY);
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private List<String> site(BenchPlatform platform) {
        BenchSite.writeGroups(platform.door(Groups.class));
        JdbcClient owner = platform.owner();
        LocalDate day = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
        new BenchSite(people).writePeople(owner, day);
        return BenchSite.writePlacesAndRules(
                        new BenchSite.Doors(
                                platform.door(Groups.class),
                                platform.door(Merchants.class),
                                platform.door(TerminalDesk.class),
                                platform.door(Rules.class),
                                platform.door(Settings.class)))
                .stream()
                .map(one -> one.terminal().serial() + " " + one.key())
                .toList();
    }
}
