package onecard.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import onecard.platform.database.Database;
import onecard.platform.merchants.Merchants;
import onecard.platform.people.Groups;
import onecard.platform.rules.Rules;
import onecard.platform.system.Language;
import onecard.platform.system.Operators;
import onecard.platform.terminals.TerminalDesk;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// A platform with the benchmark's site, in a process of its own that may be killed. The first
/// start writes the site and, beside it, the keys of the terminals; every start says where the
/// database and the console are.
@Command(
        name = "platform",
        description = "Run a platform with the benchmark's site until it is killed.",
        hidden = true,
        mixinStandardHelpOptions = true)
final class StreetPlatform implements Callable<Integer> {
    static final String READY = "ready";
    static final String KEYS = "keys";
    static final String OWNER = "owner";
    static final String PORT = "port";
    static final String CLERK = "admin";
    static final String PASSWORD = "correct horse battery";

    @Option(names = "--data", required = true, description = "its data folder")
    private Path data = Path.of("");

    @Option(names = "--records-port", required = true, description = "UDP port for 8001")
    private int recordsPort;

    @Option(names = "--trade-port", required = true, description = "UDP port for 8002")
    private int tradePort;

    @Option(names = "--people", required = true, description = "how many people")
    private int people;

    @Option(names = "--terminals", required = true, description = "how many terminals")
    private int terminals;

    @Override
    public Integer call() throws IOException {
        try (BenchPlatform platform = BenchPlatform.start(data, recordsPort, tradePort)) {
            Path keys = data.resolve(KEYS);
            if (!Files.exists(keys)) {
                Files.write(keys, site(platform));
            }
            var login = platform.door(Database.class).owner();
            Files.write(data.resolve(OWNER), List.of(login.url(), login.user(), login.password()));
            Files.writeString(data.resolve(PORT), Integer.toString(platform.port()));
            System.out.println(READY);
            Victim.awaitEndOfInput();
        }
        return 0;
    }

    private List<String> site(BenchPlatform platform) {
        var _ = platform.door(Operators.class).addFirst(CLERK, CLERK, PASSWORD, Language.EN);
        BenchSite.writeGroups(platform.door(Groups.class));
        JdbcClient owner = platform.owner();
        LocalDate day = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
        new BenchSite(people).writePeople(owner, day);
        var doors =
                new BenchSite.Doors(
                        platform.door(Groups.class),
                        platform.door(Merchants.class),
                        platform.door(TerminalDesk.class),
                        platform.door(Rules.class));
        return BenchSite.writePlacesAndRules(doors, terminals).stream()
                .map(one -> one.terminal().serial() + " " + one.key())
                .toList();
    }
}
