package onecard.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import onecard.vocabulary.Mode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "terminal",
        mixinStandardHelpOptions = true,
        description = "Run one terminal with its page, to try by hand.")
final class TerminalCommand implements Callable<Integer> {
    @Option(names = "--serial", required = true, description = "serial number as registered")
    private String serial = "";

    @Option(
            names = "--key-file",
            required = true,
            description = "file with the key as the console showed it")
    private Path keyFile = Path.of("");

    @Option(names = "--trade", required = true, description = "host:port of the trade port")
    private List<String> trade = List.of();

    @Option(names = "--records", description = "host:port of the records port")
    private @Nullable List<String> records;

    @Option(
            names = "--folder",
            defaultValue = ".",
            description = "where the journal lies (${DEFAULT-VALUE})")
    private Path folder = Path.of(".");

    @Option(
            names = "--mode",
            defaultValue = "FREE_AMOUNT",
            description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
    private Mode mode = Mode.FREE_AMOUNT;

    @Option(names = "--fixed-cents", defaultValue = "0", description = "price in fixed mode")
    private long fixedCents;

    @Option(names = "--card", description = "UID of a sample card; may be repeated")
    private List<String> cards = List.of();

    @Option(names = "--page-port", defaultValue = "0", description = "0 for any free one")
    private int pagePort;

    @Override
    public Integer call() throws IOException, InterruptedException {
        FleetFile.Till till =
                new FleetFile.Till(
                        serial,
                        Files.readString(keyFile).strip(),
                        null,
                        null,
                        mode,
                        fixedCents,
                        null,
                        null,
                        null,
                        false);
        FleetFile file =
                new FleetFile(
                        folder.toString(),
                        trade,
                        records,
                        null,
                        null,
                        null,
                        pagePort,
                        List.of(till),
                        cards.stream()
                                .map(uid -> new FleetFile.SampleCard(uid, null, null))
                                .toList(),
                        null);
        FleetCommand.run(file, Path.of("").toAbsolutePath(), true, false);
        return 0;
    }
}
