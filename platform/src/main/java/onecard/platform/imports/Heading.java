package onecard.platform.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.sheets.Cell;
import onecard.platform.sheets.SheetReader;
import onecard.platform.sheets.SheetRow;
import onecard.platform.system.Problem;

/// The first rows of a table: which of them is the heading, and what its columns are called.
///
/// @param rows the first rows
/// @param heading the row that names the columns; empty if none does
record Heading(List<SheetRow> rows, Optional<SheetRow> heading) {
    /// So many rows are looked at.
    static final int ROWS = 30;

    /// Reads the head of a file.
    static Heading of(byte[] file, ImportDesks desks, ImportDesk<?> desk) {
        var rows = new ArrayList<SheetRow>();
        SheetReader.read(
                file,
                row -> {
                    rows.add(row);
                    return rows.size() < ROWS;
                });
        return new Heading(rows, heading(rows, desks, desk));
    }

    private static Optional<SheetRow> heading(
            List<SheetRow> rows, ImportDesks desks, ImportDesk<?> desk) {
        SheetRow best = null;
        int most = 0;
        for (var row : rows) {
            int known = guess(row, desks, desk).size();
            if (known > most) {
                best = row;
                most = known;
            }
        }
        return Optional.ofNullable(best);
    }

    /// Guesses the column of each field by the words of a row.
    static Map<String, Integer> guess(SheetRow row, ImportDesks desks, ImportDesk<?> desk) {
        var columns = new LinkedHashMap<String, Integer>();
        for (var field : desk.fields()) {
            var known = desks.headings(desk, field);
            for (int column = 0; column < row.cells().size(); column++) {
                if (row.cell(column).kind() == Cell.Kind.TEXT
                        && !columns.containsValue(column)
                        && known.contains(ImportDesks.plain(row.cell(column).text()))) {
                    columns.put(field.key(), column);
                    break;
                }
            }
        }
        return columns;
    }

    /// Refuses a file whose heading is not that of the template, where it must be.
    void mustFit(ImportDesk<?> desk, ImportDesks desks) {
        if (!desk.isHeadingFixed()) {
            return;
        }
        var row = heading.orElseGet(rows::getFirst);
        for (int column = 0; column < desk.fields().size(); column++) {
            var known = desks.headings(desk, desk.fields().get(column));
            var there = row.cell(column).text();
            if (!known.contains(ImportDesks.plain(there))) {
                throw Problem.of(ImportProblems.HEADING_WRONG)
                        .with("row", row.number())
                        .with("column", ImportWords.letter(column))
                        .with("expected", desks.title(desk, desk.fields().get(column)))
                        .with("value", there.strip());
            }
        }
    }

    /// Returns the heading as one text, to be known again.
    String print() {
        return heading.map(row ->
                        String.join(
                                "\u001f",
                                row.cells().stream()
                                        .map(cell -> ImportDesks.plain(cell.text()))
                                        .toList()))
                .orElse("");
    }

    int firstRow() {
        return heading.map(row -> row.number() + 1).orElse(1);
    }

    /// How many columns the first rows have.
    int width() {
        return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    }
}
