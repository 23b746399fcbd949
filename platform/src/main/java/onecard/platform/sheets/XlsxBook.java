package onecard.platform.sheets;

import static javax.xml.stream.XMLStreamConstants.END_DOCUMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// What a workbook says before its cells: which sheet is the first to be seen, how days are
/// counted, which styles show dates.
///
/// @param sheet the part in which its cells lie
/// @param texts the part with the texts that cells share; empty if there is none
/// @param since1904 whether days are counted from 1904 on
/// @param dates the numbers of the styles that show dates
record XlsxBook(String sheet, String texts, boolean since1904, Set<Integer> dates) {
    private static final long PART_MAX_BYTES = 16L << 20;

    static XlsxBook read(ZipFile zip, Map<String, ZipArchiveEntry> names)
            throws IOException, XMLStreamException {
        var book =
                target(relations(zip, names, "", "_rels/.rels"), "/officeDocument")
                        .orElseThrow(SheetProblems::noTable);
        int cut = book.lastIndexOf('/') + 1;
        var folder = book.substring(0, cut);
        var relations =
                relations(zip, names, folder, folder + "_rels/" + book.substring(cut) + ".rels");
        var sheets = new Sheets(relations);
        elements(zip, names, book, sheets);
        var styles = new XlsxStyles();
        var style = target(relations, "/styles");
        if (style.isPresent()) {
            elements(zip, names, style.get(), styles);
        }
        return new XlsxBook(
                sheets.first.orElseThrow(SheetProblems::noTable),
                target(relations, "/sharedStrings").orElse(""),
                sheets.since1904,
                styles.dates());
    }

    /// Looks for the first sheet that is to be seen.
    private static final class Sheets implements Consumer<XMLStreamReader> {
        private final Map<String, Relation> relations;
        private Optional<String> first = Optional.empty();
        private boolean since1904;

        Sheets(Map<String, Relation> relations) {
            this.relations = relations;
        }

        @Override
        public void accept(XMLStreamReader xml) {
            switch (xml.getLocalName()) {
                case "workbookPr" -> since1904 = XlsxFile.says(xml, "date1904");
                case "sheet" -> {
                    boolean seen = XlsxFile.attribute(xml, "state", "visible").equals("visible");
                    if (first.isEmpty() && seen) {
                        first =
                                Optional.ofNullable(
                                                relations.get(XlsxFile.attribute(xml, "id", "")))
                                        .filter(each -> each.type().endsWith("/worksheet"))
                                        .map(Relation::target);
                    }
                }
                default -> {}
            }
        }
    }

    private record Relation(String type, String target) {}

    private static Optional<String> target(Map<String, Relation> relations, String type) {
        return relations.values().stream()
                .filter(each -> each.type().endsWith(type))
                .map(Relation::target)
                .findFirst();
    }

    private static Map<String, Relation> relations(
            ZipFile zip, Map<String, ZipArchiveEntry> names, String folder, String part)
            throws IOException, XMLStreamException {
        var relations = new HashMap<String, Relation>();
        elements(
                zip,
                names,
                part,
                xml -> {
                    if (xml.getLocalName().equals("Relationship")) {
                        var target = XlsxFile.attribute(xml, "Target", "").replace('\\', '/');
                        relations.put(
                                XlsxFile.attribute(xml, "Id", ""),
                                new Relation(
                                        XlsxFile.attribute(xml, "Type", ""),
                                        place(folder, target)));
                    }
                });
        return relations;
    }

    private static String place(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        var parts = new ArrayList<String>();
        for (var part : (folder + target).split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty()) {
                parts.removeLast();
            } else if (!part.equals(".") && !part.equals("..")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    /// Shows every element of a small part, from its beginning.
    private static void elements(
            ZipFile zip,
            Map<String, ZipArchiveEntry> names,
            String part,
            Consumer<XMLStreamReader> taker)
            throws IOException, XMLStreamException {
        try (var in = XlsxFile.open(zip, XlsxFile.part(names, part), PART_MAX_BYTES)) {
            var xml = XlsxFile.xml(in);
            for (int event = xml.getEventType();
                    event != END_DOCUMENT;
                    event = XlsxFile.next(xml)) {
                if (event == START_ELEMENT) {
                    taker.accept(xml);
                }
            }
        }
    }
}
