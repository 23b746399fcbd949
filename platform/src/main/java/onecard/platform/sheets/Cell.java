package onecard.platform.sheets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// A cell as it is read: what kind of value, and the value as text.
///
/// @param kind what kind of value
/// @param text the value: a number in plain digits, a date as `2026-03-02` or `2026-03-02T11:30:00`
/// @param merged whether the value was taken over from the top of merged cells
public record Cell(Kind kind, String text, boolean merged) {
    /// An empty cell.
    public static final Cell BLANK = new Cell(Kind.BLANK, "", false);

    /// What kind of value a cell has.
    public enum Kind {
        BLANK,
        TEXT,
        NUMBER,
        DATE,
        BOOLEAN,
        /// A formula ended with an error, `#N/A`.
        ERROR,
        /// A formula whose result the file does not tell.
        NO_RESULT
    }

    static Cell of(Kind kind, String text) {
        return text.isEmpty() && kind == Kind.TEXT ? BLANK : new Cell(kind, text, false);
    }

    static Cell number(BigDecimal number) {
        var plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        return new Cell(Kind.NUMBER, plain, false);
    }

    Cell takenOver() {
        return kind == Kind.BLANK ? this : new Cell(kind, text, true);
    }

    /// Tells whether there is nothing to be seen in it.
    public boolean isBlank() {
        return text.isBlank() && kind != Kind.NO_RESULT;
    }

    /// Returns the day, if it is a date or written as one: `2026-03-02`, `2026/3/2`, `2026.3.2`,
    /// `2026年3月2日`, `20260302`.
    public Optional<LocalDate> day() {
        return switch (kind) {
            case DATE -> Optional.of(LocalDate.parse(text.substring(0, 10)));
            case TEXT, NUMBER -> Days.read(Typed.plain(text));
            case BLANK, BOOLEAN, ERROR, NO_RESULT -> Optional.empty();
        };
    }

    /// Returns the number, if it is one or written as one, with full-width digits too.
    public Optional<BigDecimal> number() {
        if (kind != Kind.NUMBER && kind != Kind.TEXT) {
            return Optional.empty();
        }
        try {
            var typed = Typed.plain(text).replace(",", "");
            return typed.length() > 40 ? Optional.empty() : Optional.of(new BigDecimal(typed));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static final class Days {
        private static final java.util.regex.Pattern FORM =
                java.util.regex.Pattern.compile("([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?");
        private static final java.util.regex.Pattern DIGITS =
                java.util.regex.Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");

        static Optional<LocalDate> read(String text) {
            for (var form : java.util.List.of(FORM, DIGITS)) {
                var parts = form.matcher(text);
                if (parts.matches()) {
                    return day(parts.group(1), parts.group(2), parts.group(3));
                }
            }
            return Optional.empty();
        }

        private static Optional<LocalDate> day(String year, String month, String day) {
            try {
                return Optional.of(
                        LocalDate.parse(
                                "%s-%02d-%02d"
                                        .formatted(
                                                year,
                                                Integer.valueOf(month),
                                                Integer.valueOf(day))));
            } catch (DateTimeParseException noDay) {
                return Optional.empty();
            }
        }
    }
}
