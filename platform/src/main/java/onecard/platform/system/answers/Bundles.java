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
import java.util.stream.Collectors;
import onecard.platform.system.Language;
import onecard.platform.system.Messages;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// All rooms' bundles, found by themselves and read once.
@Component
class Bundles implements Messages {
    private final Map<Language, Map<String, Sentence>> sentences;

    Bundles() {
        this.sentences = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            sentences.put(language, read(language));
        }
    }

    @Override
    public String say(Language language, String key, Map<String, ?> values) {
        Sentence sentence = of(language).get(key);
        if (sentence == null) {
            throw new NoSuchElementException("No message bundle has the key " + key);
        }
        return sentence.fill(values);
    }

    @Override
    public boolean knows(String key) {
        return sentences.values().stream().allMatch(each -> each.containsKey(key));
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
