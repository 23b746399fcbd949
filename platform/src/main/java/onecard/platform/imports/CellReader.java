package onecard.platform.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.sheets.Cell;

/// Reads the cells of one row, and keeps what there is to be said about them.
public final class CellReader {
    private final ImportLine line;
    private final List<RowNote> problems = new ArrayList<>();
    private final List<RowNote> notices = new ArrayList<>();

    /// Reads this row.
    public CellReader(ImportLine line) {
        this.line = line;
    }

    /// Returns a cell in which something stands that can be read.
    ///
    /// @param required whether a blank one is a problem
    public Optional<Cell> cell(String field, boolean required) {
        var cell = line.cell(field);
        switch (cell.kind()) {
            case ERROR -> bad(field, "import.cell-error");
            case NO_RESULT -> bad(field, "import.cell-without-result");
            case BLANK -> {
                if (required) {
                    bad(field, "import.cell-missing");
                }
            }
            case TEXT, NUMBER, DATE, BOOLEAN -> {
                if (cell.isBlank()) {
                    if (required) {
                        bad(field, "import.cell-missing");
                    }
                    return Optional.empty();
                }
                if (cell.merged()) {
                    notice(field, "import.cell-merged", Map.of());
                }
                return Optional.of(cell);
            }
        }
        return Optional.empty();
    }

    /// The cell of this field makes the row bad.
    public void bad(String field, String message) {
        bad(field, message, Map.of());
    }

    /// The cell of this field makes the row bad.
    public void bad(String field, String message, Map<String, Object> values) {
        problems.add(new RowNote(field, line.cell(field).text(), message, values));
    }

    /// Something is to be said about the cell of this field.
    public void notice(String field, String message, Map<String, Object> values) {
        notices.add(new RowNote(field, line.cell(field).text(), message, values));
    }

    /// Returns the row.
    public ImportLine line() {
        return line;
    }

    /// Returns why the row is bad so far.
    public List<RowNote> problems() {
        return problems;
    }

    /// Returns what else is to be said so far.
    public List<RowNote> notices() {
        return notices;
    }
}
