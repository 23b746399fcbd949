package onecard.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The files of the repository as git knows them, and new ones that it does not ignore.
final class Repository {
    /// The module runs in its own folder, one below the root.
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /// What no source archive contains, for trees that came without git.
    private static final Set<String> MADE =
            Set.of("target", "node_modules", "dist", "data", "demo-data", ".git", ".onecard");

    private static final List<String> PATHS = paths();
    private static final List<TextFile> TEXTS =
            PATHS.stream().map(Repository::read).flatMap(Optional::stream).toList();

    private Repository() {}

    /// Every file, as a path from the root with `/`.
    static List<String> files() {
        return PATHS;
    }

    /// Every file that is text.
    static List<TextFile> texts() {
        return TEXTS;
    }

    static Stream<TextFile> texts(Predicate<TextFile> which) {
        return TEXTS.stream().filter(which);
    }

    static TextFile text(String path) {
        return texts(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no text " + path));
    }

    /// Whether there is such a file or folder of files.
    static boolean has(String path) {
        return PATHS.stream().anyMatch(each -> each.equals(path) || each.startsWith(path + "/"));
    }

    private static List<String> paths() {
        List<String> known = asked();
        return known.stream()
                .filter(path -> Files.isRegularFile(ROOT.resolve(path)))
                .sorted()
                .toList();
    }

    private static List<String> asked() {
        if (!Files.exists(ROOT.resolve(".git"))) {
            return walked();
        }
        Command.Ended git =
                Command.in(
                        ROOT,
                        "git",
                        "ls-files",
                        "-z",
                        "--cached",
                        "--others",
                        "--exclude-standard");
        if (git.code() != 0) {
            throw new IllegalStateException("git ls-files failed: " + git.said());
        }
        return List.of(git.said().split("\0"));
    }

    private static List<String> walked() {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.map(ROOT::relativize)
                    .filter(Repository::isSource)
                    .map(path -> path.toString().replace('\\', '/'))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSource(Path path) {
        for (Path part : path) {
            if (MADE.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }

    private static Optional<TextFile> read(String path) {
        try {
            return Optional.of(
                    new TextFile(
                            path, Files.readString(ROOT.resolve(path), StandardCharsets.UTF_8)));
        } catch (MalformedInputException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
