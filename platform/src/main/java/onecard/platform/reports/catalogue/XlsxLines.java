package onecard.platform.reports.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// Writes a report as a workbook, in bounded memory however long it is: texts lie in their cells,
/// rows are handed on by the hundreds, and what one sheet cannot hold goes on on the next. Names
/// are text and stay text; amounts are numbers.
final class XlsxLines implements Lines {
    /// A sheet of Excel ends at 1,048,576 rows.
    static final int ROWS_OF_SHEET_MAX = 1_000_000;

    private static final int ROWS_AT_ONCE = 200;
    private static final String TEXT = "@";
    private static final String GREY = "EDEDED";

    private final Workbook workbook;
    private final int rowsOfSheet;
    private @Nullable Paper paper;
    private @Nullable Worksheet sheet;
    private int sheets;
    private int row;

    XlsxLines(OutputStream out, int rowsOfSheet) {
        this.workbook = new Workbook(out, "Onecard", "1.0");
        this.rowsOfSheet = rowsOfSheet;
    }

    @Override
    public void head(Paper around) throws IOException {
        paper = around;
        begin(around);
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        Paper around = paper();
        if (row >= rowsOfSheet) {
            begin(around);
        }
        write(around, cells, false);
    }

    @Override
    public void end(List<@Nullable Object> sums) throws IOException {
        Paper around = paper();
        write(around, sums, true);
        text(row + 1, 0, around.foot());
        workbook.finish();
    }

    private void begin(Paper around) throws IOException {
        sheets++;
        sheet = workbook.newWorksheet(sheets == 1 ? around.title() : around.title() + " " + sheets);
        row = 0;
        Worksheet on = sheet();
        on.pageOrientation("landscape");
        on.setFitToPage(true);
        on.fitToWidth((short) 1);
        on.fitToHeight((short) 0);
        for (int i = 0; i < around.columns().size(); i++) {
            on.width(i, width(around.columns().get(i)));
        }
        line(around.unitName(), 12);
        line(around.title(), 16);
        for (String each : around.lines()) {
            text(row, 0, each);
            row++;
        }
        boolean grouped = around.columns().stream().anyMatch(each -> each.group().isPresent());
        if (grouped) {
            groups(around.columns());
            row++;
        }
        for (int i = 0; i < around.titles().size(); i++) {
            head(row, i, around.titles().get(i));
        }
        on.repeatRows(grouped ? row - 1 : row, row);
        row++;
        on.freezePane(0, row);
    }

    private void groups(List<Column> columns) {
        for (int i = 0; i < columns.size(); i++) {
            head(row, i, columns.get(i).group().orElse(""));
        }
    }

    private void line(String words, int size) {
        text(row, 0, words);
        sheet().style(row, 0).format(TEXT).bold().fontSize(size).set();
        row++;
    }

    private void head(int at, int column, String words) {
        text(at, column, words);
        sheet().style(at, column)
                .format(TEXT)
                .bold()
                .fillColor(GREY)
                .borderStyle("thin")
                .horizontalAlignment("center")
                .set();
    }

    private void write(Paper around, List<@Nullable Object> cells, boolean bold)
            throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            @Nullable Object cell = cells.get(i);
            if (cell != null) {
                write(i, around.columns().get(i).type(), cell, bold);
            }
        }
        row++;
        if (row % ROWS_AT_ONCE == 0) {
            sheet().flush();
        }
    }

    private void write(int column, ColumnType type, Object cell, boolean bold) {
        Worksheet on = sheet();
        switch (cell) {
            case Long cents when type == ColumnType.MONEY ->
                    on.value(row, column, BigDecimal.valueOf(cents, 2));
            case Long count -> on.value(row, column, count);
            case LocalDate day -> on.value(row, column, day);
            case OffsetDateTime at -> on.value(row, column, at.toLocalDateTime());
            default -> on.inlineString(row, column, cell.toString());
        }
        var style = on.style(row, column).format(format(type, cell));
        if (bold) {
            style.bold();
        }
        style.set();
    }

    private static String format(ColumnType type, Object cell) {
        if (cell instanceof String) {
            return TEXT;
        }
        return switch (type) {
            case MONEY -> "#,##0.00";
            case COUNT -> "#,##0";
            case DAY -> "yyyy-mm-dd";
            case MOMENT -> "yyyy-mm-dd hh:mm:ss";
            case TEXT, WORD, NUMBER, ID, CODE -> TEXT;
        };
    }

    private static int width(Column column) {
        return switch (column.type()) {
            case MOMENT -> 20;
            case NUMBER, TEXT -> 18;
            case DAY, MONEY, WORD -> 12;
            case COUNT -> 9;
            case ID, CODE -> 6;
        };
    }

    private void text(int at, int column, String words) {
        sheet().inlineString(at, column, words);
        sheet().style(at, column).format(TEXT).set();
    }

    private Worksheet sheet() {
        if (sheet == null) {
            throw new IllegalStateException("A file begins with its head");
        }
        return sheet;
    }

    private Paper paper() {
        if (paper == null) {
            throw new IllegalStateException("A file begins with its head");
        }
        return paper;
    }
}
