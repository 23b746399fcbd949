package onecard.tidy;

import com.sun.source.tree.LiteralTree;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The strings of a source.
final class Literals {
    record Literal(String text, long line) {}

    private Literals() {}

    static List<Literal> of(JavaFile java) {
        List<Literal> found = new ArrayList<>();
        java.scan(
                new TreePathScanner<>() {
                    @Override
                    public @Nullable Void visitLiteral(
                            LiteralTree literal, @Nullable Void nothing) {
                        if (literal.getValue() instanceof String text) {
                            found.add(new Literal(text, java.startLine(literal)));
                        }
                        return super.visitLiteral(literal, null);
                    }
                });
        return found;
    }
}
