package onecard.platform.sheets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Pattern;

/// How spreadsheets write numbers and dates.
final class Numbers {
    private static final Pattern UNSAID = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.|\\*.");
    private static final Pattern DATE = Pattern.compile("[yYdD年月日]|[mM].*[yYdD]");
    private static final Pattern TIME = Pattern.compile("[hHsS时分秒]");
    private static final long SECONDS_A_DAY = 86_400;

    /// The last day there is, 9999-12-31.
    private static final BigDecimal DAY_MAX = new BigDecimal(2_958_466);

    private Numbers() {}

    /// Reads a whole number; -1 if it is none.
    static int whole(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    /// Tells whether a number format shows a date: one of the known ones, or by its letters.
    static boolean showsDate(int format, String code) {
        if (!code.isEmpty()) {
            var plain = UNSAID.matcher(code.split(";", -1)[0]).replaceAll("");
            return DATE.matcher(plain).find() || TIME.matcher(plain).find();
        }
        return format >= 14 && format <= 22
                || format >= 27 && format <= 36
                || format >= 45 && format <= 47
                || format >= 50 && format <= 58;
    }

    /// Reads a number as XML writes it: at most 17 digits mean something, and what a binary number
    /// left behind (0.30000000000000004) is rounded away.
    static Cell cell(String text, boolean date, boolean since1904) {
        try {
            if (text.length() > 64) {
                throw SheetProblems.damaged();
            }
            var number = new BigDecimal(text.strip());
            if (Math.abs((long) number.scale()) > 400) {
                throw SheetProblems.damaged();
            }
            return of(number, date, since1904);
        } catch (NumberFormatException broken) {
            throw SheetProblems.damaged();
        }
    }

    static Cell of(BigDecimal number, boolean date, boolean since1904) {
        if (date && number.signum() >= 0 && number.compareTo(DAY_MAX) < 0) {
            return moment(number, since1904);
        }
        return Cell.number(
                number.precision() > 15
                        ? number.round(new java.math.MathContext(15, RoundingMode.HALF_UP))
                        : number);
    }

    /// Day 60 of 1900 never was; whoever writes days before it means what Excel shows.
    private static Cell moment(BigDecimal number, boolean since1904) {
        long days = number.longValue();
        var seconds =
                number.subtract(BigDecimal.valueOf(days))
                        .multiply(BigDecimal.valueOf(SECONDS_A_DAY))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValue();
        var first =
                since1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, days < 60 ? 31 : 30);
        LocalDateTime at = first.plusDays(days).atStartOfDay().plusSeconds(seconds);
        var text =
                at.toLocalTime().toSecondOfDay() == 0
                        ? at.toLocalDate().toString()
                        : at.toLocalDate() + "T" + "%tT".formatted(at);
        return new Cell(Cell.Kind.DATE, text, false);
    }
}
