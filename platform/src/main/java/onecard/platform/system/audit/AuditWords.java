package onecard.platform.system.audit;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import onecard.platform.system.Language;
import onecard.platform.system.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says what a line of the trail holds in words: `audit-subject.…` for what was changed,
/// `audit-detail.…` for the name of a detail, `audit-value.…` for a value with a name of ours.
@Component
public class AuditWords {
    /// What a subject may begin with, longer ones before shorter ones.
    private static final List<String> SUBJECTS =
            List.of(
                    "card issuer",
                    "card parameters",
                    "leaving reason",
                    "person numbers",
                    "photo parameters",
                    "holder type",
                    "batch",
                    "books",
                    "department",
                    "face terminal",
                    "group",
                    "import",
                    "meal",
                    "merchant",
                    "people",
                    "person",
                    "printer",
                    "purchase",
                    "receipt of",
                    "rule",
                    "service",
                    "settings",
                    "shift of",
                    "terminal");

    /// Details whose values are names of ours.
    public static final Set<String> NAMED =
            Set.of(
                    "channel",
                    "givenBy",
                    "how",
                    "kind",
                    "maxBalanceOf",
                    "purseOrder",
                    "source",
                    "subsidyAtClose",
                    "subsidyMode",
                    "way",
                    "wording");

    /// Details that have a name of ours for some values only.
    private static final Set<String> SOME_NAMED = Set.of("document", "hours", "merchants", "phone");

    /// Details with amounts of money inside that do not end in `Cents`.
    private static final Set<String> MONEY = Set.of("amountLimits", "cents");

    private static final String ACTION = "audit.";
    private static final String SUBJECT = "audit-subject.";
    private static final Pattern MANY_PEOPLE = Pattern.compile("(\\d+) people");
    private static final Pattern SPAN = Pattern.compile("PT[0-9HMS.]+");
    private static final String BEFORE = "Before";
    private static final String NOTHING = "–";
    private static final Set<String> FROM_TO = Set.of("from", "to");

    private final Messages messages;

    /// Takes its words from the bundles.
    public AuditWords(Messages messages) {
        this.messages = messages;
    }

    /// A detail in words.
    ///
    /// @param name what it is called
    /// @param value what it says
    public record Said(String name, String value) {}

    /// Says what was changed.
    public String subject(Language language, String subject) {
        var many = MANY_PEOPLE.matcher(subject);
        if (many.matches()) {
            return messages.say(language, SUBJECT + "some", Map.of("n", many.group(1)));
        }
        return kind(subject)
                .map(kind ->
                        messages.say(language, SUBJECT + kebab(kind))
                                + subject.substring(kind.length()))
                .orElse(subject);
    }

    /// Returns the names of what is done whose words have these in them.
    Set<String> actionsNamed(Language language, String words) {
        return messages.saying(language, ACTION, words);
    }

    /// Returns what subjects begin with, where the words for it have these in them.
    List<String> subjectsNamed(Language language, String words) {
        Set<String> named = messages.saying(language, SUBJECT, words);
        return SUBJECTS.stream().filter(each -> named.contains(kebab(each))).toList();
    }

    /// Says what was done.
    String action(Language language, String action) {
        String key = ACTION + action;
        return messages.knows(key) ? messages.say(language, key) : action;
    }

    private static Optional<String> kind(String subject) {
        return SUBJECTS.stream()
                .filter(each -> subject.equals(each) || subject.startsWith(each + " "))
                .findFirst();
    }

    /// Says what the details are, a change as what was and what is.
    public List<Said> details(Language language, Map<String, Object> details) {
        Map<String, Object> rest = new LinkedHashMap<>(details);
        List<Said> said = new ArrayList<>();
        var before = map(rest.get("before"));
        if (before != null) {
            rest.remove("before");
            Optional.ofNullable(map(rest.remove("after")))
                    .or(() -> Optional.ofNullable(map(rest.remove("rule"))))
                    .ifPresentOrElse(
                            after -> said.addAll(differences(language, before, after)),
                            () -> said.addAll(details(language, before)));
        }
        rest.forEach((key, value) -> {
            if (isWhole(value)) {
                said.addAll(details(language, Objects.requireNonNull(map(value))));
            } else if (isSaid(value) && !isOldHalf(key, rest)) {
                said.add(said(language, key, value, rest));
            }
        });
        return said;
    }

