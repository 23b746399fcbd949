package onecard.platform.sheets;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.TreeMap;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/// The cells of a sheet, row after row.
final class XlsSheet extends XlsRecords {
    private final Merged merged;
    private final Rows rows;
    private final TreeMap<Integer, Cell> cells = new TreeMap<>();
    private final BitSet hidden = new BitSet();
    private @Nullable SSTRecord texts;
    private boolean since1904;
    private int row = -1;

    /// The column of a formula whose text comes in the next record.
    private int awaited = -1;

    XlsSheet(Merged merged, Rows rows) {
        this.merged = merged;
        this.rows = rows;
    }

    @Override
    void book(Record record) {
        switch (record) {
            case SSTRecord all -> texts = all;
            case DateWindow1904Record window -> since1904 = window.getWindowing() == 1;
            default -> {}
        }
    }

    @Override
    void sheet(Record record) {
        switch (record) {
            case RowRecord height -> {
                if (height.getZeroHeight()) {
                    hidden.set(height.getRowNumber());
                }
            }
            case StringRecord text -> {
                if (awaited >= 0) {
                    cells.put(awaited, Cell.of(Cell.Kind.TEXT, text.getString()));
                }
                awaited = -1;
            }
            case CellValueRecordInterface cell -> cell(record, cell);
            default -> {}
        }
    }

    private void cell(Record record, CellValueRecordInterface place) {
        at(place.getRow());
        awaited = -1;
        var cell =
                switch (record) {
                    case LabelSSTRecord label -> Cell.of(Cell.Kind.TEXT, text(label));
                    case LabelRecord label -> Cell.of(Cell.Kind.TEXT, label.getValue());
                    case NumberRecord number -> number(number.getValue(), place);
                    case BoolErrRecord either -> either(either);
                    case FormulaRecord formula -> result(formula);
                    default -> Cell.BLANK;
                };
        if (cell.kind() != Cell.Kind.BLANK) {
            cells.put((int) place.getColumn(), cell);
        }
    }

    private String text(LabelSSTRecord label) {
        if (texts == null) {
            throw SheetProblems.damaged();
        }
        return texts.getString(label.getSSTIndex()).getString();
    }

    private Cell number(double value, CellValueRecordInterface place) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return new Cell(Cell.Kind.ERROR, "#NUM!", false);
        }
        int format = formats().getFormatIndex(place);
        var code = formats().getFormatString(place);
        boolean date = Numbers.showsDate(format, code == null ? "" : code);
        return Numbers.of(BigDecimal.valueOf(value), date, since1904);
    }

    private static Cell either(BoolErrRecord record) {
        return record.isBoolean()
                ? new Cell(Cell.Kind.BOOLEAN, record.getBooleanValue() ? "TRUE" : "FALSE", false)
                : error(record.getErrorValue());
    }

    private Cell result(FormulaRecord formula) {
        if (formula.hasCachedResultString()) {
            awaited = formula.getColumn();
            return Cell.BLANK;
        }
        return switch (formula.getCachedResultTypeEnum()) {
            case BOOLEAN ->
                    new Cell(
                            Cell.Kind.BOOLEAN,
                            formula.getCachedBooleanValue() ? "TRUE" : "FALSE",
                            false);
            case ERROR -> error((byte) formula.getCachedErrorValue());
            case NUMERIC, STRING, BLANK, FORMULA, _NONE -> number(formula.getValue(), formula);
        };
    }

    private static Cell error(byte code) {
        return new Cell(
                Cell.Kind.ERROR,
                FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERR",
                false);
    }

    private void at(int next) {
        if (next == row) {
            return;
        }
        if (next < row) {
            throw SheetProblems.damaged();
        }
        flush();
        row = next;
    }

    private void flush() {
        if (row < 0) {
            return;
        }
        if (!merged.isEmpty()) {
            merged.fill(row, cells);
        }
        cells.forEach((column, cell) -> rows.cell(row + 1, column, cell));
        rows.end(row + 1, hidden.get(row));
        cells.clear();
        if (rows.isEnough()) {
            throw new Rows.Enough();
        }
    }

    @Override
    void end() {
        flush();
    }
}
