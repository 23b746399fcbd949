package onecard.platform;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import onecard.platform.system.ProductVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line of the platform. `./onecard` calls it; the commands that build and check are in
/// that script.
@Command(
        name = "onecard",
        description = "Runs the one-card payment platform.",
        subcommands = {UpCommand.class, DemoCommand.class, VerifyBooksCommand.class},
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
public final class Main {
    /// What a command ends with when it cannot do what was asked (`EX_UNAVAILABLE`).
    static final int CANNOT = 69;

    private static final int HELP_COLUMNS = 100;

    private Main() {}

    /// Runs one command and ends with its exit code. Standard output carries its answer alone, for
    /// programs that read it; the log goes to standard error.
    public static void main(String[] arguments) {
        PrintStream answer = System.out;
        System.setOut(System.err);
        System.exit(run(answer, arguments));
    }

    private static int run(PrintStream answer, String... arguments) {
        CommandLine commands = new CommandLine(new Main());
        commands.setOut(new PrintWriter(answer, true, StandardCharsets.UTF_8));
        commands.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        commands.setExecutionExceptionHandler(Main::explain);
        commands.setExpandAtFiles(false);
        commands.setUsageHelpWidth(HELP_COLUMNS);
        return commands.execute(arguments);
    }

    /// One line that says what is wrong; the whole story only for what nobody foresaw.
    private static int explain(
            Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        command.getErr().println("onecard: " + StartTrouble.inWords(failure));
        return CANNOT;
    }

    /// Says which version this is.
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Onecard " + ProductVersion.TEXT};
        }
    }
}