    private Said said(Language language, String key, Object value, Map<String, Object> all) {
        Object old = all.get(key + BEFORE);
        String now = value(language, key, value);
        return new Said(
                name(language, key), old == null ? now : value(language, key, old) + " → " + now);
    }

    /// Whether the detail is told together with the one that says what is now.
    private static boolean isOldHalf(String key, Map<String, Object> all) {
        return key.endsWith(BEFORE) && all.containsKey(base(key));
    }

    private static String base(String key) {
        return key.substring(0, key.length() - BEFORE.length());
    }

    private List<Said> differences(
            Language language, Map<String, Object> before, Map<String, Object> after) {
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(before.get(key), after.get(key)))
                .map(key ->
                        new Said(
                                name(language, key),
                                value(language, key, before.get(key))
                                        + " → "
                                        + value(language, key, after.get(key))))
                .toList();
    }

    /// Says what a detail is called.
    public String name(Language language, String key) {
        String word = "audit-detail." + kebab(key);
        if (messages.knows(word)) {
            return messages.say(language, word);
        }
        if (key.endsWith(BEFORE)) {
            return messages.say(
                    language, "audit-detail.old-value", Map.of("name", name(language, base(key))));
        }
        return key;
    }

    private String value(Language language, String key, @Nullable Object value) {
        if (!isSaid(value)) {
            return NOTHING;
        }
        if (value instanceof Collection<?> many) {
            return many.stream()
                    .map(each -> value(language, key, each))
                    .collect(Collectors.joining(language == Language.ZH_CN ? "、" : ", "));
        }
        var parts = map(value);
        if (parts != null) {
            return FROM_TO.equals(parts.keySet())
                    ? value(language, key, parts.get("from"))
                            + (key.equals("times") ? "–" : " → ")
                            + value(language, key, parts.get("to"))
                    : parts(language, key, parts);
        }
        if (value instanceof Number number) {
            return number(language, key, number);
        }
        return text(language, key, String.valueOf(value));
    }

    private String parts(Language language, String key, Map<String, Object> parts) {
        return parts.entrySet().stream()
                .filter(each -> isSaid(each.getValue()))
                .map(each ->
                        name(language, each.getKey())
                                + " "
                                + value(
                                        language,
                                        MONEY.contains(key) ? "cents" : each.getKey(),
                                        each.getValue()))
                .collect(Collectors.joining(language == Language.ZH_CN ? "、" : ", "));
    }

    private String number(Language language, String key, Number number) {
        if (key.endsWith("Cents") || MONEY.contains(key)) {
            return messages.say(language, "audit-value.money", Map.of("cents", number));
        }
        if (key.equals("basisPoints")) {
            return messages.say(language, "audit-value.percent", Map.of("share", number));
        }
        if (key.equals("weekdays")) {
            return DayOfWeek.of(number.intValue())
                    .getDisplayName(TextStyle.SHORT, language.locale());
        }
        return number.toString();
    }

    private String text(Language language, String key, String text) {
        if (text.equals("true") || text.equals("false")) {
            return messages.say(language, "audit-value." + text);
        }
        if (SPAN.matcher(text).matches()) {
            return span(language, text);
        }
        String word = key.equals("roles") ? "role." + text : "audit-value." + kebab(text);
        return (key.equals("roles") || NAMED.contains(key) || SOME_NAMED.contains(key))
                        && messages.knows(word)
                ? messages.say(language, word)
                : text;
    }

    private String span(Language language, String text) {
        try {
            return messages.say(
                    language, "audit-value.seconds", Map.of("n", Duration.parse(text).toSeconds()));
        } catch (DateTimeParseException _) {
            return text;
        }
    }

    /// Parts that are details of their own.
    private static boolean isWhole(@Nullable Object value) {
        var parts = map(value);
        return parts != null && parts.containsKey("name") && !FROM_TO.equals(parts.keySet());
    }

    private static boolean isSaid(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Collection<?> many -> !many.isEmpty();
            case Map<?, ?> parts -> !parts.isEmpty();
            case String text -> !text.isEmpty();
            default -> true;
        };
    }

    @SuppressWarnings("unchecked") // what JSON gives
    private static @Nullable Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> parts ? (Map<String, Object>) parts : null;
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .replaceAll("[ _]", "-")
                .toLowerCase(Locale.ROOT);
    }
}
