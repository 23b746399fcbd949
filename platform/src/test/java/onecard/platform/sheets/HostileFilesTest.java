package onecard.platform.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import onecard.platform.system.Problem;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Files that mean harm, or are not what they say. Each is refused within two seconds.
@Timeout(20)
class HostileFilesTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    @Test
    @DisplayName("W-14 A zip bomb is refused by what it would unpack to")
    void a_zip_bomb_is_refused() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var nothing = new byte[1 << 20];
            for (int i = 0; i < 400; i++) {
                zip.write(nothing);
            }
        }
        refused(out.toByteArray(), "file-unpacks-too-far");
    }

    @Test
    @DisplayName("W-14 A bomb that lies about its size is refused while it unpacks")
    void a_lying_bomb_is_refused() throws IOException {
        var part = "<row><c t=\"str\"><v>x</v></c></row>".repeat(1_000_000);
        var file = HandMade.asExcel(part).zipped();
        // The sizes in the directory at the end: 34 MB become 34.
        for (int i = 0; i < file.length - 4; i++) {
            if (file[i] == 'P' && file[i + 1] == 'K' && file[i + 2] == 1 && file[i + 3] == 2) {
                file[i + 27] = 0;
                file[i + 26] = 0;
                file[i + 25] = 0;
            }
        }
        assertThat(kind(file)).isIn("file-too-long", "file-damaged", "file-unpacks-too-far");
    }

    @Test
    @DisplayName("W-14 A million columns are refused")
    void a_million_columns_are_refused() {
        var cells = new StringBuilder();
        for (int i = 0; i < 1_000_000; i++) {
            cells.append("<c><v>").append(i * 7919L % 1_000_003).append("</v></c>");
        }
        refused(HandMade.asExcel("<row r=\"1\">" + cells + "</row>").zipped(), "file-too-wide");
        refused("x,".repeat(1_000_000).getBytes(StandardCharsets.UTF_8), "file-too-wide");
        refused(
                HandMade.asExcel("<row r=\"1\"><c r=\"BXOWE1\"><v>1</v></c></row>").zipped(),
                "file-too-wide");
    }

    @Test
    @DisplayName("W-14 An external entity is never fetched: a document type ends the reading")
    void an_external_entity_is_never_fetched() {
        var entity =
                "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row><c t=\"str\"><v>&x;</v></c></row></sheetData></worksheet>";
        refused(
                HandMade.asExcel("").with("xl/worksheets/sheet1.xml", entity).zipped(),
                "file-forbidden-parts");
        var laughs =
                "<!DOCTYPE r [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><sst><si><t>&b;</t></si></sst>";
        refused(
                HandMade.asExcel("").with("xl/sharedStrings.xml", laughs).zipped(),
                "file-forbidden-parts");
    }

    @Test
    @DisplayName("W-14 A program, a picture, a web page or a text document called .xlsx is refused")
    void what_is_no_table_is_refused() throws IOException {
        var program = new byte[4_096];
        new Random(1).nextBytes(program);
        program[0] = 'M';
        program[1] = 'Z';
        refused(program, "file-no-table");
        refused(
                "\u0089PNG\r\n\u001a\n\0\0\0".getBytes(StandardCharsets.ISO_8859_1),
                "file-no-table");
        refused("<html><table><tr><td>1".getBytes(StandardCharsets.UTF_8), "file-web-page");
        refused("\uFEFF<?xml version='1.0'?>".getBytes(StandardCharsets.UTF_8), "file-web-page");
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write('x');
        }
        refused(out.toByteArray(), "file-no-table");
    }

    @Test
    @DisplayName("W-14 A file that was cut off or turned over is refused, whatever was changed")
    void broken_files_never_break_the_reader() throws IOException {
        var random = new Random(20261123);
        var xls = new ByteArrayOutputStream();
        try (var book = new HSSFWorkbook()) {
            var sheet = book.createSheet();
            for (int row = 0; row < 50; row++) {
                sheet.createRow(row).createCell(0).setCellValue("张" + row);
            }
            book.write(xls);
        }
        var xlsx = HandMade.asExcel("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>").zipped();
        for (var whole : new byte[][] {xls.toByteArray(), xlsx}) {
            for (int i = 0; i < 300; i++) {
                var broken = whole.clone();
                for (int flips = random.nextInt(20); flips >= 0; flips--) {
                    broken[8 + random.nextInt(broken.length - 8)] = (byte) random.nextInt();
                }
                var cut = java.util.Arrays.copyOf(broken, 8 + random.nextInt(broken.length - 8));
                assertThat(kind(broken)).startsWith("file-");
                assertThat(kind(cut)).startsWith("file-");
            }
        }
    }

    @Test
    @DisplayName("W-14 A file that is too large, or has too many rows, is refused")
    void too_much_is_refused() {
        refused(new byte[SheetReader.FILE_MAX_BYTES + 1], "file-too-large");
        refused("x\n".repeat(200_001).getBytes(StandardCharsets.UTF_8), "file-too-long");
        refused(
                HandMade.asExcel(
                                "<row r=\"1\"><c t=\"str\"><v>"
                                        + "x".repeat(40_000)
                                        + "</v></c></row>")
                        .zipped(),
                "file-damaged");
    }

    private static void refused(byte[] file, String kind) {
        long begun = System.nanoTime();
        assertThat(kind(file)).isEqualTo(kind);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(AT_ONCE);
    }

    /// The problem a file ends with; `file-read` if it ends with none.
    private static String kind(byte[] file) {
        try {
            SheetReader.read(file, _ -> true);
            return "file-read";
        } catch (Problem problem) {
            return problem.kind().name();
        } catch (RuntimeException | Error broken) {
            return Assertions.fail("The reader broke", broken);
        }
    }
}
