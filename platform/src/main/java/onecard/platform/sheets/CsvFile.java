package onecard.platform.sheets;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// A text file with separators (RFC 4180), in UTF-8, UTF-16 with its mark, or GB18030; the
/// separator is a comma, a semicolon or a tab, whichever the first line has most of.
final class CsvFile {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final char MARK = '\uFEFF';
    private static final String EXCEL_HINT = "sep=";

    private final byte[] file;

    CsvFile(byte[] file) {
        this.file = file;
    }

    void read(Rows rows) {
        new Parser(text(), rows).parse();
    }

    private CharSequence text() {
        if (file.length >= 2 && (file[0] == (byte) 0xFF && file[1] == (byte) 0xFE)) {
            return decoded(StandardCharsets.UTF_16LE);
        }
        if (file.length >= 2 && (file[0] == (byte) 0xFE && file[1] == (byte) 0xFF)) {
            return decoded(StandardCharsets.UTF_16BE);
        }
        for (byte each : file) {
            if (each >= 0 && each < ' ' && each != '\t' && each != '\r' && each != '\n') {
                throw SheetProblems.noTable();
            }
        }
        try {
            return strict(StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            return decoded(GB18030);
        }
    }

    private CharSequence decoded(Charset charset) {
        try {
            return strict(charset);
        } catch (CharacterCodingException neither) {
            throw SheetProblems.noTable();
        }
    }

    private CharBuffer strict(Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(file));
    }

    /// Walks over the text once.
    private static final class Parser {
        private final CharSequence text;
        private final Rows rows;
        private final StringBuilder field = new StringBuilder();
        private int at;
        private char separator;
        private int row = 1;
        private int column;

        Parser(CharSequence text, Rows rows) {
            this.text = text;
            this.rows = rows;
        }

        void parse() {
            if (!text.isEmpty() && text.charAt(0) == MARK) {
                at = 1;
            }
            separator = hinted();
            while (at < text.length() && !rows.isEnough()) {
                line();
            }
        }

        private char hinted() {
            int end = at + EXCEL_HINT.length();
            if (text.length() > end && text.subSequence(at, end).toString().equals(EXCEL_HINT)) {
                char hint = text.charAt(end);
                at = end + 1;
                endOfLine();
                row++;
                return hint;
            }
            return likeliest();
        }

        private char likeliest() {
            int commas = 0;
            int semicolons = 0;
            int tabs = 0;
            for (int i = at; i < text.length() && text.charAt(i) != '\n'; i++) {
                switch (text.charAt(i)) {
                    case ',' -> commas++;
                    case ';' -> semicolons++;
                    case '\t' -> tabs++;
                    default -> {}
                }
            }
            if (tabs > commas && tabs > semicolons) {
                return '\t';
            }
            return semicolons > commas ? ';' : ',';
        }

        private void line() {
            int started = row;
            column = 0;
            boolean more = true;
            while (more) {
                field();
                more = at < text.length() && text.charAt(at) == separator;
                if (more) {
                    at++;
                }
            }
            endOfLine();
            rows.end(started, false);
            row++;
        }

        private void field() {
            field.setLength(0);
            boolean formula =
                    at + 1 < text.length() && text.charAt(at) == '=' && text.charAt(at + 1) == '"';
            if (formula) {
                at++; // ="00123" keeps zeros when Excel opens it; the text is what was meant
            }
            if (at < text.length() && text.charAt(at) == '"') {
                at++;
                quoted();
            }
            while (at < text.length() && !ends(text.charAt(at))) {
                add(text.charAt(at++));
            }
            rows.cell(row, column++, Cell.of(Cell.Kind.TEXT, field.toString().strip()));
        }

        private void quoted() {
            while (true) {
                if (at >= text.length()) {
                    throw SheetProblems.damaged();
                }
                char next = text.charAt(at++);
                if (next == '"') {
                    if (at < text.length() && text.charAt(at) == '"') {
                        at++;
                    } else {
                        return;
                    }
                }
                if (next == '\n') {
                    row++;
                }
                add(next);
            }
        }

        private void add(char next) {
            if (field.length() >= SheetReader.TEXT_MAX) {
                throw SheetProblems.damaged();
            }
            field.append(next);
        }

        private boolean ends(char next) {
            return next == separator || next == '\n' || next == '\r';
        }

        private void endOfLine() {
            if (at < text.length() && text.charAt(at) == '\r') {
                at++;
            }
            if (at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
        }
    }
}
