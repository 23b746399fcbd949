package onecard.platform;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import onecard.platform.ledger.BooksReport;
import onecard.platform.ledger.Ledger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// Adds up the books of a platform that does not run.
@Command(
        name = "verify-books",
        description = {
            "Adds up every entry of the books and compares what is derived from them. Ends with 0",
            "if all is well, with 1 if not, naming the first bad entry. A platform that runs adds",
            "up its own books on the page Books."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class VerifyBooksCommand implements Callable<Integer> {
    @Mixin private Options options = new Options();

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "data",
            description = "The platform's data folder (default: ./${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Map<String, Object> properties = options.properties(data);
        properties.put("server.port", 0);
        properties.put("server.address", "127.0.0.1");
        properties.put("onecard.bind", "127.0.0.1");
        properties.put("onecard.port-8001", 0);
        properties.put("onecard.port-8002", 0);
        try (Started platform = Started.with(data, properties)) {
            BooksReport report = platform.door(Ledger.class).verify();
            tell(report);
            return report.balanced() ? 0 : 1;
        }
    }

    private void tell(BooksReport report) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (options.json()) {
            out.println(JsonMapper.shared().writeValueAsString(facts(report)));
        } else {
            report.checks()
                    .forEach(check ->
                            out.println(
                                    "  %-40s %s"
                                            .formatted(check.name(), check.found().orElse("ok"))));
            out.println(
                    "Books %s: difference %s, %,d entries, %,d accounts, %d ms"
                            .formatted(
                                    report.balanced() ? "balance" : "DO NOT BALANCE",
                                    report.difference(),
                                    report.entries(),
                                    report.accounts(),
                                    report.took().toMillis()));
        }
        out.flush();
    }

    private static Map<String, Object> facts(BooksReport report) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("balanced", report.balanced());
        facts.put("differenceCents", report.difference().cents());
        facts.put("entries", report.entries());
        facts.put("accounts", report.accounts());
        Map<String, String> checks = new LinkedHashMap<>();
        report.checks().forEach(check -> checks.put(check.name(), check.found().orElse("ok")));
        facts.put("checks", checks);
        facts.put("tookMs", report.took().toMillis());
        return facts;
    }
}
