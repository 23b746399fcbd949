package onecard.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whoever writes a patch wrong is told in one line which one and why.
class UnclearPatchTest {
    @TempDir Path tree;

    /// What it printed for people, and its exit code.
    private record Ended(int code, String said) {}

    private Ended run(String... names) {
        var said = new StringWriter();
        var line = Faults.line().setErr(new PrintWriter(said));
        var arguments = new String[names.length + 2];
        arguments[0] = "--tree";
        arguments[1] = tree.toString();
        System.arraycopy(names, 0, arguments, 2, names.length);
        return new Ended(line.execute(arguments), said.toString());
    }

    private Path patches() throws IOException {
        return Files.createDirectories(tree.resolve("tidy/faults"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Tests: a.B ; +++ b/platform/A.java                              | no line Fault:
                    Fault: x ; +++ b/platform/A.java                                | no line Tests:
                    Fault: x ; Tests: a.B                                           | it changes no file
                    Fault: x ; Tests: a.B ; +++ b/platform/A.java ; +++ b/wire/B.java | more than one module
                    Fault: x ; Tests: a.B ; +++ b/platform/Gone.java                | which is not there
                    Fault: x ; Tests: a.B ; +++ b/../outside.java                   | which is not there
                    """)
    void an_unclear_patch_is_named_in_one_line(String patch, String why) throws IOException {
        Files.writeString(patches().resolve("odd.patch"), patch.replace(" ; ", "\n"));
        Ended ended = run();
        assertThat(ended.code()).isEqualTo(65);
        assertThat(ended.said().strip().lines())
                .singleElement()
                .asString()
                .startsWith("faults: odd.patch: ")
                .contains(why);
    }

    @Test
    void a_file_that_is_no_text_is_named_in_one_line() throws IOException {
        Files.write(patches().resolve("odd.patch"), new byte[] {(byte) 0xC3, 0x28, 0x0A});
        Ended ended = run();
        assertThat(ended.code()).isEqualTo(65);
        assertThat(ended.said().strip().lines()).singleElement().asString().contains("odd.patch");
    }

    @Test
    void a_patch_of_a_module_without_tests_is_named() throws IOException {
        Path changed = Files.createDirectories(tree.resolve("docs")).resolve("page.md");
        Files.writeString(changed, "text", StandardCharsets.UTF_8);
        Files.writeString(
                patches().resolve("odd.patch"), "Fault: x\nTests: a.B\n+++ b/docs/page.md\n");
        assertThat(run().said()).contains("odd.patch", "docs has no tests");
    }

    @Test
    void a_fault_that_is_not_there_is_named() throws IOException {
        patches();
        assertThat(run("no-such").said().strip().lines())
                .singleElement()
                .asString()
                .contains("no-such", "there is no such fault");
    }
}
