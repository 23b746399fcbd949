package onecard.platform.receipts;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/// How text lies on paper: Chinese is two columns wide, and nothing in a name may command the
/// printer. Pure.
final class Glyphs {
    static final Charset GB18030 = Charset.forName("GB18030");

    private static final int STAND_IN = '〓';
    private static final int TWO_BYTES = 2;

    private Glyphs() {}

    /// Returns text as it may be sent: control characters, which a printer obeys, become blanks.
    static String clean(String text, Paper.RareCharacters rare) {
        var clean = new StringBuilder(text.length());
        text.codePoints().map(point -> clean(point, rare)).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static int clean(int point, Paper.RareCharacters rare) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR ->
                    point == '　' ? point : ' ';
            case Character.SURROGATE, Character.UNASSIGNED -> STAND_IN;
            default ->
                    bytes(point) > TWO_BYTES && rare == Paper.RareCharacters.REPLACE
                            ? STAND_IN
                            : point;
        };
    }

    /// Returns how many columns a text takes.
    static int width(String text) {
        return text.codePoints().map(Glyphs::width).sum();
    }

    private static int width(int point) {
        return bytes(point) == 1 ? 1 : 2;
    }

    private static int bytes(int point) {
        return point < 0x80 ? 1 : Character.toString(point).getBytes(GB18030).length;
    }

    /// Breaks a text into lines of so many columns; at a blank if there is one in the second half.
    static List<String> wrap(String text, int columns) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        int used = 0;
        for (int point : text.codePoints().toArray()) {
            if (used + width(point) > columns) {
                int blank = point == ' ' ? -1 : line.lastIndexOf(" ");
                boolean early = blank <= line.length() / 2;
                lines.add(early ? line.toString() : line.substring(0, blank));
                line = new StringBuilder(early ? "" : line.substring(blank + 1));
                used = width(line.toString());
                if (point == ' ') {
                    continue;
                }
            }
            line.appendCodePoint(point);
            used += width(point);
        }
        lines.add(line.toString());
        return lines;
    }

    /// Lays a label to the left and a text to the right edge; on two lines if they do not fit on
    /// one.
    static List<String> row(String label, String text, int columns) {
        int blanks = columns - width(label) - width(text);
        if (blanks >= 1) {
            return List.of(label + " ".repeat(blanks) + text);
        }
        var lines = new ArrayList<>(wrap(label, columns));
        wrap(text, columns)
                .forEach(part -> lines.add(" ".repeat(Math.max(0, columns - width(part))) + part));
        return lines;
    }
}
