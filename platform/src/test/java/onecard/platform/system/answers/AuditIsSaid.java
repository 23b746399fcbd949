package onecard.platform.system.answers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import onecard.platform.database.BooksCheck;
import onecard.platform.database.TestDatabase;
import onecard.platform.system.Language;
import onecard.platform.system.Wording;
import onecard.platform.system.audit.AuditWords;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Looks after every test that has a database whether everything that got into the audit trail has
/// its words in both languages. Lines of `system.test` are written by the test of the trail itself.
public final class AuditIsSaid implements BooksCheck {
    private static final String LINES =
            """
            select distinct action, subject, details::text as details
              from system.audit
             where action <> 'system.test'
             order by action
             limit 5000
            """;

    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};
    private static final Bundles BUNDLES = new Bundles(() -> Wording.COMPANY);
    private static final AuditWords WORDS = new AuditWords(BUNDLES);

    /// A line of the trail.
    record Line(String action, String subject, Map<String, Object> details) {}

    @Override
    public void check(TestDatabase database) {
        var unsaid = new TreeSet<String>();
        database.asOwner()
                .sql(LINES)
                .query((row, _) ->
                        new Line(
                                row.getString("action"),
                                row.getString("subject"),
                                JsonMapper.shared().readValue(row.getString("details"), DETAILS)))
                .list()
                .forEach(line -> unsaid.addAll(unsaid(line)));
        if (!unsaid.isEmpty()) {
            throw new AssertionError("The audit trail has no words for " + unsaid);
        }
    }

    static List<String> unsaid(Line line) {
        var found = new ArrayList<String>();
        if (!BUNDLES.knows("audit." + line.action())) {
            found.add(line.action());
        }
        boolean ofAnOperator = line.action().matches("system\\.(operator|password|first)-.*");
        if (!ofAnOperator && WORDS.subject(Language.ZH_CN, line.subject()).equals(line.subject())) {
            found.add(line.action() + ": subject " + line.subject());
        }
        unsaid(line.action(), line.details(), found);
        return found;
    }

    private static void unsaid(String action, @Nullable Object value, Collection<String> found) {
        switch (value) {
            case Map<?, ?> parts ->
                    parts.forEach((name, each) -> {
                        String key = String.valueOf(name);
                        if (!isChinese(WORDS.name(Language.ZH_CN, key))
                                || WORDS.name(Language.EN, key).equals(key) && !isAWord(key)) {
                            found.add(action + ": " + key);
                        }
                        if (AuditWords.NAMED.contains(key)) {
                            WORDS.details(Language.ZH_CN, Map.of(key, each)).stream()
                                    .filter(said -> !isChinese(said.value()))
                                    .forEach(said -> found.add(action + ": " + key + " " + each));
                        }
                        unsaid(action, each, found);
                    });
            case Collection<?> many -> many.forEach(each -> unsaid(action, each, found));
            case null, default -> {}
        }
    }

    private static boolean isAWord(String key) {
        return key.equals(key.toLowerCase(Locale.ROOT));
    }

    private static boolean isChinese(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }
}
