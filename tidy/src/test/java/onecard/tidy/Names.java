package onecard.tidy;

import com.sun.source.tree.ClassTree;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Names that say nothing. A thing is called by what it is in the glossary, not by its place in a
/// pattern.
final class Names {
    static final Pattern EMPTY_WORD = Pattern.compile("(Impl|Manager|Helper|Utils?|Dto|DTO|VO)$");

    private Names() {}

    static List<Breach> breaches(JavaFile java) {
        List<Breach> found = new ArrayList<>();
        java.scan(
                new TreePathScanner<>() {
                    @Override
                    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
                        if (EMPTY_WORD.matcher(type.getSimpleName()).find()) {
                            found.add(java.breach(type, type.getSimpleName() + " says nothing"));
                        }
                        return super.visitClass(type, null);
                    }
                });
        return found;
    }

    static boolean isEmpty(TextFile file) {
        String name = file.name();
        int dot = name.indexOf('.');
        return EMPTY_WORD.matcher(dot < 0 ? name : name.substring(0, dot)).find();
    }
}
