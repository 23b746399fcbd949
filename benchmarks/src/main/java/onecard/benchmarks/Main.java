package onecard.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line of the benchmarks: `./onecard bench …`.
@Command(
        name = "bench",
        description = "Measures, and says of every figure how.",
        subcommands = {
            PurchaseBench.class,
            PeopleBench.class,
            MoneyImportBench.class,
            PhotosBench.class,
            ListsBench.class,
            ExactlyOnce.class,
            StartBench.class,
            WireBench.class,
            WireTills.class,
            StreetPlatform.class,
            StreetTills.class
        },
        mixinStandardHelpOptions = true)
public final class Main {
    private Main() {}

    /// Runs one benchmark and ends with its exit code.
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
