package onecard.platform.sheets;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_DOCUMENT;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.SPACE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// The texts that cells share. How a text is read aloud (furigana, pinyin) is no part of it.
final class XlsxTexts {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final List<String> texts = new ArrayList<>();

    static XlsxTexts read(ZipFile zip, Map<String, ZipArchiveEntry> names, String part)
            throws IOException, XMLStreamException {
        var found = new XlsxTexts();
        if (part.isEmpty()) {
            return found;
        }
        try (var in = XlsxFile.open(zip, XlsxFile.part(names, part), XlsxFile.TEXTS_MAX_BYTES)) {
            var xml = XlsxFile.xml(in);
            for (int event = xml.getEventType();
                    event != END_DOCUMENT;
                    event = XlsxFile.next(xml)) {
                if (event == START_ELEMENT && xml.getLocalName().equals("si")) {
                    found.texts.add(item(xml, "si"));
                }
            }
        }
        return found;
    }

    String get(int number) {
        if (number < 0 || number >= texts.size()) {
            throw SheetProblems.damaged();
        }
        return texts.get(number);
    }

    /// Reads the text inside the element at which the reader stands, to its end.
    static String item(XMLStreamReader xml, String name) throws XMLStreamException {
        var text = new StringBuilder();
        int aloud = 0;
        boolean inside = false;
        while (true) {
            int event = XlsxFile.next(xml);
            if (event == START_ELEMENT) {
                if (xml.getLocalName().equals("rPh")) {
                    aloud++;
                }
                inside = xml.getLocalName().equals("t") && aloud == 0;
            } else if (event == END_ELEMENT) {
                if (xml.getLocalName().equals(name)) {
                    return unescaped(text);
                }
                if (xml.getLocalName().equals("rPh")) {
                    aloud--;
                }
                inside = false;
            } else if (inside && (event == CHARACTERS || event == CDATA || event == SPACE)) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                if (text.length() > SheetReader.TEXT_MAX) {
                    throw SheetProblems.damaged();
                }
            }
        }
    }

    private static String unescaped(StringBuilder text) {
        if (text.indexOf("_x") < 0) {
            return text.toString();
        }
        return ESCAPED.matcher(text)
                .replaceAll(found ->
                        java.util.regex.Matcher.quoteReplacement(
                                Character.toString(Integer.parseInt(found.group(1), 16))));
    }
}
