package onecard.benchmarks.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./onecard faults`: plants every fault of `tidy/faults`, one at a time, and lists which test
/// found it. A fault that no test finds, or that can no longer be planted, fails the command.
@Command(
        name = "faults",
        description = "Plant known faults in the code, one at a time; each must turn a test red.",
        mixinStandardHelpOptions = true)
public final class Faults implements Callable<Integer> {
    private static final int NOT_FOUND = 1;

    /// As in `sysexits.h`: the data was wrong.
    private static final int UNCLEAR = 65;

    @Option(names = "--tree", hidden = true, description = "root of the built tree")
    private Path tree = Path.of("");

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "Only these faults; the list is not written then.")
    private List<String> names = List.of();

    private Faults() {}

    /// Runs the command and ends with its exit code.
    public static void main(String[] arguments) {
        System.exit(line().execute(arguments));
    }

    /// The command. What is wrong with a patch is one line for whoever wrote it.
    static CommandLine line() {
        return new CommandLine(new Faults())
                .setExecutionExceptionHandler((trouble, line, _) -> {
                    if (trouble instanceof UnclearPatch unclear) {
                        line.getErr().println("faults: " + unclear.getMessage());
                        return UNCLEAR;
                    }
                    throw trouble;
                });
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Fault> faults = chosen();
        faults.forEach(fault -> fault.mustFit(tree));
        var trial = new Trial(tree);
        if (!control(trial, faults)) {
            return NOT_FOUND;
        }
        Map<Fault, Trial.End.Found> found = new java.util.LinkedHashMap<>();
        for (Fault fault : faults) {
            long begun = System.nanoTime();
            Trial.End end = trial.of(fault);
            long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
            System.out.printf("%s (%d s): %s%n", fault.name(), seconds, said(end));
            if (end instanceof Trial.End.Found one) {
                found.put(fault, one);
            }
        }
        System.out.printf("%d faults, %d found%n", faults.size(), found.size());
        if (found.size() < faults.size() || faults.isEmpty()) {
            return NOT_FOUND;
        }
        if (names.isEmpty()) {
            write(found);
        }
        return 0;
    }

    private List<Fault> chosen() throws IOException {
        Path folder = tree.resolve("tidy/faults");
        List<Fault> all = Fault.in(folder);
        for (String name : names) {
            if (all.stream().noneMatch(fault -> fault.name().equals(name))) {
                throw new UnclearPatch(Path.of(name), "there is no such fault in " + folder);
            }
        }
        return all.stream()
                .filter(fault -> names.isEmpty() || names.contains(fault.name()))
                .toList();
    }

    private static String said(Trial.End end) {
        return switch (end) {
            case Trial.End.Found(var test, var rule) -> test + ": " + rule;
            case Trial.End.Unnoticed _ -> "NOT FOUND";
            case Trial.End.Impossible(var why) -> "IMPOSSIBLE: " + why;
        };
    }

    /// Without a fault every one of these tests passes.
    private static boolean control(Trial trial, List<Fault> faults)
            throws IOException, InterruptedException {
        Map<String, TreeSet<String>> tests = new TreeMap<>();
        Map<String, TreeSet<String>> options = new TreeMap<>();
        for (Fault fault : faults) {
            tests.computeIfAbsent(fault.module(), _ -> new TreeSet<>()).addAll(fault.tests());
            options.computeIfAbsent(fault.module(), _ -> new TreeSet<>()).addAll(fault.options());
        }
        boolean fine = true;
        for (String module : tests.keySet()) {
            Trial.End end =
                    trial.control(
                            module,
                            List.copyOf(tests.getOrDefault(module, new TreeSet<>())),
                            List.copyOf(options.getOrDefault(module, new TreeSet<>())));
            if (!(end instanceof Trial.End.Unnoticed)) {
                System.out.printf("Without any fault, in %s: %s%n", module, said(end));
                fine = false;
            }
        }
        return fine;
    }

    private void write(Map<Fault, Trial.End.Found> found) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("# Planted faults");
        lines.add("");
        lines.add(
                "Each of these mistakes is planted in the code by `./onecard faults`, one at a time; a"
                        + " test must turn red. The command writes this list: the test named is the one that"
                        + " failed first.");
        lines.add("");
        lines.add("| fault | what is wrong | found by |");
        lines.add("|---|---|---|");
        found.forEach((fault, by) ->
                lines.add(
                        "| [%s](../../tidy/faults/%s.patch) | %s | `%s`: %s |"
                                .formatted(
                                        fault.name(),
                                        fault.name(),
                                        fault.about(),
                                        by.test(),
                                        by.rule().replace("|", "\\|"))));
        Files.write(tree.resolve("docs/reference/planted-faults.md"), lines);
    }
}
