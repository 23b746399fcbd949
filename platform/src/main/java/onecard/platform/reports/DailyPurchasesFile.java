package onecard.platform.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onecard.platform.reports.DailyPurchases.DailyCell;
import onecard.platform.reports.DailyPurchases.DailyRow;
import onecard.platform.reports.DailyPurchases.DailyTotals;
import onecard.platform.system.Language;
import onecard.platform.system.Messages;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/// Writes the daily purchase summary as a workbook, laid out as on paper (`M-243`). Names are
/// written as text and shown as text, so that none is ever taken for a formula; amounts are
/// numbers.
@Component
class DailyPurchasesFile {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String TEXT = "@";
    private static final String DAY = "yyyy-mm-dd";
    private static final String COUNT = "#,##0";
    private static final String MONEY = "#,##0.00";
    private static final String GREY = "EDEDED";

    private static final int HEAD_ROW = 3;
    private static final int FIRST_ROW = 5;
    private static final int FIRST_CELL = 2;
    private static final int CELL_COLUMNS = 3;
    private static final int SUM_COLUMNS = 6;
    private static final int DAY_WIDTH = 12;
    private static final int NAME_WIDTH = 20;
    private static final int FIGURE_WIDTH = 12;

    /// After so many rows they are handed on, so that a long report does not fill the memory.
    private static final int ROWS_AT_ONCE = 200;

    private final Messages messages;

    DailyPurchasesFile(Messages messages) {
        this.messages = messages;
    }

    /// Returns how the file is called.
    String name(DailyPurchases report, Language language) {
        return "%s %s %s.xlsx"
                .formatted(
                        messages.say(language, "reports.daily.title"), report.from(), report.to());
    }

