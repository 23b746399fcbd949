package onecard.simulator;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/// The commands of the simulator. What a program reads goes to standard output, one line of JSON
/// each; what a person reads goes to standard error.
@Command(
        name = "simulator",
        description = "Payment terminals made of software.",
        subcommands = {
            FleetCommand.class,
            TerminalCommand.class,
            LoadCommand.class,
            ProxyCommand.class,
            SlipsCommand.class,
            HelpCommand.class
        })
public final class Main {
    private Main() {}

    /// Runs a command and ends the program with its exit code.
    public static void main(String[] arguments) {
        quiet();
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    /// The protocol library logs every lost datagram; here that is the weather, not news.
    private static void quiet() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.OFF);
    }
}
