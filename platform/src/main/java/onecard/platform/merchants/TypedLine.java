package onecard.platform.merchants;

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

    /// Returns the line, or throws the problem of that field if nothing is left or too much.
    static String of(String field, String typed, int max) {
        var seen = UNSEEN.matcher(GAPS.matcher(typed).replaceAll(" ")).replaceAll("");
        var line = Normalizer.normalize(seen, Normalizer.Form.NFC).strip();
        if (line.isEmpty()) {
            throw Problem.field(field, "error.merchants.required");
        }
        if (line.codePointCount(0, line.length()) > max) {
            throw Problem.field(field, "error.merchants.too-long", Map.of("max", max));
        }
        return line;
    }
}
