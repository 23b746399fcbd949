package onecard.platform.sheets;

import static javax.xml.stream.XMLStreamConstants.END_DOCUMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
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
                relations(zip, names, "", "_rels/.rels").values().stream()
                        .filter(each -> each.type().endsWith("/officeDocument"))
                        .map(Relation::target)
                        .findFirst()
                        .orElseThrow(SheetProblems::noTable);
        int cut = book.lastIndexOf('/') + 1;
        var folder = book.substring(0, cut);
        var relations =
                relations(zip, names, folder, folder + "_rels/" + book.substring(cut) + ".rels");
        String found = "";
        boolean since1904 = false;
        try (var in = XlsxFile.open(zip, XlsxFile.part(names, book), PART_MAX_BYTES)) {
            var xml = XlsxFile.xml(in);
            for (int event = xml.getEventType();
                    event != END_DOCUMENT;
                    event = XlsxFile.next(xml)) {
                if (event == START_ELEMENT && xml.getLocalName().equals("workbookPr")) {
                    since1904 = XlsxFile.says(xml, "date1904");
                } else if (event == START_ELEMENT && xml.getLocalName().equals("sheet")) {
                    var relation = relations.get(XlsxFile.attribute(xml, "id", ""));
                    boolean seen = XlsxFile.attribute(xml, "state", "visible").equals("visible");
                    if (found.isEmpty()
                            && seen
                            && relation != null
                            && relation.type().endsWith("/worksheet")) {
                        found = relation.target();
                    }
                }
            }
        }
        if (found.isEmpty()) {
            throw SheetProblems.noTable();
        }
        return new XlsxBook(
                found,
                target(relations, "/sharedStrings").orElse(""),
                since1904,
                dates(zip, names, relations));
    }

    private record Relation(String type, String target) {}

    private static Optional<String> target(Map<String, Relation> relations, String type) {
        return relations.values().stream()
                .filter(each -> each.type().endsWith(type))
                .map(Relation::target)
                .findFirst();
    }

    private static Map<String, Relation> relations(
            ZipFile zip, Map<String, ZipArchiveEntry> names, String folder, String name)
            throws IOException, XMLStreamException {
        var relations = new HashMap<String, Relation>();
        try (var in = XlsxFile.open(zip, XlsxFile.part(names, name), PART_MAX_BYTES)) {
            var xml = XlsxFile.xml(in);
            for (int event = xml.getEventType();
                    event != END_DOCUMENT;
                    event = XlsxFile.next(xml)) {
                if (event == START_ELEMENT && xml.getLocalName().equals("Relationship")) {
                    var target = XlsxFile.attribute(xml, "Target", "").replace('\\', '/');
                    relations.put(
                            XlsxFile.attribute(xml, "Id", ""),
                            new Relation(
                                    XlsxFile.attribute(xml, "Type", ""), place(folder, target)));
                }
            }
        }
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

    private static Set<Integer> dates(
            ZipFile zip, Map<String, ZipArchiveEntry> names, Map<String, Relation> relations)
            throws IOException, XMLStreamException {
        var styles = target(relations, "/styles");
        if (styles.isEmpty()) {
            return Set.of();
        }
        var own = new HashMap<Integer, String>();
        List<Integer> formats = new ArrayList<>();
        try (var in = XlsxFile.open(zip, XlsxFile.part(names, styles.get()), PART_MAX_BYTES)) {
            var xml = XlsxFile.xml(in);
            boolean inside = false;
            for (int event = xml.getEventType();
                    event != END_DOCUMENT;
                    event = XlsxFile.next(xml)) {
                if (event == START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "numFmt" ->
                                own.put(
                                        Numbers.whole(XlsxFile.attribute(xml, "numFmtId", "")),
                                        XlsxFile.attribute(xml, "formatCode", ""));
                        case "cellXfs" -> inside = true;
                        case "cellStyles", "dxfs" -> inside = false;
                        case "xf" -> {
                            if (inside) {
                                formats.add(
                                        Numbers.whole(XlsxFile.attribute(xml, "numFmtId", "0")));
                            }
                        }
                        default -> {}
                    }
                }
            }
        }
        var dates = new HashSet<Integer>();
        for (int style = 0; style < formats.size(); style++) {
            int format = formats.get(style);
            if (Numbers.showsDate(format, own.getOrDefault(format, ""))) {
                dates.add(style);
            }
        }
        return dates;
    }
}
