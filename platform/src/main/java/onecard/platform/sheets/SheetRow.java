package onecard.platform.sheets;

import java.util.List;

/// A row of a table in which something stands.
///
/// @param number as shown at its left, from 1
/// @param cells from column A on; behind the last one nothing stands
/// @param hidden whether the row is hidden in the file
public record SheetRow(int number, List<Cell> cells, boolean hidden) {
    public SheetRow {
        cells = List.copyOf(cells);
    }

    /// Returns the cell of a column, 0 for A; blank where nothing stands.
    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.BLANK;
    }
}
