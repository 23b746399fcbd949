package onecard.tidy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a document may name in back-ticks: types and their members, rooms with their tables and
/// functions, files, options, settings. Each must exist.
final class Words {
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*");
    private static final Pattern MEMBER =
            Pattern.compile("([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)\\.([a-z]\\w*)(?:\\(.*\\))?");
    private static final Pattern IN_SCHEMA = Pattern.compile("([a-z]+)\\.([a-z_]+)");
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z0-9-]*");
    private static final Pattern SETTING = Pattern.compile("ONECARD_[A-Z_]+");
    private static final Pattern SOURCE =
            Pattern.compile("[\\w./-]+\\.(?:java|md|sql|ts|vue|json|cddl|yaml|svg|txt|sh)");
    private static final Set<String> TOP =
            Set.of(
                    "vocabulary",
                    "wire",
                    "simulator",
                    "bridge",
                    "platform",
                    "console",
                    "benchmarks",
                    "tidy",
                    "docs",
                    "changelog");

    /// Words with the looks of ours that are somebody else's, or of this moment's making.
    private static final Set<String> FOREIGN =
            Set.of("Host", "Origin", "Retry-After", "fleet.json", "--help", "--version");

    private static final Map<String, Set<String>> TYPES = types();

    private Words() {}

    /// Why this word of a document is wrong, if it is.
    static Optional<String> wrong(String word) {
        if (FOREIGN.contains(word)) {
            return Optional.empty();
        }
        var member = MEMBER.matcher(word);
        var table = IN_SCHEMA.matcher(word);
        if (TYPE.matcher(word).matches()) {
            return unless(TYPES.containsKey(word), "there is no type " + word);
        }
        if (member.matches()) {
            Set<String> members = TYPES.getOrDefault(member.group(1), Set.of());
            return unless(members.contains(member.group(2)), "there is no " + word);
        }
        if (OPTION.matcher(word).matches() || SETTING.matcher(word).matches()) {
            return unless(isSaid(word), "no program knows " + word);
        }
        if (SOURCE.matcher(word).matches() || TOP.contains(word.replaceAll("/.*", ""))) {
            return unless(isFile(word), "there is no file " + word);
        }
        if (table.matches() && Statements.FLOORS.contains(table.group(1))) {
            return unless(isInDatabase(word), "the database has no " + word);
        }
        return Optional.empty();
    }

    private static Optional<String> unless(boolean right, String why) {
        return right ? Optional.empty() : Optional.of(why);
    }

    private static boolean isSaid(String word) {
        var whole = Pattern.compile("(?<![\\w-])" + Pattern.quote(word) + "(?![\\w-])");
        return Repository.texts(file -> file.isJava() || file.path().equals("onecard"))
                .anyMatch(file -> whole.matcher(file.text()).find());
    }

    private static boolean isFile(String word) {
        String path = word.replaceAll("/$", "");
        return path.contains("target/")
                || Repository.has(path)
                || Repository.files().stream().anyMatch(each -> each.endsWith("/" + path));
    }

    private static boolean isInDatabase(String word) {
        var whole = Pattern.compile("\\b" + Pattern.quote(word) + "\\b");
        return Repository.texts(Statements::isMigration)
                .anyMatch(file -> whole.matcher(file.text()).find());
    }

    private static Map<String, Set<String>> types() {
        Map<String, Set<String>> types = new HashMap<>();
        JavaFile.all().forEach(java -> java.scan(members(types)));
        return types;
    }

    private static TreePathScanner<@Nullable Void, @Nullable Void> members(
            Map<String, Set<String>> types) {
        return new TreePathScanner<>() {
            @Override
            public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
                of(type);
                return super.visitClass(type, null);
            }

            @Override
            public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
                around().add(method.getName().toString());
                return super.visitMethod(method, null);
            }

            @Override
            public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
                around().add(variable.getName().toString());
                return super.visitVariable(variable, null);
            }

            private Set<String> around() {
                for (var path = getCurrentPath(); path != null; path = path.getParentPath()) {
                    if (path.getLeaf() instanceof ClassTree type) {
                        return of(type);
                    }
                }
                return new HashSet<>();
            }

            private Set<String> of(ClassTree type) {
                return types.computeIfAbsent(type.getSimpleName().toString(), _ -> new HashSet<>());
            }
        };
    }
}
