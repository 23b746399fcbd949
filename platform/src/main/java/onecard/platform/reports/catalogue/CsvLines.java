package onecard.platform.reports.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Writes a report as `.csv` in UTF-8, with the mark by which Excel knows it: one line of titles,
/// the rows, the sums. A text that a spreadsheet would take for a formula gets an apostrophe.
final class CsvLines implements Lines {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Writer out;
    private List<Column> columns = List.of();

    CsvLines(OutputStream stream) {
        this.out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    }

    @Override
    public void head(Paper paper) throws IOException {
        columns = paper.columns();
        out.write('\ufeff');
        line(
                IntStream.range(0, columns.size())
                        .mapToObj(i ->
                                columns.get(i).group().map(group -> group + " ").orElse("")
                                        + paper.titles().get(i))
                        .map(CsvLines::text)
                        .toList());
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        line(
                IntStream.range(0, cells.size())
                        .mapToObj(i -> cell(columns.get(i).type(), cells.get(i)))
                        .toList());
    }

    @Override
    public void end(List<@Nullable Object> sums) throws IOException {
        row(sums);
        out.flush();
    }

    private void line(List<String> cells) throws IOException {
        out.write(cells.stream().collect(Collectors.joining(",", "", "\r\n")));
    }

    private static String cell(ColumnType type, @Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Long cents when type == ColumnType.MONEY ->
                    BigDecimal.valueOf(cents, 2).toPlainString();
            case OffsetDateTime at -> MOMENT.format(at);
            case String words -> text(words);
            default -> cell.toString();
        };
    }

    private static String text(String words) {
        String safe = words.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + words : words;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
