package onecard.tidy;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// A Java source as the compiler reads it, without knowing what its names mean.
record JavaFile(TextFile file, CompilationUnitTree unit, DocTrees trees) {
    private static final Pattern ROOM = Pattern.compile("^onecard\\.platform\\.(\\w+)");
    private static final List<JavaFile> ALL = parse(Repository.texts(TextFile::isJava).toList());

    /// Every Java source of the repository.
    static List<JavaFile> all() {
        return ALL;
    }

    /// Sources that are not tests.
    static List<JavaFile> main() {
        return ALL.stream().filter(java -> !java.file().isTest()).toList();
    }

    /// Reads one source that is no file: a sample for a rule to be tried on.
    static JavaFile of(String path, String text) {
        return parse(List.of(new TextFile(path, text))).getFirst();
    }

    private static List<JavaFile> parse(List<TextFile> files) {
        Map<URI, TextFile> texts =
                files.stream().collect(Collectors.toMap(JavaFile::address, Function.identity()));
        JavacTask task =
                (JavacTask)
                        ToolProvider.getSystemJavaCompiler()
                                .getTask(
                                        null,
                                        null,
                                        _ -> {},
                                        List.of("-proc:none"),
                                        null,
                                        files.stream().map(Source::new).toList());
        DocTrees trees = DocTrees.instance(task);
        List<JavaFile> parsed = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                TextFile file = texts.get(unit.getSourceFile().toUri());
                if (file != null) {
                    parsed.add(new JavaFile(file, unit, trees));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parsed;
    }

    private static URI address(TextFile file) {
        return URI.create("source:///" + file.path());
    }

    String packageName() {
        return unit.getPackageName() == null ? "" : unit.getPackageName().toString();
    }

    /// The room of the platform this source belongs to, or an empty word.
    String room() {
        Matcher room = ROOM.matcher(packageName());
        return room.find() ? room.group(1) : "";
    }

    long startLine(Tree tree) {
        return lines().getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
    }

    long endLine(Tree tree) {
        return lines().getLineNumber(trees.getSourcePositions().getEndPosition(unit, tree));
    }

    private LineMap lines() {
        return unit.getLineMap();
    }

    @Nullable DocCommentTree comment(TreePath path) {
        return trees.getDocCommentTree(path);
    }

    Breach breach(Tree tree, String what) {
        return new Breach(file.path(), startLine(tree), what);
    }

    /// Lets the scanner look at the whole source.
    void scan(TreePathScanner<@Nullable Void, @Nullable Void> scanner) {
        scanner.scan(unit, null);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(TextFile file) {
            super(address(file), JavaFileObject.Kind.SOURCE);
            this.text = file.text();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
