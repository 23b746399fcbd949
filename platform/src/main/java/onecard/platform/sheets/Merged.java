package onecard.platform.sheets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Cells that are merged downwards: the value of the topmost holds for each. What is merged to the
/// right, such as a title, is left as it is.
final class Merged {
    /// So many areas are looked at, others are not.
    static final int AREAS_MAX = 20_000;

    private final List<Area> areas = new ArrayList<>();
    private final Map<Integer, Held> held = new HashMap<>();
    private int next;
    private boolean sorted;

    private record Area(int firstRow, int lastRow, int column) {}

    private record Held(Cell cell, int lastRow) {}

    /// Adds an area; rows and columns from 0 on.
    void add(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        if (lastRow > firstRow
                && firstColumn == lastColumn
                && firstColumn < SheetReader.COLUMNS_MAX
                && areas.size() < AREAS_MAX) {
            areas.add(new Area(firstRow, lastRow, firstColumn));
        }
    }

    boolean isEmpty() {
        return areas.isEmpty();
    }

    /// Fills a row, from 0 on, from the areas it lies in. Rows come in order.
    void fill(int row, Map<Integer, Cell> cells) {
        if (!sorted) {
            areas.sort(Comparator.comparingInt(Area::firstRow));
            sorted = true;
        }
        while (next < areas.size() && areas.get(next).firstRow() < row) {
            next++;
        }
        held.values().removeIf(each -> each.lastRow() < row);
        boolean anything = cells.values().stream().anyMatch(cell -> !cell.isBlank());
        if (anything) {
            held.forEach((column, each) -> {
                if (cells.getOrDefault(column, Cell.BLANK).isBlank()) {
                    cells.put(column, each.cell().takenOver());
                }
            });
        }
        while (next < areas.size() && areas.get(next).firstRow() == row) {
            var area = areas.get(next++);
            held.put(
                    area.column(),
                    new Held(cells.getOrDefault(area.column(), Cell.BLANK), area.lastRow()));
        }
    }
}
