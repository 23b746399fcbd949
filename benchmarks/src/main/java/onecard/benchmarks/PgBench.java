package onecard.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// PostgreSQL's own benchmark (TPC-B) on the same server, over loopback TCP with prepared
/// statements: the peer of our figures. It comes with Debian's PostgreSQL; where it is missing
/// there is no peer by this name.
final class PgBench {
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+) \\(without initial");

    private final Path program;
    private final String host;
    private final int port;
    private final String user;
    private final String password;

    private PgBench(Path program, String host, int port, String user, String password) {
        this.program = program;
        this.host = host;
        this.port = port;
        this.user = user;
        this.password = password;
    }

    static Optional<PgBench> find(String host, int port, String user, String password) {
        return Stream.of("/usr/bin/pgbench", "/usr/local/bin/pgbench")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new PgBench(program, host, port, user, password));
    }

    /// Makes its tables: `scale` times 100,000 rows.
    void initialise(String database, int scale) throws IOException, InterruptedException {
        run(List.of("-i", "-q", "-s", Integer.toString(scale), database));
    }

    /// Runs it and returns transactions per second.
    double run(String database, int clients, int seconds) throws IOException, InterruptedException {
        String output =
                run(
                        List.of(
                                "-n",
                                "-M",
                                "prepared",
                                "-j",
                                "2",
                                "-c",
                                Integer.toString(clients),
                                "-T",
                                Integer.toString(seconds),
                                database));
        Matcher tps = TPS.matcher(output);
        if (!tps.find()) {
            throw new IOException("pgbench did not say its rate: " + output);
        }
        return Double.parseDouble(tps.group(1));
    }

    private String run(List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(program.toString());
        command.addAll(List.of("-h", host, "-p", Integer.toString(port), "-U", user));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", password);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("pgbench failed: " + output);
        }
        return output;
    }
}
