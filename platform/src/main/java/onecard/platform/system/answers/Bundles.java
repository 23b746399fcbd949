package onecard.platform.system.answers;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import onecard.platform.system.Language;
import onecard.platform.system.Messages;
import onecard.platform.system.Settings;
import onecard.platform.system.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// All rooms' bundles, found by themselves and read once.
@Component
class Bundles implements Messages {
    private final Map<Language, Map<String, Sentence>> sentences;

    /// The Chinese sentences that a school says in other words than a company (`D-48`).
    private final Map<String, Sentence> atSchool;

    private final Supplier<Wording> wording;

    @Autowired
    Bundles(ObjectProvider<Settings> settings) {
        this(() -> settings.getObject().current().wording());
    }

    Bundles(Supplier<Wording> wording) {
        this.wording = wording;
        this.sentences = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            sentences.put(language, read(language));
        }
        this.atSchool =
                of(Language.ZH_CN).entrySet().stream()
                        .filter(each -> !each.getValue().atSchool().equals(each.getValue()))
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, each -> each.getValue().atSchool()));
    }

    @Override
    public String say(Language language, String key, Map<String, ?> values) {
        Sentence sentence = sentence(language, key);
        if (sentence == null) {
            throw new NoSuchElementException("No message bundle has the key " + key);
        }
        return sentence.fill(values);
    }

    @Override
    public boolean knows(String key) {
        return sentences.values().stream().allMatch(each -> each.containsKey(key));
    }

    /// Nobody is asked for the wording where it makes no difference.
    private @Nullable Sentence sentence(Language language, String key) {
        Sentence school = language == Language.ZH_CN ? atSchool.get(key) : null;
        return school != null && wording.get() == Wording.SCHOOL ? school : of(language).get(key);
    }

    @Override
    public Set<String> saying(Language language, String prefix, String words) {
        String wanted = words.toLowerCase(Locale.ROOT);
        return of(language).entrySet().stream()
                .filter(each ->
                        each.getKey().startsWith(prefix)
                                && each.getValue()
                                        .fill(Map.of())
                                        .toLowerCase(Locale.ROOT)
                                        .contains(wanted))
                .map(each -> each.getKey().substring(prefix.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Everything that can be said in one language.
    Map<String, Sentence> of(Language language) {
        return sentences.getOrDefault(language, Map.of());
    }

    private static Map<String, Sentence> read(Language language) {
        String suffix = language.tag().replace('-', '_');
        Map<String, Sentence> all = new HashMap<>();
        try {
            for (Resource bundle :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:messages/*_" + suffix + ".properties")) {
                for (Map.Entry<Object, Object> line : properties(bundle).entrySet()) {
                    String key = line.getKey().toString();
                    if (all.put(key, Sentence.of(line.getValue().toString())) != null) {
                        throw new IllegalStateException(
                                "Two message bundles have the key " + key + ", one is " + bundle);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The message bundles cannot be read", e);
        }
        return Map.copyOf(all);
    }

    private static Properties properties(Resource bundle) throws IOException {
        Properties lines = new Properties();
        try (Reader text = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
            lines.load(text);
        }
        return lines;
    }
}
