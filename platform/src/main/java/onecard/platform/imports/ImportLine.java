package onecard.platform.imports;

import java.util.Map;
import onecard.platform.sheets.Cell;

/// A row of the table, its cells by the fields they fill.
///
/// @param row its number in the file
/// @param hidden whether it is hidden in the file
/// @param cells by field key
public record ImportLine(int row, boolean hidden, Map<String, Cell> cells) {
    public ImportLine {
        cells = Map.copyOf(cells);
    }

    /// Returns the cell of a field; blank if no column fills it.
    public Cell cell(String field) {
        return cells.getOrDefault(field, Cell.BLANK);
    }
}
