package onecard.tidy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A document in Markdown.
record Document(TextFile file) {
    private static final Pattern FENCE =
            Pattern.compile("(?ms)^ *```(\\w*)[^\\n]*\\n(.*?)^ *```\\s*$");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6}\\s+(.*?)\\s*#*$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern TICKS = Pattern.compile("`([^`\\n]+)`");

    /// @param line where it begins in the document
    record Block(String language, String text, int line) {}

    /// @param line where it stands in the document
    record Word(String text, int line) {}

    static List<Document> all() {
        return Repository.texts(file -> file.is("md")).map(Document::new).toList();
    }

    List<Block> blocks() {
        return FENCE.matcher(file.text())
                .results()
                .map(each -> new Block(each.group(1), each.group(2), file.lineAt(each.start(2))))
                .toList();
    }

    /// The lines of shell blocks, continued lines joined, without comments.
    List<Word> commands() {
        List<Word> commands = new ArrayList<>();
        for (Block block : blocks()) {
            if (block.language().equals("sh")) {
                int line = block.line();
                for (String text : block.text().replace("\\\n", "  ").lines().toList()) {
                    if (!text.isBlank() && !text.strip().startsWith("#")) {
                        commands.add(new Word(text.strip(), line));
                    }
                    line++;
                }
            }
        }
        return commands;
    }

    /// What stands between back-ticks in the running text.
    List<Word> ticked() {
        return words(TICKS);
    }

    /// Addresses of links.
    List<Word> links() {
        return words(LINK);
    }

    private List<Word> words(Pattern pattern) {
        return pattern.matcher(prose())
                .results()
                .map(each -> new Word(each.group(1), file.lineAt(each.start())))
                .toList();
    }

    /// The text with its blocks blank, every position as it was.
    private String prose() {
        return FENCE.matcher(file.text()).replaceAll(each -> blank(each.group()));
    }

    private static String blank(String text) {
        return text.replaceAll("[^\\n]", " ");
    }

    /// The anchors of its headings, as the usual readers of Markdown make them.
    Set<String> anchors() {
        return HEADING.matcher(prose())
                .results()
                .map(each -> anchor(each.group(1)))
                .collect(Collectors.toSet());
    }

    static String anchor(String heading) {
        return heading.replaceAll("\\[([^]]*)\\]\\([^)]*\\)", "$1")
                .replaceAll("[`*]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\s_-]", "")
                .replace(' ', '-');
    }

    /// Links that lead nowhere.
    Stream<Breach> broken() {
        return links().stream()
                .filter(link -> !link.text().matches("[a-z]+:.*"))
                .filter(link -> !resolves(link.text()))
                .map(link -> new Breach(file.path(), link.line(), link.text() + " leads nowhere"));
    }

    /// The files and folders of the repository that it links to.
    Stream<String> targets() {
        return links().stream()
                .map(Word::text)
                .filter(link -> !link.matches("[a-z]+:.*"))
                .map(link -> target(link.replaceAll("#.*", "")));
    }

    private boolean resolves(String link) {
        int hash = link.indexOf('#');
        String target = target(hash < 0 ? link : link.substring(0, hash));
        return (target.equals(file.path()) || Repository.has(target))
                && (hash < 0 || at(target).anchors().contains(link.substring(hash + 1)));
    }

    private Document at(String path) {
        return path.equals(file.path()) ? this : new Document(Repository.text(path));
    }

    private String target(String path) {
        if (path.isEmpty()) {
            return file.path();
        }
        Path there = Repository.ROOT.resolve(file.path()).resolveSibling(path).normalize();
        return Repository.ROOT.relativize(there).toString();
    }
}