    /// Writes the workbook and leaves the stream open.
    void write(DailyPurchases report, Takings.View view, Language language, OutputStream out)
            throws IOException {
        try (Workbook workbook = new Workbook(out, "Onecard", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(say(language, "title"));
            new Sheet(sheet, report, view, language).write();
        }
    }

    private String say(Language language, String word) {
        return messages.say(language, "reports.daily." + word);
    }

    /// One sheet being written.
    private final class Sheet {
        private final Worksheet sheet;
        private final DailyPurchases report;
        private final Takings.View view;
        private final Language language;
        private final int sumColumn;
        private final int lastColumn;

        Sheet(Worksheet sheet, DailyPurchases report, Takings.View view, Language language) {
            this.sheet = sheet;
            this.report = report;
            this.view = view;
            this.language = language;
            this.sumColumn = FIRST_CELL + report.meals().size() * CELL_COLUMNS;
            this.lastColumn = sumColumn + SUM_COLUMNS - 1;
        }

        void write() throws IOException {
            page();
            title();
            head();
            int row = FIRST_ROW;
            for (DailyRow day : report.rows()) {
                day(row, day);
                row++;
                if (row % ROWS_AT_ONCE == 0) {
                    sheet.flush();
                }
            }
            total(row, report.totals());
            foot(row + 2);
        }

        private void page() {
            sheet.pageOrientation("landscape");
            sheet.setFitToPage(true);
            sheet.fitToWidth((short) 1);
            sheet.fitToHeight((short) 0);
            sheet.repeatRows(HEAD_ROW, FIRST_ROW - 1);
            sheet.freezePane(FIRST_CELL, FIRST_ROW);
            sheet.width(0, DAY_WIDTH);
            sheet.width(1, NAME_WIDTH);
            for (int column = FIRST_CELL; column <= lastColumn; column++) {
                sheet.width(column, FIGURE_WIDTH);
            }
        }

        private void title() {
            wide(0, report.unitName(), 14);
            wide(1, text("title"), 18);
            String what =
                    "%s: %s    %s: (%s)    %s"
                            .formatted(
                                    text("restaurant"),
                                    report.merchantName().orElseGet(() -> text("all")),
                                    text("date"),
                                    messages.say(
                                            language,
                                            "reports.daily.period",
                                            Map.of("from", report.from(), "to", report.to())),
                                    text(view == Takings.View.BOOKING ? "booking" : "transaction"));
            text(2, 0, report.adds() ? what : text("not-adds") + "    " + what);
            sheet.range(2, 0, 2, lastColumn).merge();
        }

        private void wide(int row, String words, int size) {
            text(row, 0, words);
            sheet.range(row, 0, row, lastColumn).merge();
            sheet.range(row, 0, row, lastColumn)
                    .style()
                    .format(TEXT)
                    .bold()
                    .fontSize(size)
                    .horizontalAlignment("center")
                    .set();
        }

        private void head() {
            over(0, 0, text("date"));
            over(1, 1, text("restaurant"));
            for (int meal = 0; meal < report.meals().size(); meal++) {
                int column = FIRST_CELL + meal * CELL_COLUMNS;
                over(column, column + CELL_COLUMNS - 1, report.meals().get(meal).name());
                words(column, List.of("count", "cash", "subsidy"));
            }
            over(sumColumn, lastColumn, text("total"));
            words(
                    sumColumn,
                    List.of("count", "cash", "subsidy", "amount", "corrections", "discount"));
            sheet.range(HEAD_ROW, 0, FIRST_ROW - 1, lastColumn)
                    .style()
                    .format(TEXT)
                    .bold()
                    .fillColor(GREY)
                    .borderStyle("thin")
                    .horizontalAlignment("center")
                    .verticalAlignment("center")
                    .set();
        }

        /// A word over some columns; over one column it covers both rows of the head.
        private void over(int first, int last, String words) {
            text(HEAD_ROW, first, words);
            int bottom = first == last ? FIRST_ROW - 1 : HEAD_ROW;
            sheet.range(HEAD_ROW, first, bottom, last).merge();
        }

        private void words(int column, List<String> words) {
            for (int i = 0; i < words.size(); i++) {
                text(HEAD_ROW + 1, column + i, text(words.get(i)));
            }
        }

        private void day(int row, DailyRow day) {
            sheet.value(row, 0, day.day());
            sheet.style(row, 0).format(DAY).borderStyle("thin").set();
            text(row, 1, day.merchantName());
            sheet.style(row, 1).format(TEXT).borderStyle("thin").set();
            figures(
                    row,
                    day.cells(),
                    sums(
                            day.count(),
                            day.cashCents(),
                            day.subsidyCents(),
                            day.totalCents(),
                            day.correctionsCents(),
                            day.discountCents()),
                    false);
        }

        private void total(int row, DailyTotals totals) {
            text(row, 0, text("sum"));
            sheet.range(row, 0, row, 1).merge();
            sheet.range(row, 0, row, 1).style().format(TEXT).bold().borderStyle("thin").set();
            figures(
                    row,
                    totals.cells(),
                    sums(
                            totals.count(),
                            totals.cashCents(),
                            totals.subsidyCents(),
                            totals.totalCents(),
                            totals.correctionsCents(),
                            totals.discountCents()),
                    true);
        }

        private static List<Number> sums(long count, long... cents) {
            var numbers = new ArrayList<Number>();
            numbers.add(count);
            for (long each : cents) {
                numbers.add(yuan(each));
            }
            return numbers;
        }

        private void figures(int row, List<DailyCell> cells, List<Number> sums, boolean bold) {
            var numbers = new ArrayList<Number>();
            for (DailyCell cell : cells) {
                numbers.add(cell.count());
                numbers.add(yuan(cell.cashCents()));
                numbers.add(yuan(cell.subsidyCents()));
            }
            numbers.addAll(sums);
            for (int i = 0; i < numbers.size(); i++) {
                Number number = numbers.get(i);
                sheet.value(row, FIRST_CELL + i, number);
                var style =
                        sheet.style(row, FIRST_CELL + i)
                                .format(number instanceof BigDecimal ? MONEY : COUNT)
                                .borderStyle("thin");
                if (bold) {
                    style.bold();
                }
                style.set();
            }
        }

        private void foot(int row) {
            String words =
                    "%s: %s        %s:                %s:                %s: %s"
                            .formatted(
                                    text("prepared-by"),
                                    report.preparedBy(),
                                    text("reviewed-by"),
                                    text("approved-by"),
                                    text("printed-at"),
                                    MOMENT.format(report.printedAt()));
            text(row, 0, words);
            sheet.range(row, 0, row, lastColumn).merge();
        }

        private String text(String word) {
            return say(language, word);
        }

        private void text(int row, int column, String words) {
            sheet.value(row, column, words);
            sheet.style(row, column).format(TEXT).set();
        }

        private static BigDecimal yuan(long cents) {
            return BigDecimal.valueOf(cents, 2);
        }
    }
}
