package onecard.benchmarks.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A mistake that somebody could make, as a patch. Above the patch stand lines that say what it is:
///
/// | line | meaning |
/// |---|---|
/// | `Fault:` | what is wrong, in one sentence |
/// | `Tests:` | the test classes that are meant to find it, apart by spaces |
/// | `Option:` | an option for their JVM; may be there several times |
///
/// @param file the patch
/// @param about what is wrong
/// @param tests full names of test classes
/// @param options of their JVM
/// @param changes the files it changes, from the root of the tree
record Fault(
        Path file, String about, List<String> tests, List<String> options, List<Path> changes) {
    private static final String SUFFIX = ".patch";
    private static final String CHANGED = "+++ b/";

    Fault {
        if (about.isBlank()) {
            throw new UnclearPatch(file, "no line Fault: says what is wrong");
        }
        if (tests.isEmpty()) {
            throw new UnclearPatch(file, "no line Tests: names who is meant to find it");
        }
        if (changes.isEmpty()) {
            throw new UnclearPatch(file, "it changes no file (no line begins with +++ b/)");
        }
        if (changes.stream().map(path -> path.getName(0)).distinct().count() > 1) {
            throw new UnclearPatch(file, "it changes more than one module: " + changes);
        }
    }

    /// Reads all faults of a folder, by name.
    static List<Fault> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .map(Fault::read)
                    .toList();
        }
    }

    private static Fault read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return new Fault(
                    file,
                    String.join(" ", said(lines, "Fault:")),
                    said(lines, "Tests:").stream()
                            .flatMap(names -> Stream.of(names.split("\\s+")))
                            .toList(),
                    said(lines, "Option:"),
                    said(lines, CHANGED).stream().map(Path::of).toList());
        } catch (IOException | InvalidPathException e) {
            throw new UnclearPatch(file, "it cannot be read: " + e.getMessage());
        }
    }

    private static List<String> said(List<String> lines, String word) {
        return lines.stream()
                .filter(line -> line.startsWith(word))
                .map(line -> line.substring(word.length()).strip())
                .toList();
    }

    String name() {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    /// Refuses to be tried on a tree that lacks what it changes.
    void mustFit(Path tree) {
        for (Path change : changes) {
            if (change.normalize().startsWith("..") || !Files.isRegularFile(tree.resolve(change))) {
                throw new UnclearPatch(file, "it changes " + change + ", which is not there");
            }
        }
        if (!Files.isDirectory(tree.resolve(module()).resolve("target/test-classes"))) {
            throw new UnclearPatch(file, "the module " + module() + " has no tests that are built");
        }
    }

    /// Returns the module it is planted in, which also holds the tests.
    String module() {
        return changes.getFirst().getName(0).toString();
    }
}
