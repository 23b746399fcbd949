package onecard.platform.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Writes a table as `.xlsx`. Every cell is text and is shown as text: a name that begins with `=`
/// is a name, and a number keeps its zeros.
public final class SheetWriter {
    private static final String TEXT = "@";
    private static final String GREY = "EDEDED";
    private static final int ROWS_AT_ONCE = 500;
    private static final int WIDTH_MIN = 10;
    private static final int WIDTH_MAX = 60;

    private SheetWriter() {}

    /// Takes the rows to be written, one by one.
    @FunctionalInterface
    public interface Lines {
        /// Writes a row.
        void write(List<String> cells) throws IOException;
    }

    /// Hands over the rows.
    @FunctionalInterface
    public interface Source {
        /// Writes all rows.
        void writeTo(Lines lines) throws IOException;
    }

    /// Writes a heading and rows, and leaves the stream open.
    ///
    /// @param name of the sheet
    public static void write(OutputStream out, String name, List<String> heading, Source source)
            throws IOException {
        try (Workbook workbook = new Workbook(out, "Onecard", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(name);
            sheet.freezePane(0, 1);
            for (int column = 0; column < heading.size(); column++) {
                sheet.value(0, column, heading.get(column));
                sheet.style(0, column).format(TEXT).bold().fillColor(GREY).set();
                int wide = heading.get(column).length() * 2 + 4;
                sheet.width(column, Math.clamp(wide, WIDTH_MIN, WIDTH_MAX));
            }
            int[] row = {0};
            source.writeTo(cells -> {
                row[0]++;
                for (int column = 0; column < cells.size(); column++) {
                    if (!cells.get(column).isEmpty()) {
                        sheet.value(row[0], column, cells.get(column));
                        sheet.style(row[0], column).format(TEXT).set();
                    }
                }
                if (row[0] % ROWS_AT_ONCE == 0) {
                    sheet.flush();
                }
            });
        }
    }
}
