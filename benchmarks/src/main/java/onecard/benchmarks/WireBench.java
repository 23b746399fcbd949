package onecard.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import onecard.platform.ledger.Ledger;
import onecard.platform.merchants.Merchants;
import onecard.platform.people.Groups;
import onecard.platform.rules.Rules;
import onecard.platform.system.Settings;
import onecard.platform.terminals.TerminalDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures purchases as tills see them: over UDP and DTLS with a session per till, through the
/// door, decided, booked and answered. The tills run in a process of their own.
@Command(
        name = "wire",
        description = "Measures purchases over UDP and DTLS.",
        mixinStandardHelpOptions = true)
final class WireBench implements Callable<Integer> {
    private static final int[] RATES = {350, 2_000};
    private static final int WARM_UP_SECONDS = 20;
    private static final int ROUNDS = 3;

    @Option(names = "--people", description = "How many people (${DEFAULT-VALUE}).")
    private int people = 100_000;

    @Option(names = "--tills", description = "How many ask without a pause (${DEFAULT-VALUE}).")
    private int tills = 200;

    @Option(names = "--seconds", description = "Length of each measurement (${DEFAULT-VALUE}).")
    private int seconds = 15;

    @Option(names = "--data", description = "An empty folder for the platform's data.")
    private Optional<Path> data = Optional.empty();

    private final Figures figures = new Figures(System.out);

    @Override
    public Integer call() throws IOException {
        Path folder = data.isPresent() ? data.get() : Files.createTempDirectory("onecard-wire");
        int port = freePort();
        try (var platform = BenchPlatform.start(folder, 0, port)) {
            Path keys = folder.resolve(StreetPlatform.KEYS);
            Files.write(keys, site(platform));
            try (var tellers = TillsProcess.start(keys, port, people)) {
                measure(tellers);
            }
            var books = platform.door(Ledger.class).verify();
            figures.count(
                    "wire.books-difference",
                    books.difference().cents(),
                    "cents",
                    "verify-books over %d entries after the run".formatted(books.entries()));
        }
        figures.writeTo(Path.of("target", "bench-wire.jsonl"));
        return 0;
    }

    private void measure(TillsProcess tellers) throws IOException {
        figures.note("shaking hands with %d tills, warming up".formatted(BenchSite.TERMINALS));
        tellers.run(WireTills.CLOSED, BenchSite.TERMINALS, WARM_UP_SECONDS);
        var rates = new ArrayList<Double>();
        for (int round = 1; round <= ROUNDS; round++) {
            rates.add(atFullSpeed(tellers, round));
        }
        figures.add(
                "wire.purchases-median",
                Figures.median(rates),
                "1/s",
                "median of %d rounds; platform, PostgreSQL and tills share this machine"
                        .formatted(ROUNDS));
        for (int rate : RATES) {
            atRate(tellers, rate);
        }
    }

    private double atFullSpeed(TillsProcess tellers, int round) throws IOException {
        var cpu = CpuMeter.ofOurs();
        var before = cpu.now();
        var run = tellers.run(WireTills.CLOSED, tills, seconds);
        var used = cpu.now().since(before);
        String how =
                "round %d: %d tills, each asks as soon as it is answered; %d decided, %d silent"
                        .formatted(round, tills, run.decided(), run.silent());
        String unit = "us per purchase";
        double rate = run.decided() / run.seconds();
        figures.add("wire.purchases", rate, "1/s", how);
        figures.add("wire.p50", run.p50(), "ms", how);
        figures.add("wire.p99", run.p99(), "ms", how);
        figures.add("wire.cpu-java", used.java() / run.decided() * 1e6, unit, how);
        figures.add("wire.cpu-postgres", used.postgres() / run.decided() * 1e6, unit, how);
        return rate;
    }

    private void atRate(TillsProcess tellers, int rate) throws IOException {
        var run = tellers.run(WireTills.OPEN, rate, seconds);
        String how =
                "open loop, Poisson arrivals, from the intended moment, %d s, %d tills, %d decided, %d silent"
                        .formatted(seconds, BenchSite.TERMINALS, run.decided(), run.silent());
        figures.add("wire.p50-at-" + rate, run.p50(), "ms", how);
        figures.add("wire.p99-at-" + rate, run.p99(), "ms", how);
    }

    private List<String> site(BenchPlatform platform) {
        BenchSite.writeGroups(platform.door(Groups.class));
        LocalDate day = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
        new BenchSite(people).writePeople(platform.owner(), day);
        platform.door(Settings.class).change(BenchSite::withoutRepeatInterval);
        var doors =
                new BenchSite.Doors(
                        platform.door(Groups.class),
                        platform.door(Merchants.class),
                        platform.door(TerminalDesk.class),
                        platform.door(Rules.class));
        return BenchSite.writePlacesAndRules(doors, BenchSite.TERMINALS).stream()
                .map(one -> one.terminal().serial() + " " + one.key())
                .toList();
    }

    private static int freePort() throws IOException {
        try (var socket =
                new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return socket.getLocalPort();
        }
    }

    /// The process of the tills.
    private record TillsProcess(Process process, BufferedReader told) implements AutoCloseable {
        static TillsProcess start(Path keys, int port, int people) throws IOException {
            var command =
                    List.of(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-Xmx1g",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Main.class.getName(),
                            "wire-tills",
                            "--keys",
                            keys.toString(),
                            "--port",
                            Integer.toString(port),
                            "--people",
                            Integer.toString(people));
            var process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            var tellers = new TillsProcess(process, process.inputReader(StandardCharsets.US_ASCII));
            tellers.line(WireTills.READY::equals);
            return tellers;
        }

        WireTills.Counted run(String kind, int number, int length) throws IOException {
            var orders = process.outputWriter(StandardCharsets.US_ASCII);
            orders.write("%s %d %d%n".formatted(kind, number, length));
            orders.flush();
            return WireTills.Counted.read(line(line -> Character.isDigit(line.charAt(0))));
        }

        /// The next line that is meant for us; the others are what its libraries say.
        private String line(Predicate<String> ours) throws IOException {
            for (String line = told.readLine(); line != null; line = told.readLine()) {
                if (!line.isEmpty() && ours.test(line)) {
                    return line;
                }
            }
            throw new IOException("The tills ended");
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
