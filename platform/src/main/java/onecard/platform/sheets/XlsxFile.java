package onecard.platform.sheets;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/// An Excel workbook since 2007: XML in a zip. Only what is needed is unpacked, only so far, and no
/// document type is allowed, so that no entity can be declared.
final class XlsxFile {
    /// The most that is unpacked of one part, in bytes.
    static final long PART_MAX_BYTES = 300L << 20;

    /// The most that is unpacked of the texts, which stay in memory.
    static final long TEXTS_MAX_BYTES = 96L << 20;

    /// A part that is larger than [#HARMLESS_BYTES] and packed more tightly than this is no table.
    private static final long RATIO_MAX = 200;

    private static final long HARMLESS_BYTES = 4 << 20;
    private static final int ENTRIES_MAX = 2_000;

    private final byte[] file;

    XlsxFile(byte[] file) {
        this.file = file;
    }

    void read(Rows rows) {
        try (ZipFile zip =
                ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                        .get()) {
            read(zip, rows);
        } catch (XMLStreamException | IOException | IllegalArgumentException broken) {
            throw SheetProblems.damaged();
        }
    }

    private static void read(ZipFile zip, Rows rows) throws IOException, XMLStreamException {
        var names = names(zip);
        var book = XlsxBook.read(zip, names);
        var texts = XlsxTexts.read(zip, names, book.texts());
        var sheet = part(names, book.sheet());
        var merged = new Merged();
        if (XlsxSheet.mentionsMerged(open(zip, sheet, PART_MAX_BYTES))) {
            try (var in = open(zip, sheet, PART_MAX_BYTES)) {
                XlsxSheet.readMerged(xml(in), merged);
            }
        }
        try (var in = open(zip, sheet, PART_MAX_BYTES)) {
            new XlsxSheet(xml(in), book, texts, merged, rows).read();
        }
    }

    /// The parts by their names in small letters, as some programs write them otherwise.
    private static Map<String, ZipArchiveEntry> names(ZipFile zip) {
        var names = new HashMap<String, ZipArchiveEntry>();
        for (var entry : Collections.list(zip.getEntries())) {
            if (names.size() >= ENTRIES_MAX) {
                throw SheetProblems.bomb();
            }
            long size = entry.getSize();
            if (size > HARMLESS_BYTES
                    && (size > PART_MAX_BYTES
                            || size / Math.max(1, entry.getCompressedSize()) > RATIO_MAX)) {
                throw SheetProblems.bomb();
            }
            names.put(entry.getName().toLowerCase(Locale.ROOT).replace('\\', '/'), entry);
        }
        return names;
    }

    static ZipArchiveEntry part(Map<String, ZipArchiveEntry> names, String name) {
        var entry = names.get(name.toLowerCase(Locale.ROOT));
        if (entry == null) {
            throw SheetProblems.noTable();
        }
        return entry;
    }

    static InputStream open(ZipFile zip, ZipArchiveEntry entry, long most) throws IOException {
        return new BufferedInputStream(
                new Bounded(zip.getInputStream(entry), Math.min(most, PART_MAX_BYTES)), 1 << 16);
    }

    /// Reads XML without document types; to find one ends the reading.
    static XMLStreamReader xml(InputStream in) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory.createXMLStreamReader(in);
    }

    /// Goes on, and refuses what no spreadsheet program writes.
    static int next(XMLStreamReader xml) throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw SheetProblems.forbidden();
        }
        return event;
    }

    static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    static String attribute(XMLStreamReader xml, String name, String otherwise) {
        return Objects.requireNonNullElse(attribute(xml, name), otherwise);
    }

    /// Tells whether an attribute says yes.
    static boolean says(XMLStreamReader xml, String name) {
        return List.of("1", "true", "on").contains(attribute(xml, name, ""));
    }

    /// Ends the reading when more comes out than may.
    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream in, long most) {
            super(in);
            left = most;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int some = super.read(into, from, length);
            count(Math.max(some, 0));
            return some;
        }

        private void count(int more) {
            left -= more;
            if (left < 0) {
                throw SheetProblems.bomb();
            }
        }
    }
}
