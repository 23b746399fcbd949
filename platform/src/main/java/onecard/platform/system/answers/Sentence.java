package onecard.platform.system.answers;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A sentence with gaps, read once: `{name}`, `{name:money}`, `{name:percent}`.
record Sentence(List<Part> parts) {
    private static final Pattern GAP = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)(?::([a-z]+))?}");

    Sentence {
        parts = List.copyOf(parts);
    }

    /// Words as they are, or a gap to be filled.
    sealed interface Part {
        record Words(String text) implements Part {}

        record Gap(String name, Form form) implements Part {}
    }

    /// How a value is written.
    enum Form {
        PLAIN,
        MONEY,
        PERCENT
    }

    static Sentence of(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher gap = GAP.matcher(text);
        int from = 0;
        while (gap.find()) {
            parts.add(new Part.Words(text.substring(from, gap.start())));
            parts.add(new Part.Gap(gap.group(1), form(gap.group(2))));
            from = gap.end();
        }
        parts.add(new Part.Words(text.substring(from)));
        return new Sentence(parts);
    }

    private static Form form(@Nullable String name) {
        return name == null ? Form.PLAIN : Form.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /// The same in the words of a school (`D-48`): bundles are written for a company.
    Sentence atSchool() {
        return new Sentence(parts.stream().map(Sentence::atSchool).toList());
    }

    private static Part atSchool(Part part) {
        return switch (part) {
            case Part.Words(String text) ->
                    new Part.Words(text.replace("离职", "离校").replace("入职", "入校"));
            case Part.Gap gap -> gap;
        };
    }

    /// The names of the gaps: the same in both languages.
    Set<String> gaps() {
        Set<String> names = new TreeSet<>();
        for (Part part : parts) {
            if (part instanceof Part.Gap gap) {
                names.add(gap.name());
            }
        }
        return names;
    }

    String fill(Map<String, ?> values) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Part.Words(String words) -> text.append(words);
                case Part.Gap(String name, Form form) -> text.append(write(values.get(name), form));
            }
        }
        return text.toString();
    }

    private static String write(@Nullable Object value, Form form) {
        Object present = value instanceof Optional<?> maybe ? maybe.orElse(null) : value;
        if (present == null) {
            return "–";
        }
        return switch (form) {
            case PLAIN -> present.toString();
            case MONEY -> decimal("#,##0.00", hundredths(present));
            case PERCENT -> decimal("0.##", hundredths(present)) + "%";
        };
    }

    private static BigDecimal hundredths(Object value) {
        if (value instanceof Number number) {
            return BigDecimal.valueOf(number.longValue(), 2);
        }
        throw new IllegalArgumentException(
                "Cents and basis points are whole numbers, not " + value);
    }

    private static String decimal(String pattern, BigDecimal number) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(number);
    }
}
