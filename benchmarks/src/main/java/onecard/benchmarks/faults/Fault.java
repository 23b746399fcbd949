package onecard.benchmarks.faults;

import java.io.IOException;
import java.nio.file.Files;
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
        if (about.isBlank() || tests.isEmpty() || changes.isEmpty()) {
            throw new IllegalArgumentException(
                    file + " must say its Fault:, its Tests:, and change a file");
        }
        if (changes.stream().map(path -> path.getName(0)).distinct().count() > 1) {
            throw new IllegalArgumentException(file + " changes more than one module");
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
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
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

    /// Returns the module it is planted in, which also holds the tests.
    String module() {
        return changes.getFirst().getName(0).toString();
    }
}
