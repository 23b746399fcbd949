package onecard.benchmarks.faults;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.platform.launcher.Launcher;
import org.springframework.util.FileSystemUtils;

/// Plants a fault in a copy of a module and runs the tests that are meant to find it. Only what the
/// fault changes is compiled again.
final class Trial {
    private static final Path MAIN = Path.of("src", "main", "java");
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Duration TESTS_MAX = Duration.ofMinutes(10);

    private final Path tree;

    /// @param tree a built tree, in which `target/test.cp` of each module names what its tests need
    Trial(Path tree) {
        this.tree = tree.toAbsolutePath();
    }

    /// How it ended.
    sealed interface End {
        /// A test failed, as it should.
        ///
        /// @param test the simple name of its class
        /// @param rule what it is called
        record Found(String test, String rule) implements End {}

        /// All tests passed.
        record Unnoticed() implements End {}

        /// It could not be tried.
        record Impossible(String why) implements End {}
    }

    /// Tries one fault.
    End of(Fault fault) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("onecard-fault");
        try {
            Path classes = scratch.resolve("classes");
            link(tree.resolve(fault.module()).resolve("target/classes"), classes);
            String refusal = plant(fault, scratch, classes);
            return refusal.isEmpty()
                    ? run(fault.module(), classes, fault.tests(), fault.options(), scratch)
                    : new End.Impossible(refusal);
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
    }

    /// Runs tests on the tree as it is: they must pass, or their failures would prove nothing.
    End control(String module, List<String> tests, List<String> options)
            throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("onecard-fault");
        try {
            Path classes = tree.resolve(module).resolve("target/classes");
            return run(module, classes, tests, options, scratch);
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
    }

    /// A copy of the classes that takes no room; files in it are replaced, never written to.
    private static void link(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    linkOrCopy(file, copy);
                }
            }
        }
    }

    private static void linkOrCopy(Path file, Path copy) throws IOException {
        try {
            Files.createLink(copy, file);
        } catch (IOException | UnsupportedOperationException _) {
            Files.copy(file, copy);
        }
    }

    // Planting.

    /// @return why it cannot be planted, or nothing
    private String plant(Fault fault, Path scratch, Path classes)
            throws IOException, InterruptedException {
        Path sources = scratch.resolve("tree");
        for (Path change : fault.changes()) {
            Path copy = sources.resolve(change);
            Files.createDirectories(copy.getParent());
            Files.copy(tree.resolve(change), copy);
        }
        String refusal = patch(fault, sources, scratch);
        return refusal.isEmpty() ? build(fault, sources, classes) : refusal;
    }

    private static String patch(Fault fault, Path sources, Path scratch)
            throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder("git", "apply", "-C1", fault.file().toAbsolutePath().toString())
                        .directory(sources.toFile())
                        .redirectErrorStream(true);
        // A repository around the scratch folder would make it ignore files outside.
        builder.environment().put("GIT_CEILING_DIRECTORIES", scratch.toString());
        Process git = builder.start();
        String said =
                new String(
                        git.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        return git.waitFor() == 0 ? "" : "the patch does not apply: " + said.strip();
    }

    private String build(Fault fault, Path sources, Path classes) throws IOException {
        Path module = Path.of(fault.module());
        Path out = sources.resolveSibling("out");
        Files.createDirectories(out);
        var java = new ArrayList<Path>();
        for (Path change : fault.changes()) {
            Path inModule = module.relativize(change);
            if (inModule.startsWith(MAIN)) {
                java.add(sources.resolve(change));
            } else if (inModule.startsWith(RESOURCES)) {
                Path resource = out.resolve(RESOURCES.relativize(inModule).toString());
                Files.createDirectories(resource.getParent());
                Files.copy(sources.resolve(change), resource);
            } else {
                return "neither code nor a resource: " + change;
            }
        }
        String errors = java.isEmpty() ? "" : compile(fault.module(), java, classes, out);
        if (errors.isEmpty()) {
            replace(out, classes);
        }
        return errors;
    }

    private String compile(String module, List<Path> java, Path classes, Path out)
            throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var errors = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of(
                            "-d",
                            out.toString(),
                            "-cp",
                            classes + File.pathSeparator + needed(module),
                            "-parameters",
                            "-proc:none",
                            "-implicit:none",
                            "-nowarn");
            boolean done =
                    compiler.getTask(
                                    errors,
                                    files,
                                    null,
                                    options,
                                    null,
                                    files.getJavaFileObjectsFromPaths(java))
                            .call();
            return done ? "" : "it does not compile: " + errors;
        }
    }

    private static void replace(Path out, Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path place = classes.resolve(out.relativize(file).toString());
                Files.createDirectories(place.getParent());
                Files.move(file, place, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    // Running.

    private String needed(String module) throws IOException {
        return Files.readString(tree.resolve(module).resolve("target/test.cp")).strip();
    }

    private End run(
            String module, Path classes, List<String> tests, List<String> options, Path scratch)
            throws IOException, InterruptedException {
        Path result = scratch.resolve("result");
        Path log = scratch.resolve("log");
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(
                List.of(
                        "-Xmx1g",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+EnableDynamicAgentLoading",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Duser.timezone=UTC",
                        "-Dfile.encoding=UTF-8"));
        command.addAll(options);
        String classPath =
                String.join(
                        File.pathSeparator,
                        tree.resolve(module).resolve("target/test-classes").toString(),
                        classes.toString(),
                        needed(module),
                        placeOf(Launcher.class),
                        placeOf(TestRun.class));
        command.addAll(List.of("-cp", classPath, TestRun.class.getName(), result.toString()));
        command.addAll(tests);
        Process process =
                new ProcessBuilder(command)
                        .directory(tree.resolve(module).toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        if (!process.waitFor(TESTS_MAX.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            return new End.Impossible("the tests did not end within " + TESTS_MAX);
        }
        return end(result, log);
    }

    private static End end(Path result, Path log) throws IOException {
        if (!Files.exists(result)) {
            List<String> said = Files.readAllLines(log);
            return new End.Impossible(
                    String.join("\n", said.subList(Math.max(0, said.size() - 20), said.size())));
        }
        List<String> lines = Files.readAllLines(result);
        return switch (TestRun.End.valueOf(lines.getFirst())) {
            case PASSED -> new End.Unnoticed();
            case FAILED -> new End.Found(lines.get(1), lines.get(2));
            case BROKEN -> new End.Impossible(String.join("\n", lines));
        };
    }

    private static String placeOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString();
        } catch (java.net.URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
