package onecard.platform.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that other programs wrote. They say the same: a number with zeros and one without, a date,
/// a formula, cells merged downwards, a hidden row.
class ForeignFilesTest {
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"libreoffice.xlsx", "libreoffice.xls", "openpyxl.xlsx"})
    @DisplayName("W-14 Files of LibreOffice and of another library are read")
    void workbooks_of_other_programs_are_read(String name) {
        var rows = read(sample(name));
        assertThat(texts(rows.getFirst())).containsExactly("工号", "姓名", "部门", "日期", "公式");
        assertThat(texts(rows.get(1)).subList(0, 4))
                .containsExactly("000001", "𠅤子龘", "生产部", "2026-03-02");
        assertThat(texts(rows.get(2)).subList(0, 3)).containsExactly("2", "=不是公式", "生产部");
        assertThat(rows.get(3).hidden()).isTrue();
        var formula = rows.get(1).cell(4);
        if (name.startsWith("libreoffice")) {
            assertThat(formula.text()).isEqualTo("3");
            assertThat(rows.get(2).cell(4).text()).isEqualTo("𠅤子龘!");
        } else {
            assertThat(formula.kind()).isEqualTo(Cell.Kind.NO_RESULT);
        }
    }

    @Test
    @DisplayName("W-14 A .csv of LibreOffice is read")
    void a_text_table_of_libreoffice_is_read() {
        var rows = read(sample("libreoffice.csv"));
        assertThat(texts(rows.get(1))).containsExactly("000001", "𠅤子龘", "生产部", "2026-03-02", "3");
    }

    @Test
    @DisplayName(
            "W-14 What we export opens in LibreOffice with the same texts; no name is computed")
    void what_we_export_opens_in_libreoffice(@TempDir Path folder)
            throws IOException, InterruptedException {
        var office =
                List.of("/usr/bin/soffice", "/usr/bin/libreoffice").stream()
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst();
        assumeTrue(office.isPresent(), "LibreOffice is not installed here");
        var file = folder.resolve("export.xlsx");
        var line = List.of("000123", "=1+1", "@SUM(1)", "张三", "-5");
        try (var out = Files.newOutputStream(file)) {
            SheetWriter.write(
                    out, "人员", List.of("工号", "a", "b", "c", "d"), lines -> lines.write(line));
        }
        var program =
                new ProcessBuilder(
                                office.get().toString(),
                                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                                "--headless",
                                "--convert-to",
                                "csv:Text - txt - csv (StarCalc):44,34,76",
                                "--outdir",
                                folder.toString(),
                                file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("export.csv")))
                .isEqualTo("工号,a,b,c,d\n000123,=1+1,@SUM(1),张三,-5\n");
    }

    private static byte[] sample(String name) {
        try (var in = ForeignFilesTest.class.getResourceAsStream("/sheets/" + name)) {
            if (in == null) {
                throw new IllegalStateException("There is no sample " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<SheetRow> read(byte[] file) {
        var rows = new ArrayList<SheetRow>();
        SheetReader.read(file, rows::add);
        return rows;
    }

    private static List<String> texts(SheetRow row) {
        return row.cells().stream().map(Cell::text).toList();
    }
}
