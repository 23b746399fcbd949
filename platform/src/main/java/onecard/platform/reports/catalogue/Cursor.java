package onecard.platform.reports.catalogue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import onecard.platform.system.Problem;

/// The place in a list after which the next piece begins: the values of its sorting columns, as
/// texts. Whoever changes one sees other rows of the same report at most.
final class Cursor {
    private static final String BETWEEN = "\u001f";
    private static final int LENGTH_MAX = 2_000;

    private Cursor() {}

    static String of(List<String> keys) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(BETWEEN, keys).getBytes(StandardCharsets.UTF_8));
    }

    static List<String> read(Report report, Optional<String> sent) {
        if (sent.isEmpty()) {
            return List.of();
        }
        List<String> keys;
        try {
            keys =
                    sent.get().length() > LENGTH_MAX
                            ? List.of()
                            : Arrays.asList(
                                    new String(
                                                    Base64.getUrlDecoder().decode(sent.get()),
                                                    StandardCharsets.UTF_8)
                                            .split(BETWEEN, -1));
        } catch (IllegalArgumentException notACursor) {
            throw Problem.field("after", "error.reports.after");
        }
        boolean fits = keys.size() == report.order().size();
        for (int i = 0; fits && i < keys.size(); i++) {
            fits = fits(keys.get(i), report.column(report.order().get(i)).type());
        }
        if (!fits) {
            throw Problem.field("after", "error.reports.after");
        }
        return keys;
    }

    private static boolean fits(String key, ColumnType type) {
        return switch (type) {
            case TEXT, WORD, CODE -> key.indexOf('\0') < 0;
            case DAY -> isDay(key);
            case NUMBER, COUNT, MONEY, ID -> key.matches("-?[0-9]{1,18}");
            case MOMENT -> false;
        };
    }

    private static boolean isDay(String text) {
        try {
            return text.length() == LocalDate.parse(text).toString().length();
        } catch (DateTimeParseException notADay) {
            return false;
        }
    }
}
