package onecard.tidy;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the platform promises, and the tests that show it: those whose display name begins with the
/// number of the promise.
final class Promises {
    static final String CLAIMED = "docs/reference/requirements.txt";
    static final String TABLE = "docs/reference/requirements.md";

    private static final Pattern CLAIM = Pattern.compile("(?m)^([MDW]-\\d+) (\\S.*)$");
    private static final Pattern NUMBERS = Pattern.compile("^((?:[MDW]-\\d+ )+)(.*)$");
    private static final Pattern SCRIPT =
            Pattern.compile("\\b(?:it|test|story|step)\\(\\s*(['\"`])((?:[MDW]-\\d+ )+.*?)\\1");

    private static final Comparator<String> BY_NUMBER =
            Comparator.<String, Character>comparing(number -> number.charAt(0))
                    .thenComparingInt(number -> Integer.parseInt(number.substring(2)));

    /// A test that shows something.
    ///
    /// @param place the class or file it stands in
    /// @param name its display name without the numbers
    record Shown(String number, String place, String name) {}

    private Promises() {}

    /// What is promised, by number.
    static SortedMap<String, String> claimed() {
        SortedMap<String, String> claims = new TreeMap<>(BY_NUMBER);
        CLAIM.matcher(Repository.text(CLAIMED).text())
                .results()
                .forEach(line -> claims.put(line.group(1), line.group(2)));
        return claims;
    }

    /// Every test that carries a number.
    static List<Shown> shown() {
        Stream<Shown> java =
                JavaFile.all().stream()
                        .filter(each -> each.file().isTest())
                        .flatMap(each ->
                                displayNames(each).stream()
                                        .flatMap(name ->
                                                shown(
                                                        each.file().name().replace(".java", ""),
                                                        name)));
        Stream<Shown> scripts =
                Repository.texts(file -> file.path().startsWith("console/"))
                        .filter(TextFile::isTest)
                        .flatMap(file ->
                                SCRIPT.matcher(file.text())
                                        .results()
                                        .flatMap(each -> shown(file.name(), each.group(2))));
        return Stream.concat(java, scripts)
                .sorted(Comparator.comparing(Shown::place).thenComparing(Shown::name))
                .toList();
    }

    private static Stream<Shown> shown(String place, String displayName) {
        var match = NUMBERS.matcher(displayName);
        return match.matches()
                ? Stream.of(match.group(1).strip().split(" "))
                        .map(number -> new Shown(number, place, match.group(2)))
                : Stream.empty();
    }

    static List<String> displayNames(JavaFile java) {
        List<String> names = new ArrayList<>();
        java.scan(
                new TreePathScanner<>() {
                    @Override
                    public @Nullable Void visitAnnotation(
                            AnnotationTree annotation, @Nullable Void nothing) {
                        if (annotation.getAnnotationType().toString().equals("DisplayName")) {
                            annotation.getArguments().forEach(each -> names.add(said(each)));
                        }
                        return super.visitAnnotation(annotation, null);
                    }
                });
        return names;
    }

    private static String said(ExpressionTree text) {
        return switch (text) {
            case AssignmentTree set -> said(set.getExpression());
            case LiteralTree literal -> String.valueOf(literal.getValue());
            case BinaryTree both -> said(both.getLeftOperand()) + said(both.getRightOperand());
            default -> text.toString();
        };
    }

    /// The table of promises and tests.
    static String table() {
        List<Shown> tests = shown();
        StringBuilder table =
                new StringBuilder(
                        """
                        # Promises and the tests that show them

                        Made from [`requirements.txt`](requirements.txt) and the names of the tests; `./onecard fix` writes it anew. `M` numbers come from the manual of the system that is replaced, `D` numbers are decisions on what it leaves open, `W` numbers go beyond it.

                        | No. | The platform promises | Shown by |
                        |---|---|---|
                        """);
        claimed()
                .forEach((number, promise) ->
                        table.append("| ")
                                .append(number)
                                .append(" | ")
                                .append(promise)
                                .append(" | ")
                                .append(String.join("<br>", places(tests, number)))
                                .append(" |\n"));
        return table.toString();
    }

    private static List<String> places(List<Shown> tests, String number) {
        return tests.stream()
                .filter(test -> test.number().equals(number))
                .map(test -> "`" + test.place() + "`: " + test.name().replace("|", "\\|"))
                .distinct()
                .toList();
    }
}
