package onecard.platform.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetReaderTest {
    @Test
    @DisplayName("W-14 A workbook as Excel writes it: shared and rich texts, formulas, dates, gaps")
    void a_workbook_as_excel_writes_it() {
        var rows =
                read(
                        HandMade.asExcel(
                                        """
                                        <row r="1" spans="1:6"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
                                        <row r="3" hidden="1"><c r="A3"><v>100001</v></c><c r="B3" t="s"><v>2</v></c>
                                          <c r="D3" s="1"><v>46083</v></c><c r="E3" s="2"><v>46083.5</v></c><c r="F3" s="3"><v>0.30000000000000004</v></c></row>
                                        <row r="4"><c r="A4" s="4"/><c r="B4"/><c r="XFD4" s="4"/></row>
                                        <row r="5"><c r="A5" t="str"><f>B5&amp;"1"</f><v>A1</v></c><c r="B5"><f>SUM(A1)</f></c>
                                          <c r="C5" t="e"><v>#N/A</v></c><c r="D5" t="b"><v>1</v></c><c r="E5" t="inlineStr"><is><t>inline</t></is></c><c r="F5" t="s"><v>3</v></c></row>
                                        """)
                                .zipped());
        assertThat(rows).extracting(SheetRow::number).containsExactly(1, 3, 5);
        assertThat(texts(rows.get(0))).containsExactly("工号", "姓名");
        assertThat(texts(rows.get(1)))
                .containsExactly("100001", "张三", "", "2026-03-02", "2026-03-02T12:00:00", "0.3");
        assertThat(rows.get(1).hidden()).isTrue();
        assertThat(rows.get(1).cell(3).day()).contains(LocalDate.of(2026, 3, 2));
        assertThat(rows.get(2).cells())
                .extracting(Cell::kind)
                .containsExactly(
                        Cell.Kind.TEXT,
                        Cell.Kind.NO_RESULT,
                        Cell.Kind.ERROR,
                        Cell.Kind.BOOLEAN,
                        Cell.Kind.TEXT,
                        Cell.Kind.TEXT);
        assertThat(rows.get(2).cell(5).text()).isEqualTo(" 李四\r ");
        assertThat(rows.get(2).cell(99)).isEqualTo(Cell.BLANK);
    }

    @Test
    @DisplayName("W-14 A workbook as WPS writes it: prefixes, absolute paths, cells without places")
    void a_workbook_as_wps_writes_it() {
        var rows =
                read(
                        HandMade.asWps(
                                        "<x:row><x:c t=\"inlineStr\"><x:is><x:t>工号</x:t></x:is></x:c><x:c><x:v>1E5</x:v></x:c></x:row>"
                                                + "<x:row><x:c t=\"str\"><x:v>乙</x:v></x:c></x:row>")
                                .zipped());
        assertThat(rows).hasSize(2);
        assertThat(texts(rows.getFirst())).containsExactly("工号", "100000");
    }

    @Test
    @DisplayName("W-14 The first visible sheet is read; days may be counted from 1904")
    void the_first_visible_sheet_is_read() {
        var book =
                HandMade.asExcel("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>44621</v></c></row>")
                        .book(
                                "<sheet name=\"h\" sheetId=\"2\" state=\"hidden\" r:id=\"rId2\"/>"
                                        + "<sheet name=\"s\" sheetId=\"1\" r:id=\"rId1\"/>",
                                "date1904=\"1\"");
        assertThat(texts(read(book.zipped()).getFirst())).containsExactly("2026-03-02");
    }

    @Test
    @DisplayName("W-14 A value in cells merged downwards holds for each; a merged title stays one")
    void merged_cells_hold_for_each_row() {
        var rows =
                read(
                        HandMade.asExcel("")
                                .sheet(
                                        """
                                        <row r="1"><c r="A1" t="str"><v>title</v></c></row>
                                        <row r="2"><c r="A2"><v>1</v></c><c r="B2" t="str"><v>高一</v></c></row>
                                        <row r="3"><c r="A3"><v>2</v></c><c r="B3"/></row>
                                        <row r="4"><c r="A4"><v>3</v></c></row>
                                        <row r="5"><c r="A5"><v>4</v></c></row>
                                        """,
                                        "<mergeCells count=\"2\"><mergeCell ref=\"A1:F1\"/><mergeCell ref=\"B2:B4\"/></mergeCells>")
                                .zipped());
        assertThat(rows.stream().map(row -> row.cell(1).text()))
                .containsExactly("", "高一", "高一", "高一", "");
        assertThat(rows.get(1).cell(1).merged()).isFalse();
        assertThat(rows.get(2).cell(1).merged()).isTrue();
    }

    @Test
    @DisplayName("W-14 An .xls of another library: formulas, dates, merged and hidden rows")
    void an_old_workbook_is_read() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new HSSFWorkbook()) {
            var hidden = book.createSheet("hidden");
            hidden.createRow(0).createCell(0).setCellValue("not this");
            book.setSheetHidden(0, true);
            var sheet = book.createSheet("数据");
            var head = sheet.createRow(0);
            head.createCell(0).setCellValue("工号");
            head.createCell(1).setCellValue("部门");
            var first = sheet.createRow(2);
            first.createCell(0).setCellValue(100001);
            first.createCell(1).setCellValue("高一");
            var style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            var day = first.createCell(2);
            day.setCellValue(LocalDate.of(2026, 3, 2));
            day.setCellStyle(style);
            first.createCell(3).setCellFormula("A3*2");
            first.createCell(4).setCellFormula("B3&\"x\"");
            first.createCell(5).setCellValue(true);
            var second = sheet.createRow(3);
            second.createCell(0).setCellValue(0.1);
            second.setZeroHeight(true);
            sheet.addMergedRegion(new CellRangeAddress(2, 3, 1, 1));
            book.setActiveSheet(1);
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            book.write(out);
        }
        var rows = read(out.toByteArray());
        assertThat(rows).extracting(SheetRow::number).containsExactly(1, 3, 4);
        assertThat(texts(rows.get(1)))
                .containsExactly("100001", "高一", "2026-03-02", "200002", "高一x", "TRUE");
        assertThat(texts(rows.get(2))).containsExactly("0.1", "高一");
        assertThat(rows.get(2).hidden()).isTrue();
    }

    @ParameterizedTest(name = "in {0}")
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE"})
    @DisplayName("W-14 A .csv in UTF-8, GB18030 or with a mark, quoted, with gaps and zeros kept")
    void a_text_table_is_read(String charset) {
        var mark = charset.startsWith("UTF") ? "\uFEFF" : "";
        var text =
                mark
                        + "工号,姓名,部门\r\n001,\"张 \"\"三\"\"\",\"高一,\n一班\"\r\n\r\n=\"002\",𠅤子,龘\r\n,,\r\n003,末行,";
        var rows = read(text.getBytes(Charset.forName(charset)));
        assertThat(rows).extracting(SheetRow::number).containsExactly(1, 2, 5, 7);
        assertThat(texts(rows.get(1))).containsExactly("001", "张 \"三\"", "高一,\n一班");
        assertThat(texts(rows.get(2))).containsExactly("002", "𠅤子", "龘");
        assertThat(texts(rows.get(3))).containsExactly("003", "末行");
    }

    @Test
    @DisplayName("W-14 A .csv with semicolons, with tabs, or with the separator named")
    void separators_are_found() {
        assertThat(texts(read("a;b;c\n".getBytes(StandardCharsets.UTF_8)).getFirst()))
                .containsExactly("a", "b", "c");
        assertThat(texts(read("a\tb,c\n".getBytes(StandardCharsets.UTF_8)).getFirst()))
                .containsExactly("a\tb", "c");
        assertThat(texts(read("a\tb\n".getBytes(StandardCharsets.UTF_8)).getFirst()))
                .containsExactly("a", "b");
        assertThat(read("sep=;\r\na;b,c".getBytes(StandardCharsets.UTF_8)).getFirst())
                .matches(row -> row.number() == 2 && texts(row).equals(List.of("a", "b,c")));
    }

    @Test
    @DisplayName(
            "W-14 What SheetWriter writes is read again; a name that looks like a formula stays text")
    void what_is_written_is_text() throws IOException {
        var out = new ByteArrayOutputStream();
        var nasty = List.of("=1+1", "+1", "-1", "@x", "\t=1", " =cmd|'/c calc'!A0", "001");
        SheetWriter.write(out, "表", List.of("姓名"), lines -> lines.write(nasty));
        var cells = read(out.toByteArray()).get(1).cells();
        assertThat(cells).allMatch(cell -> cell.kind() == Cell.Kind.TEXT);
        assertThat(cells.stream().map(cell -> cell.text().strip()))
                .containsExactlyElementsOf(nasty.stream().map(String::strip).toList());
        assertThat(new String(unzipped(out.toByteArray()), StandardCharsets.UTF_8))
                .doesNotContain("<f>");
    }

    @Test
    void a_workbook_of_another_library_is_read() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("a");
            sheet.value(0, 0, "工号");
            sheet.value(1, 0, 7);
            sheet.value(1, 1, LocalDate.of(2026, 3, 2));
            sheet.style(1, 1).format("yyyy-MM-dd").set();
            sheet.formula(1, 2, "A2*2");
        }
        var rows = read(out.toByteArray());
        assertThat(texts(rows.get(1)).subList(0, 2)).containsExactly("7", "2026-03-02");
        assertThat(rows.get(1).cell(2).kind()).isEqualTo(Cell.Kind.NO_RESULT);
    }

    @Test
    @DisplayName("W-14 Full-width digits, typed days and numbers as text are understood")
    void typed_text_is_understood() {
        assertThat(Typed.plain(" １２３ＡＢ\u200B\u00A0")).isEqualTo("123AB");
        assertThat(text("２０２６年３月２日").day()).contains(LocalDate.of(2026, 3, 2));
        assertThat(text("2026/3/2").day()).contains(LocalDate.of(2026, 3, 2));
        assertThat(text("20260302").day()).contains(LocalDate.of(2026, 3, 2));
        assertThat(text("2026-02-30").day()).isEmpty();
        assertThat(text("1,005.50").number()).contains(new BigDecimal("1005.50"));
        assertThat(text("十").number()).isEmpty();
    }

    private static Cell text(String text) {
        return Cell.of(Cell.Kind.TEXT, text);
    }

    private static List<SheetRow> read(byte[] file) {
        var rows = new ArrayList<SheetRow>();
        SheetReader.read(file, rows::add);
        return rows;
    }

    private static List<String> texts(SheetRow row) {
        return row.cells().stream().map(Cell::text).toList();
    }

    private static byte[] unzipped(byte[] file) throws IOException {
        var out = new ByteArrayOutputStream();
        var saved = java.nio.file.Files.createTempFile("written", ".xlsx");
        java.nio.file.Files.write(saved, file);
        try (var zip = new java.util.zip.ZipFile(saved.toFile())) {
            for (var entry : java.util.Collections.list(zip.entries())) {
                zip.getInputStream(entry).transferTo(out);
            }
        }
        return out.toByteArray();
    }
}
