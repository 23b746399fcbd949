package onecard.bridge;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/// The commands of the desk bridge.
@Command(
        name = "bridge",
        description = "Lends the card reader and the receipt printer of this PC to the console.",
        mixinStandardHelpOptions = true,
        subcommands = {ServeCommand.class, ReadCommand.class, HelpCommand.class})
public final class Main {
    private Main() {}

    /// Runs a command and ends the program with its exit code.
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
