package onecard.tidy;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A file is read once from top to bottom, a method fits on a screen.
final class Sizes {
    static final int FILE_LINES_MAX = 300;
    static final int TEST_LINES_MAX = 400;
    static final int METHOD_LINES_MAX = 40;

    /// Longer files, and why they are not cut.
    static final Map<String, String> LONG =
            Map.of("PurchaseBench.java", "one protocol of measuring, read from top to bottom");

    private Sizes() {}

    static boolean isMeasured(TextFile file) {
        return file.isJava() || file.is("vue") || file.is("ts") || file.is("mjs");
    }

    static Optional<Breach> tooLong(TextFile file) {
        int most = file.isTest() ? TEST_LINES_MAX : FILE_LINES_MAX;
        int lines = file.lines().size();
        return lines > most && !LONG.containsKey(file.name())
                ? Optional.of(new Breach(file.path(), lines, lines + " lines, at most " + most))
                : Optional.empty();
    }

    /// Methods whose body, brace to brace, is longer than a screen.
    static List<Breach> tooLong(JavaFile java) {
        List<Breach> found = new ArrayList<>();
        java.scan(
                new TreePathScanner<>() {
                    @Override
                    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
                        if (method.getBody() != null) {
                            long lines =
                                    java.endLine(method.getBody())
                                            - java.startLine(method.getBody())
                                            + 1;
                            if (lines > METHOD_LINES_MAX) {
                                found.add(java.breach(method, method.getName() + ": " + lines));
                            }
                        }
                        return super.visitMethod(method, null);
                    }
                });
        return found;
    }
}
