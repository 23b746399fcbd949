package onecard.platform.sheets;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_DOCUMENT;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The cells of a sheet, row after row.
final class XlsxSheet {
    private static final byte[] MERGED = "mergeCell".getBytes(StandardCharsets.US_ASCII);

    private final XMLStreamReader xml;
    private final XlsxBook book;
    private final XlsxTexts texts;
    private final Merged merged;
    private final Rows rows;
    private final TreeMap<Integer, Cell> cells = new TreeMap<>();
    private final StringBuilder value = new StringBuilder();
    private int row;

    XlsxSheet(XMLStreamReader xml, XlsxBook book, XlsxTexts texts, Merged merged, Rows rows) {
        this.xml = xml;
        this.book = book;
        this.texts = texts;
        this.merged = merged;
        this.rows = rows;
    }

    void read() throws XMLStreamException {
        for (int event = xml.getEventType();
                event != END_DOCUMENT && !rows.isEnough();
                event = XlsxFile.next(xml)) {
            if (event == START_ELEMENT && xml.getLocalName().equals("row")) {
                row();
            } else if (event == END_ELEMENT && xml.getLocalName().equals("sheetData")) {
                return;
            }
        }
    }

    private void row() throws XMLStreamException {
        int number = Numbers.whole(XlsxFile.attribute(xml, "r", ""));
        int before = row;
        row = number > 0 ? number : row + 1;
        if (row <= before) {
            throw SheetProblems.damaged();
        }
        boolean hidden = XlsxFile.says(xml, "hidden");
        cells.clear();
        int column = 0;
        while (true) {
            int event = XlsxFile.next(xml);
            if (event == START_ELEMENT && xml.getLocalName().equals("c")) {
                var place = XlsxFile.attribute(xml, "r");
                column = place == null ? column : column(place);
                var cell = cell();
                if (cell.kind() != Cell.Kind.BLANK) {
                    put(column, cell);
                } else if (column > 16_384) {
                    throw SheetProblems.tooWide(row);
                }
                column++;
            } else if (event == END_ELEMENT && xml.getLocalName().equals("row")) {
                break;
            }
        }
        if (!merged.isEmpty()) {
            merged.fill(row - 1, cells);
        }
        cells.forEach((at, cell) -> rows.cell(row, at, cell));
        rows.end(row, hidden);
    }

    private void put(int column, Cell cell) {
        if (column >= SheetReader.COLUMNS_MAX) {
            throw SheetProblems.tooWide(row);
        }
        cells.put(column, cell);
    }

    /// Reads the cell at which the reader stands, to its end.
    private Cell cell() throws XMLStreamException {
        var type = XlsxFile.attribute(xml, "t", "n");
        int style = Numbers.whole(XlsxFile.attribute(xml, "s", "0"));
        value.setLength(0);
        boolean told = false;
        boolean formula = false;
        @Nullable String inline = null;
        boolean inside = false;
        while (true) {
            int event = XlsxFile.next(xml);
            if (event == START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "is" -> inline = XlsxTexts.item(xml, "is");
                    case "v" -> {
                        inside = true;
                        told = true;
                    }
                    case "f" -> formula = true;
                    default -> {}
                }
            } else if (event == END_ELEMENT) {
                inside = false;
                if (xml.getLocalName().equals("c")) {
                    break;
                }
            } else if (inside && (event == CHARACTERS || event == CDATA)) {
                append();
            }
        }
        if (inline != null) {
            return Cell.of(Cell.Kind.TEXT, inline);
        }
        if (!told || value.isEmpty() && !type.equals("str")) {
            return formula ? new Cell(Cell.Kind.NO_RESULT, "", false) : Cell.BLANK;
        }
        return of(type, style, value.toString());
    }

    private void append() {
        value.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        if (value.length() > SheetReader.TEXT_MAX) {
            throw SheetProblems.damaged();
        }
    }

    private Cell of(String type, int style, String text) {
        return switch (type) {
            case "s" -> Cell.of(Cell.Kind.TEXT, texts.get(Numbers.whole(text)));
            case "str", "inlineStr" -> Cell.of(Cell.Kind.TEXT, text);
            case "b" -> Cell.of(Cell.Kind.BOOLEAN, text.strip().equals("1") ? "TRUE" : "FALSE");
            case "e" -> Cell.of(Cell.Kind.ERROR, text.strip());
            case "d" -> Cell.of(Cell.Kind.TEXT, text.strip());
            default -> Numbers.cell(text, book.dates().contains(style), book.since1904());
        };
    }

    /// Returns the column of a place such as `AB12`, 0 for A.
    private int column(String place) {
        int column = 0;
        int at = 0;
        while (at < place.length() && place.charAt(at) >= 'A' && place.charAt(at) <= 'Z') {
            column = column * 26 + place.charAt(at) - 'A' + 1;
            at++;
            if (column > 16_384) {
                throw SheetProblems.tooWide(row);
            }
        }
        if (column == 0) {
            throw SheetProblems.damaged();
        }
        return column - 1;
    }

    /// Tells whether a sheet has merged cells at all; they come behind the cells, and most have
    /// none.
    static boolean mentionsMerged(InputStream in) throws IOException {
        try (in) {
            var piece = new byte[1 << 16];
            int matched = 0;
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                for (int i = 0; i < read; i++) {
                    if (piece[i] == MERGED[matched]) {
                        matched++;
                        if (matched == MERGED.length) {
                            return true;
                        }
                    } else {
                        matched = piece[i] == MERGED[0] ? 1 : 0;
                    }
                }
            }
            return false;
        }
    }

    static void readMerged(XMLStreamReader xml, Merged merged) throws XMLStreamException {
        for (int event = xml.getEventType(); event != END_DOCUMENT; event = XlsxFile.next(xml)) {
            if (event == START_ELEMENT && xml.getLocalName().equals("mergeCell")) {
                var corners = XlsxFile.attribute(xml, "ref", "").split(":", -1);
                if (corners.length == 2) {
                    var first = Place.of(corners[0]);
                    var last = Place.of(corners[1]);
                    merged.add(first.row(), last.row(), first.column(), last.column());
                }
            }
        }
    }

    /// A place such as `AB12`, rows and columns from 0 on.
    private record Place(int row, int column) {
        static Place of(String text) {
            int column = 0;
            int row = 0;
            for (int i = 0; i < text.length() && i < 12; i++) {
                char each = text.charAt(i);
                if (each >= 'A' && each <= 'Z') {
                    column = Math.min(column * 26 + each - 'A' + 1, 20_000);
                } else if (each >= '0' && each <= '9') {
                    row = Math.min(row * 10 + each - '0', 2_000_000);
                }
            }
            return new Place(row - 1, column - 1);
        }
    }
}
