package onecard.platform.system;

import java.util.Map;
import java.util.Set;

/// The sentences of the server, in both languages. They lie in `messages/<room>_zh_CN.properties`
/// and `messages/<room>_en.properties`, each room its own; a key is in both files or a test fails.
public interface Messages {
    /// Returns a sentence. `{name}` stands for a value; `{name:money}` for cents written as yuan
    /// with two decimals, `{name:percent}` for basis points.
    ///
    /// @throws java.util.NoSuchElementException if no bundle has the key
    String say(Language language, String key, Map<String, ?> values);

    /// Returns a sentence without values.
    default String say(Language language, String key) {
        return say(language, key, Map.of());
    }

    /// Returns the keys that begin with a prefix and whose sentence has these words in it, in any
    /// case, each without the prefix.
    Set<String> saying(Language language, String prefix, String words);

    /// Tells whether there is such a sentence.
    boolean knows(String key);
}
