package onecard.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The figures of one run. Each is printed as one JSON line when it is known, and all are written
/// to a file at the end.
final class Figures {
    private final JsonMapper json = JsonMapper.builder().build();
    private final List<String> lines = new ArrayList<>();
    private final PrintStream out;

    Figures(PrintStream out) {
        this.out = out;
    }

    /// Adds a figure.
    ///
    /// @param how how it was measured, in words
    void add(String name, double value, String unit, String how) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", name);
        line.put("value", Math.round(value * 1_000) / 1_000.0);
        line.put("unit", unit);
        line.put("how", how);
        String text = json.writeValueAsString(line);
        lines.add(text);
        out.println(text);
    }

    /// Adds a figure that is a count.
    void count(String name, long value, String unit, String how) {
        add(name, (double) value, unit, how);
    }

    /// Says what is going on, apart from the figures.
    void note(String text) {
        out.println("# " + text);
    }

    void writeTo(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static double median(List<Double> values) {
        return median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
