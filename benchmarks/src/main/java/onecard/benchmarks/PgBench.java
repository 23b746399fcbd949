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
import onecard.platform.database.DatabaseLogin;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// PostgreSQL's own benchmark (TPC-B) on the same server, over loopback TCP with prepared
/// statements: the peer of our figures. It comes with Debian's PostgreSQL; where it is missing
/// there is no peer by this name.
final class PgBench {
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+) \\(without initial");

    private final Path program;
    private final DatabaseLogin login;

    private PgBench(Path program, DatabaseLogin login) {
        this.program = program;
        this.login = login;
    }

    /// Finds the program; it runs as the owner of our database.
    static Optional<PgBench> find(DatabaseLogin login) {
        return Stream.of("/usr/bin/pgbench", "/usr/local/bin/pgbench")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new PgBench(program, login));
    }

    /// Makes its tables beside ours, `scale` times 100,000 rows, if they are not there.
    void prepare(int scale, Figures figures) throws IOException, InterruptedException {
        var owner =
                JdbcClient.create(
                        new DriverManagerDataSource(login.url(), login.user(), login.password()));
        boolean there =
                owner.sql("select to_regclass('public.pgbench_accounts') is not null")
                        .query(Boolean.class)
                        .single();
        if (!there) {
            figures.note("pgbench makes its tables, scale " + scale);
            run(List.of("-i", "-q", "-s", Integer.toString(scale)));
        }
    }

    /// Reads its accounts once by their index, so that they lie in the server's buffers as ours do
    /// after the roll call; a plain scan would read past the buffers.
    void readAll() {
        var owner =
                new SingleConnectionDataSource(login.url(), login.user(), login.password(), true);
        try (owner) {
            JdbcClient client = JdbcClient.create(owner);
            client.sql("set enable_seqscan = off").update();
            client.sql("set enable_bitmapscan = off").update();
            client.sql("select sum(abalance) from pgbench_accounts where aid > 0")
                    .query(Long.class)
                    .single();
        }
    }

    /// Runs it and returns transactions per second.
    double run(int clients, int seconds) throws IOException, InterruptedException {
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
                                Integer.toString(seconds)));
        Matcher tps = TPS.matcher(output);
        if (!tps.find()) {
            throw new IOException("pgbench did not say its rate: " + output);
        }
        return Double.parseDouble(tps.group(1));
    }

    private String run(List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(program.toString());
        command.addAll(List.of("-U", login.user()));
        command.addAll(arguments);
        command.add(address());
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", login.password());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("pgbench failed: " + output);
        }
        return output;
    }

    /// The address as the C library reads it.
    private String address() {
        return login.url().replaceFirst("^jdbc:", "").replaceFirst("[?].*$", "");
    }
}
