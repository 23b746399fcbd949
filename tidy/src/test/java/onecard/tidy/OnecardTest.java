package onecard.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
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
                .contains("demo", "up", "verify-books", "bench", "check", "fix", "build", "help");
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
    @ValueSource(strings = {"check", "fix", "build"})
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
    void it_is_a_plain_shell_script_that_may_be_run() {
        assertThat(script).startsWith("#!/bin/sh\n");
        assertThat(Repository.ROOT.resolve("onecard").toFile().canExecute()).isTrue();
        assertThat(Repository.ROOT.resolve(".ci/run").toFile().canExecute()).isTrue();
        assertThat(Repository.text(".ci/run").text()).contains("exec ./onecard check");
    }
}
