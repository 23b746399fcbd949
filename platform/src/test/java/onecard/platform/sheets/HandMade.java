package onecard.platform.sheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Workbooks made by hand, part by part, as Excel and WPS write them.
final class HandMade {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String HEAD =
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private final Map<String, String> parts = new LinkedHashMap<>();

    private HandMade() {}

    /// A workbook as Excel writes it: shared texts, styles with a date, relations with short paths.
    static HandMade asExcel(String rows) {
        var book = new HandMade();
        book.parts.put("[Content_Types].xml", HEAD + "<Types/>");
        book.parts.put(
                "_rels/.rels", HEAD + relations("rId1", "officeDocument", "xl/workbook.xml"));
        book.parts.put(
                "xl/workbook.xml",
                HEAD
                        + "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><workbookPr/><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
                                .formatted(MAIN, OFFICE));
        book.parts.put(
                "xl/_rels/workbook.xml.rels",
                HEAD
                        + "<Relationships>"
                        + relation("rId1", "worksheet", "worksheets/sheet1.xml")
                        + relation("rId2", "styles", "styles.xml")
                        + relation("rId3", "sharedStrings", "sharedStrings.xml")
                        + "</Relationships>");
        book.parts.put(
                "xl/styles.xml",
                HEAD
                        + "<styleSheet xmlns=\"%s\"><numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/><numFmt numFmtId=\"177\" formatCode=\"0.00_ \"/></numFmts><cellStyleXfs><xf numFmtId=\"0\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"176\"/><xf numFmtId=\"177\"/><xf numFmtId=\"49\"/></cellXfs></styleSheet>"
                                .formatted(MAIN));
        book.parts.put(
                "xl/sharedStrings.xml",
                HEAD
                        + "<sst xmlns=\"%s\"><si><t>工号</t></si><si><t>姓名</t></si><si><r><t>张</t></r><r><rPr><b/></rPr><t>三</t></r><rPh sb=\"0\" eb=\"1\"><t>zhang</t></rPh></si><si><t xml:space=\"preserve\"> 李四_x000D_ </t></si></sst>"
                                .formatted(MAIN));
        return book.sheet(rows);
    }

    /// A workbook as WPS writes it: absolute paths, prefixes, no references at the cells.
    static HandMade asWps(String rows) {
        var book = asExcel("");
        book.parts.put(
                "xl/_rels/workbook.xml.rels",
                HEAD
                        + "<Relationships>"
                        + relation("rId1", "worksheet", "/xl/worksheets/sheet1.xml")
                        + "</Relationships>");
        book.parts.put(
                "xl/worksheets/sheet1.xml",
                HEAD
                        + "<x:worksheet xmlns:x=\"%s\"><x:sheetData>%s</x:sheetData></x:worksheet>"
                                .formatted(MAIN, rows));
        return book;
    }

    HandMade sheet(String rows) {
        return sheet(rows, "");
    }

    /// @param behind what stands behind the cells
    HandMade sheet(String rows, String behind) {
        return with(
                "xl/worksheets/sheet1.xml",
                HEAD
                        + "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData>%s</worksheet>"
                                .formatted(MAIN, rows, behind));
    }

    HandMade with(String part, String text) {
        parts.put(part, text);
        return this;
    }

    HandMade book(String sheets, String properties) {
        return with(
                "xl/workbook.xml",
                HEAD
                        + "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><workbookPr %s/><sheets>%s</sheets></workbook>"
                                .formatted(MAIN, OFFICE, properties, sheets));
    }

    static String relations(String id, String type, String target) {
        return "<Relationships>" + relation(id, type, target) + "</Relationships>";
    }

    static String relation(String id, String type, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
                .formatted(id, OFFICE, type, target);
    }

    byte[] zipped() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
