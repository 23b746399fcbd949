package onecard.tidy;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The commands of our programs and their options, as their sources declare them.
///
/// @param options by the name of the command
record Programs(Map<String, Set<String>> options) {
    /// Those of one module. A command knows the options of what is mixed into it.
    static Programs of(String module) {
        Map<String, Set<String>> byClass = new TreeMap<>();
        Map<String, String> names = new TreeMap<>();
        Map<String, List<String>> mixed = new TreeMap<>();
        JavaFile.main().stream()
                .filter(java -> java.file().path().startsWith(module + "/"))
                .forEach(java -> java.scan(new Declared(byClass, names, mixed)));
        Map<String, Set<String>> options = new TreeMap<>();
        names.forEach((type, name) -> {
            Set<String> known = new TreeSet<>(Set.of("--help", "--version", "-h", "-V"));
            known.addAll(byClass.getOrDefault(type, Set.of()));
            for (String mixin : mixed.getOrDefault(type, List.of())) {
                known.addAll(byClass.getOrDefault(mixin, Set.of()));
            }
            options.put(name, known);
        });
        return new Programs(options);
    }

    /// Why this command line is wrong, if it is.
    Optional<String> wrong(String command, List<String> arguments) {
        Set<String> known = options.get(command);
        if (known == null) {
            return Optional.of("there is no command " + command);
        }
        return arguments.stream()
                .filter(argument -> argument.startsWith("-"))
                .map(argument -> argument.replaceAll("=.*", ""))
                .filter(argument -> !known.contains(argument))
                .findFirst()
                .map(argument -> command + " knows no " + argument);
    }

    private static final class Declared extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final Map<String, Set<String>> byClass;
        private final Map<String, String> names;
        private final Map<String, List<String>> mixed;

        Declared(
                Map<String, Set<String>> byClass,
                Map<String, String> names,
                Map<String, List<String>> mixed) {
            this.byClass = byClass;
            this.names = names;
            this.mixed = mixed;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            String name = type.getSimpleName().toString();
            for (AnnotationTree annotation : type.getModifiers().getAnnotations()) {
                if (annotation.getAnnotationType().toString().equals("Command")) {
                    values(annotation, "name").forEach(word -> names.put(name, word));
                }
            }
            return super.visitClass(type, null);
        }

        @Override
        public @Nullable Void visitVariable(VariableTree field, @Nullable Void nothing) {
            for (AnnotationTree annotation : field.getModifiers().getAnnotations()) {
                String kind = annotation.getAnnotationType().toString();
                if (kind.equals("Option")) {
                    byClass.computeIfAbsent(around(), _ -> new TreeSet<>())
                            .addAll(values(annotation, "names"));
                } else if (kind.equals("Mixin")) {
                    mixed.computeIfAbsent(around(), _ -> new ArrayList<>())
                            .add(String.valueOf(field.getType()));
                }
            }
            return super.visitVariable(field, null);
        }

        private String around() {
            return getCurrentPath().getParentPath().getLeaf() instanceof ClassTree type
                    ? type.getSimpleName().toString()
                    : "";
        }

        private static List<String> values(AnnotationTree annotation, String key) {
            List<String> found = new ArrayList<>();
            for (var argument : annotation.getArguments()) {
                if (argument instanceof AssignmentTree set
                        && set.getVariable().toString().equals(key)) {
                    switch (set.getExpression()) {
                        case LiteralTree literal -> found.add(String.valueOf(literal.getValue()));
                        case NewArrayTree many ->
                                many.getInitializers()
                                        .forEach(each -> {
                                            if (each instanceof LiteralTree literal) {
                                                found.add(String.valueOf(literal.getValue()));
                                            }
                                        });
                        default -> {}
                    }
                }
            }
            return found;
        }
    }
}
