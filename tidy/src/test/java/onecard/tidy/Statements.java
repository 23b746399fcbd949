package onecard.tidy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// SQL stays at home. A room's statements name what lies in the schema of that room or in the
/// windows of schema `reporting`. A migration may, besides, point down by a foreign key and call a
/// function of a room below. Each table is written by one class.
final class Statements {
    private static final String WINDOWS = "reporting";
    private static final String MIGRATIONS = "platform/src/main/resources/db/";

    /// Rooms in the order in which they are built: a foreign key points to an earlier one.
    static final List<String> FLOORS =
            List.of(
                    "database",
                    "ledger",
                    "system",
                    "jobs",
                    "sheets",
                    "receipts",
                    "imports",
                    "people",
                    "photos",
                    "merchants",
                    "cards",
                    "lists",
                    "rules",
                    "terminals",
                    "gate",
                    "faces",
                    "purchases",
                    "authorization",
                    "collection",
                    "reports",
                    "demo");

    /// Who reads at a neighbour's, and why.
    static final Map<String, String> GUESTS =
            Map.of(
                    "JournalChecks.java",
                    "compares the journal of purchases with the entries of the ledger, row by row");

    private static final Pattern NAMED =
            Pattern.compile(
                    "\\b(" + String.join("|", FLOORS) + ")\\.(?!(?:java|sql|md)\\b)[a-z_]+\\b");

    private static final Pattern STATEMENT =
            Pattern.compile(
                    "(?i)\\b(select|insert\\s+into|update|delete\\s+from|with|merge|call|join|from)\\b\\s");

    private static final Pattern WRITTEN =
            Pattern.compile("\\b(?:insert\\s+into|update|delete\\s+from)\\s+([a-z_]+\\.[a-z_]+)");

    private static final Pattern KEY = Pattern.compile("references\\s+([a-z_]+)\\.[a-z_]+");
    private static final Pattern COMMENT = Pattern.compile("--.*|'[^'\n]*'");

    private Statements() {}

    /// Names of other rooms in the statements of a Java source.
    static Stream<Breach> away(JavaFile java) {
        String room = java.room();
        if (room.isEmpty() || GUESTS.containsKey(java.file().name())) {
            return Stream.empty();
        }
        return statements(java)
                .flatMap(literal ->
                        others(literal.text(), room)
                                .map(name ->
                                        new Breach(
                                                java.file().path(),
                                                literal.line(),
                                                room + " names " + name)));
    }

    private static Stream<Literals.Literal> statements(JavaFile java) {
        return Literals.of(java).stream()
                .filter(literal -> STATEMENT.matcher(literal.text()).find());
    }

    private static Stream<String> others(String sql, String room) {
        return NAMED.matcher(sql)
                .results()
                .filter(name -> !name.group(1).equals(room))
                .map(MatchResult::group);
    }

    static boolean isMigration(TextFile file) {
        return file.path().startsWith(MIGRATIONS) && file.is("sql");
    }

    /// Names of other rooms in a migration, but for foreign keys that point down.
    static Stream<Breach> away(TextFile migration) {
        String room = migration.path().substring(MIGRATIONS.length()).replaceAll("/.*", "");
        String sql = blank(migration.text());
        Set<Integer> keys =
                KEY.matcher(sql)
                        .results()
                        .filter(key -> isBelow(key.group(1), room))
                        .map(key -> key.start(1))
                        .collect(Collectors.toSet());
        return NAMED.matcher(sql)
                .results()
                .filter(name -> !name.group(1).equals(room))
                .filter(name -> !keys.contains(name.start()))
                .filter(name -> !isCallBelow(sql, name, room))
                .map(name -> migration.breach(name, "not at home in " + room));
    }

    /// The text without comments and strings, every position as it was.
    private static String blank(String text) {
        return COMMENT.matcher(text).replaceAll(match -> match.group().replaceAll("[^\n]", " "));
    }

    private static boolean isCallBelow(String sql, MatchResult name, String room) {
        return sql.startsWith("(", name.end()) && isBelow(name.group(1), room);
    }

    private static boolean isBelow(String other, String room) {
        return FLOORS.contains(other) && FLOORS.indexOf(other) < FLOORS.indexOf(room);
    }

    /// The tables a source writes.
    static Set<String> written(JavaFile java) {
        return statements(java)
                .flatMap(literal -> WRITTEN.matcher(literal.text()).results())
                .map(match -> match.group(1))
                .filter(table -> !table.startsWith(WINDOWS + "."))
                .collect(Collectors.toSet());
    }
}
