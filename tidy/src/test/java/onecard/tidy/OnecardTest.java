package onecard.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The one entry of the repository.
class OnecardTest {
    private static final Pattern LISTED = Pattern.compile("(?m)^ {2}\\./onecard ([a-z-]+) ");

    private final String script = Repository.text("onecard").text();

    private static Command.Ended onecard(String... arguments) {
        String[] words = new String[arguments.length + 2];
        words[0] = "sh";
        words[1] = "onecard";
        System.arraycopy(arguments, 0, words, 2, arguments.length);
        return Command.in(Repository.ROOT, words);
    }

    @Test
    void alone_it_lists_its_commands() {
        Command.Ended alone = onecard();
        assertThat(alone.code()).isZero();
        List<String> listed =
                LISTED.matcher(alone.said()).results().map(line -> line.group(1)).toList();
        assertThat(listed)
                .contains(
                        "demo",
                        "up",
                        "bridge",
                        "verify-books",
                        "bench",
                        "check",
                        "look",
                        "fix",
                        "build",
                        "help");
        assertThat(onecard("help").said()).isEqualTo(alone.said());
        assertThat(listed).allSatisfy(command -> assertThat(branches()).contains(command));
    }

    /// The words its last `case` knows.
    private List<String> branches() {
        String branches = script.substring(script.lastIndexOf("case $command in"));
        return Pattern.compile("[a-z][a-z-]+(?=[ )|])")
                .matcher(branches)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "look", "fix", "build"})
    void what_it_does_itself_it_explains_itself(String command) {
        Command.Ended explained = onecard(command, "--help");
        assertThat(explained.code()).isZero();
        assertThat(explained.said()).isNotBlank();
        assertThat(onecard(command, "--nonsense").code()).isEqualTo(64);
    }

    @Test
    void an_unknown_command_is_one_line_and_the_list() {
        Command.Ended unknown = onecard("fly");
        assertThat(unknown.code()).isEqualTo(64);
        assertThat(unknown.said()).contains("There is no command fly.").contains("./onecard demo");
    }

    @Test
    void what_the_tests_need_is_named_where_it_may_not_be_installed(@TempDir Path programs)
            throws IOException {
        for (String program : List.of("sh", "dirname", "sed", "ls", "head", "mkdir", "date")) {
            Path here =
                    Stream.of("/usr/bin", "/bin")
                            .map(folder -> Path.of(folder, program))
                            .filter(Files::isExecutable)
                            .findFirst()
                            .orElseThrow();
            Files.createSymbolicLink(programs.resolve(program), here);
        }
        Path nobody = Files.writeString(programs.resolve("id"), "#!/bin/sh\necho 1000\n");
        assertThat(nobody.toFile().setExecutable(true)).isTrue();
        Command.Ended check =
                Command.in(
                        Repository.ROOT,
                        Map.of(
                                "PATH",
                                programs.toString(),
                                "ONECARD_JAVA_HOME",
                                System.getProperty("java.home")),
                        "/bin/sh",
                        "onecard",
                        "check");
        assertThat(check.code()).isEqualTo(78);
        assertThat(check.said().lines())
                .singleElement()
                .asString()
                .contains("The tests need: chromium fontconfig fonts-wqy-microhei")
                .contains("As root: apt-get install chromium");
    }

    @Test
    void it_is_a_plain_shell_script_that_may_be_run() {
        assertThat(script).startsWith("#!/bin/sh\n");
        assertThat(Repository.ROOT.resolve("onecard").toFile().canExecute()).isTrue();
        assertThat(Repository.ROOT.resolve(".ci/run").toFile().canExecute()).isTrue();
        assertThat(Repository.text(".ci/run").text()).contains("exec ./onecard check");
    }
}
