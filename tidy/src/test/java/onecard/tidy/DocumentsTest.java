package onecard.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Documents stay true: links arrive, what is named exists, commands are understood.
class DocumentsTest {
    /// Programs of others that a command of a document may call; each such line is tried elsewhere.
    private static final Set<String> FOREIGN =
            Set.of("apt-get", "coap-client-openssl", "git", "od", "printf", "cd");

    private final Programs platform = Programs.of("platform");
    private final Programs benchmarks = Programs.of("benchmarks");
    private final Programs simulator = Programs.of("simulator");
    private final Programs bridge = Programs.of("bridge");

    @Test
    void every_link_and_every_anchor_arrives() {
        assertThat(Document.all()).isNotEmpty();
        assertThat(Document.all().stream().flatMap(Document::broken)).isEmpty();
    }

    @Test
    void every_document_is_reached_from_the_first_page() {
        Set<String> linked = new TreeSet<>(Set.of("README.md"));
        for (int before = 0; before < linked.size(); ) {
            before = linked.size();
            Document.all().stream()
                    .filter(document -> linked.contains(document.file().path()))
                    .flatMap(Document::targets)
                    .toList()
                    .forEach(target ->
                            Repository.files().stream()
                                    .filter(path ->
                                            path.equals(target) || path.startsWith(target + "/"))
                                    .forEach(linked::add));
        }
        assertThat(Document.all())
                .extracting(document -> document.file().path())
                .filteredOn(path -> path.startsWith("docs/"))
                .filteredOn(path -> !linked.contains(path))
                .isEmpty();
    }

    @Test
    void whatever_stands_in_back_ticks_exists() {
        assertThat(Document.all().stream().flatMap(this::wrongWords)).isEmpty();
    }

    @Test
    void every_command_is_understood_by_the_program_it_calls() {
        assertThat(Document.all().stream().flatMap(this::wrongCommands)).isEmpty();
    }

    @Test
    void no_document_counts_lines_of_a_source() {
        assertThat(
                        Document.all().stream()
                                .flatMap(document ->
                                        document.file()
                                                .breaches(
                                                        Pattern.compile("\\.java:\\d+"),
                                                        "line numbers move")))
                .isEmpty();
    }

    @Test
    void the_rules_find_what_is_wrong() {
        var document =
                new Document(
                        new TextFile(
                                "docs/x.md",
                                """
                                # A heading, with `code`
                                [a](#a-heading-with-code) [b](#nowhere) [c](missing.md)
                                `Ledger` `NoSuchType` `Purchases.take` `Purchases.steal`
                                ```sh
                                ./onecard demo --jsn
                                ./onecard bench purchases --accounts 5
                                ```
                                `./onecard look` `./onecard lock` `fleet --config f --no-such`
                                """));
        assertThat(document.broken()).hasSize(2);
        assertThat(wrongWords(document)).hasSize(4);
        assertThat(wrongCommands(document)).hasSize(1);
    }

    private Stream<Breach> wrongWords(Document document) {
        return document.ticked().stream()
                .flatMap(word ->
                        wrongWord(word.text()).stream()
                                .map(why -> new Breach(document.file().path(), word.line(), why)));
    }

    /// A command in the running text is a command too: one of ours, or one of the simulator.
    private Optional<String> wrongWord(String text) {
        if (text.startsWith("./onecard ")) {
            return wrong(text);
        }
        List<String> words = List.of(text.split(" +"));
        return simulator.options().containsKey(words.getFirst()) && text.contains(" --")
                ? simulator.wrong(words.getFirst(), words)
                : Words.wrong(text);
    }

    private Stream<Breach> wrongCommands(Document document) {
        return document.commands().stream()
                .flatMap(command ->
                        wrong(command.text()).stream()
                                .map(why ->
                                        new Breach(document.file().path(), command.line(), why)));
    }

    private Optional<String> wrong(String line) {
        List<String> words = Arrays.stream(line.split(" +")).toList();
        if (!words.getFirst().equals("./onecard")) {
            return FOREIGN.contains(words.getFirst())
                    ? Optional.empty()
                    : Optional.of("nothing here checks " + words.getFirst());
        }
        if (words.size() == 1) {
            return Optional.empty();
        }
        List<String> rest = words.subList(2, words.size());
        return switch (words.get(1)) {
            case "help", "check", "fix", "build" ->
                    rest.isEmpty() ? Optional.empty() : Optional.of("takes no " + rest);
            case "look" ->
                    rest.stream().noneMatch(each -> each.startsWith("-"))
                            ? Optional.empty()
                            : Optional.of("look takes no option");
            case "faults" -> benchmarks.wrong("faults", rest);
            case "bench" -> benchmarks.wrong(rest.getFirst(), rest);
            case "bridge" -> bridge.wrong("serve", rest);
            case "terminals" -> simulator.wrong(rest.getFirst(), rest);
            case String command -> platform.wrong(command, rest);
        };
    }
}
