package onecard.platform.sheets;

import java.util.ArrayList;
import java.util.List;

/// Gathers cells into rows and hands each on, within the limits.
final class Rows {
    /// The last column that Excel has.
    private static final int EXCEL_COLUMNS = 16_384;

    private final RowTaker taker;
    private final List<Cell> cells = new ArrayList<>();
    private int taken;
    private boolean enough;

    /// Ends the reading of a file whose reader pushes.
    static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super("enough", null, false, false);
        }
    }

    Rows(RowTaker taker) {
        this.taker = taker;
    }

    /// Puts a cell into the row that is being gathered.
    void cell(int row, int column, Cell cell) {
        if (column >= EXCEL_COLUMNS || column < 0) {
            throw SheetProblems.tooWide(row);
        }
        if (cell.kind() == Cell.Kind.BLANK) {
            return;
        }
        if (column >= SheetReader.COLUMNS_MAX) {
            throw SheetProblems.tooWide(row);
        }
        if (cell.text().length() > SheetReader.TEXT_MAX) {
            throw SheetProblems.damaged();
        }
        while (cells.size() <= column) {
            cells.add(Cell.BLANK);
        }
        cells.set(column, cell);
    }

    /// The row is complete.
    void end(int row, boolean hidden) {
        boolean blank = cells.stream().allMatch(Cell::isBlank);
        if (!blank && !enough) {
            if (++taken > SheetReader.ROWS_MAX) {
                throw SheetProblems.tooLong();
            }
            enough = !taker.take(new SheetRow(row, cells, hidden));
        }
        cells.clear();
    }

    /// Tells whether nobody wants more.
    boolean isEnough() {
        return enough;
    }
}
