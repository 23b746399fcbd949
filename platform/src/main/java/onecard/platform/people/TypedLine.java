package onecard.platform.people;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;
import onecard.platform.system.Problem;

/// One line as somebody typed it: without spaces around it, without control characters, composed
/// the one way Unicode prefers, so that equal names are equal.
final class TypedLine {
    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]");

    private TypedLine() {}

    /// Returns the line; empty if nothing is left.
    static String clean(String typed) {
        var seen = UNSEEN.matcher(GAPS.matcher(typed).replaceAll(" ")).replaceAll("");
        return Normalizer.normalize(seen, Normalizer.Form.NFC).strip();
    }

    /// Returns the line, or throws the problem of that field if nothing is left or too much.
    static String of(String field, String typed, int max) {
        var line = clean(typed);
        if (line.isEmpty()) {
            throw Problem.field(field, "error.people.required");
        }
        if (line.codePointCount(0, line.length()) > max) {
            throw Problem.field(field, "error.people.too-long", Map.of("max", max));
        }
        return line;
    }
}
