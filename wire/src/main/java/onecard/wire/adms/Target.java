package onecard.wire.adms;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A request target as devices write it: unescaped characters, doubled `&`, endings in `.aspx`.
///
/// @param path in lower case, without `.aspx`
/// @param parameters by name in lower case; the first one of a name counts
record Target(String path, Map<String, String> parameters) {
    /// How many parameters are looked at.
    static final int PARAMETERS_MAX = 64;

    private static final String OLD_ENDING = ".aspx";

    static Target of(String raw) {
        int question = raw.indexOf('?');
        String path = (question < 0 ? raw : raw.substring(0, question)).toLowerCase(Locale.ROOT);
        if (path.endsWith(OLD_ENDING)) {
            path = path.substring(0, path.length() - OLD_ENDING.length());
        }
        return new Target(path, question < 0 ? Map.of() : parameters(raw.substring(question + 1)));
    }

    /// Reads `name=value&name=value`, also where a result of a command is written like this.
    static Map<String, String> parameters(String query) {
        var parameters = new LinkedHashMap<String, String>();
        for (String pair : query.split("&", PARAMETERS_MAX + 1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && parameters.size() < PARAMETERS_MAX) {
                parameters.putIfAbsent(
                        unescaped(pair.substring(0, equals)).toLowerCase(Locale.ROOT),
                        unescaped(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /// Opens `%41`; what is no escape stays as it is.
    private static String unescaped(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var bytes = new ByteArrayOutputStream(text.length());
        for (int at = 0; at < text.length(); at++) {
            int high = at + 2 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(text.charAt(at + 2), 16);
            if (text.charAt(at) == '%' && low >= 0) {
                bytes.write(high * 16 + low);
                at += 2;
            } else {
                bytes.writeBytes(String.valueOf(text.charAt(at)).getBytes(StandardCharsets.UTF_8));
            }
        }
        return Texts.of(bytes.toByteArray());
    }
}
