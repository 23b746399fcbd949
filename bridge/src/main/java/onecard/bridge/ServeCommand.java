package onecard.bridge;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Serves the console in the browser of this PC until it is stopped.
@Command(
        name = "serve",
        description = "Lends reader and printer to a console that knows the code shown here.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final Duration WRONG_CODE = Duration.ofSeconds(1);
    private static final Duration END_MAX = Duration.ofSeconds(5);
    private static final Duration PRINTER_AGAIN = Duration.ofSeconds(2);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--port",
            defaultValue = "18642",
            description = "on this PC only; the console looks there (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--printer",
            paramLabel = "ADDRESS",
            description =
                    "tcp:HOST[:PORT] (port 9100 if none) or file:PATH, such as file:/dev/usb/lp0")
    private @Nullable String printer;

    @Option(
            names = "--folder",
            defaultValue = "${user.home}/.onecard-bridge",
            description =
                    "where it remembers the consoles it was paired with (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path folder;

    /// Standard output is for the person at this PC, who reads the code from it.
    @Override
    public Integer call() throws IOException, InterruptedException {
        var cards = new CardStream();
        var ended = new CountDownLatch(1);
        var closed = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().unstarted(() -> end(ended, closed)));
        Optional<PrintQueue> printing =
                printer().map(where -> new PrintQueue(where, PRINTER_AGAIN));
        var pairings =
                new Pairings(
                        folder.resolve("pairings.json"),
                        code -> System.out.println("Code for the console: " + spaced(code)));
        try (var pages = new DeskPages(port, pairings, cards, printing, WRONG_CODE);
                var _ = new ReaderFeed(reading(), cards::publish)) {
            System.out.printf("The desk bridge listens on 127.0.0.1:%d%n", pages.port());
            ended.await();
        } finally {
            printing.ifPresent(PrintQueue::close);
            closed.countDown();
        }
        return 0;
    }

    /// The program ends when its reader and its port are closed, and not much later in any case.
    private static void end(CountDownLatch ended, CountDownLatch closed) {
        ended.countDown();
        try {
            boolean _ = closed.await(END_MAX.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Printer> printer() {
        try {
            return Optional.ofNullable(printer).map(Printer::at);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static String spaced(String code) {
        return code.substring(0, 4) + " " + code.substring(4);
    }

    /// The same program once more, as the process that reads. Debian gives the PC/SC library a name
    /// that Java does not look for.
    private static List<String> reading() {
        String library = System.getProperty("sun.security.smartcardio.library", "libpcsclite.so.1");
        boolean isLinux = System.getProperty("os.name").startsWith("Linux");
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                isLinux ? "-Dsun.security.smartcardio.library=" + library : "-Donecard.reads=yes",
                "-Xmx64m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "read");
    }
}
