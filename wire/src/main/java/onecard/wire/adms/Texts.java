package onecard.wire.adms;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Bytes, lines and fields as devices write them. Chinese devices write GB2312 and others UTF-8,
/// without saying which: what is no UTF-8 is read as GB18030, which contains the other.
final class Texts {
    /// How many lines of a post are looked at.
    static final int LINES_MAX = 100_000;

    private static final Charset CHINESE = Charset.forName("GB18030");

    private Texts() {}

    static String of(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, CHINESE);
        }
    }

    /// Splits a body at its line ends; empty lines are none, nor is what follows a NUL.
    static List<String> lines(byte[] body) {
        var lines = new ArrayList<String>();
        int from = 0;
        for (int at = 0; at <= body.length && lines.size() < LINES_MAX; at++) {
            boolean end = at == body.length || body[at] == 0;
            if (end || body[at] == '\n' || body[at] == '\r') {
                if (at > from) {
                    lines.add(of(Arrays.copyOfRange(body, from, at)));
                }
                from = at + 1;
            }
            if (end) {
                break;
            }
        }
        return lines;
    }

    /// Splits at TAB only: names contain blanks.
    static List<String> fields(String line) {
        return Arrays.asList(line.split("\t", -1));
    }

    /// Reads `name=value` fields; names in lower case.
    static Map<String, String> named(List<String> fields) {
        var named = new LinkedHashMap<String, String>();
        for (String field : fields) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                named.putIfAbsent(
                        field.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        field.substring(equals + 1));
            }
        }
        return named;
    }

    static Optional<Integer> number(String text) {
        return longNumber(text)
                .filter(value -> value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE)
                .map(Long::intValue);
    }

    static Optional<Long> longNumber(String text) {
        try {
            return Optional.of(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
