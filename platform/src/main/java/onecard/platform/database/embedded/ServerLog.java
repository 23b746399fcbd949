package onecard.platform.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the server wrote since a moment: first what it prints, then its own log, which keeps one
/// file for each day of the week.
final class ServerLog {

    static final String FOLDER = "log";
    private static final int READ_AT_MOST = 64 * 1024;

    private final DatabaseHome home;
    private final Map<Path, Long> sizesBefore = new HashMap<>();

    private ServerLog(DatabaseHome home) {
        this.home = home;
        for (Path file : files(home)) {
            sizesBefore.put(file, file.toFile().length());
        }
    }

    static ServerLog sinceNow(DatabaseHome home) {
        return new ServerLog(home);
    }

    boolean mentions(String text) {
        return lines().stream().anyMatch(line -> line.contains(text));
    }

    /// The line that says why the server ended, as well as one can tell.
    String complaint() {
        return complaint(lines());
    }

    static String lastComplaint(Path file) {
        return complaint(linesFrom(file, 0));
    }

    private static String complaint(List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                .reduce((_, later) -> later)
                .or(() ->
                        lines.stream()
                                .filter(line -> line.contains("error:"))
                                .reduce((_, later) -> later))
                .or(() -> lines.stream().reduce((_, later) -> later))
                .orElse("no word in the log");
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>(linesFrom(home.startLog(), 0));
        for (Path file : files(home)) {
            lines.addAll(linesFrom(file, sizesBefore.getOrDefault(file, 0L)));
        }
        return lines;
    }

    private static List<Path> files(DatabaseHome home) {
        Path folder = home.cluster().resolve(FOLDER);
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*.log")) {
                all.forEach(files::add);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + folder, e);
            }
        }
        return files;
    }

    private static List<String> linesFrom(Path file, long from) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (FileChannel channel = FileChannel.open(file)) {
            long start = Math.max(from, channel.size() - READ_AT_MOST);
            ByteBuffer bytes =
                    ByteBuffer.allocate(Math.toIntExact(Math.max(0, channel.size() - start)));
            while (bytes.hasRemaining() && channel.read(bytes, start + bytes.position()) >= 0) {
                // read on until the size seen above
            }
            bytes.flip();
            return StandardCharsets.UTF_8
                    .decode(bytes)
                    .toString()
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
