package onecard.platform.photos;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import onecard.platform.system.Problem;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/// Reads photos out of a zip file, one after the other. Folders do not matter, names in UTF-8 or
/// GB18030 are read; what unpacks without end ends the whole.
final class ZippedPhotos implements AutoCloseable {
    /// Files in one zip at the most.
    static final int FILES_MAX = 100_000;

    private static final int NAME_MAX = 200;

    /// A file that unpacks to more than this is no photo that was packed by mistake.
    private static final long UNPACKED_MAX_BYTES = 64L << 20;

    private final ZipArchiveInputStream zip;
    private int files;

    ZippedPhotos(InputStream upload) {
        this.zip = new ZipArchiveInputStream(upload, "GB18030", true, true);
    }

    /// A file.
    ///
    /// @param name as it is called, without its folder
    /// @param content empty: it is too long, or cannot be unpacked
    @SuppressWarnings("ArrayRecordComponent") // judged and forgotten
    record Zipped(String name, Optional<byte[]> content, boolean tooLong) {
        /// The number by which the photo is named.
        String number() {
            int dot = name.lastIndexOf('.');
            return (dot < 0 ? name : name.substring(0, dot)).strip();
        }
    }

    /// Returns the next photo; empty at the end.
    ///
    /// @throws Problem if it is no zip file
    Optional<Zipped> next() {
        try {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!isLitter(entry)) {
                    return Optional.of(read(entry));
                }
            }
            if (zip.getBytesRead() == 0 || files == 0) {
                throw Problem.of(PhotoProblems.NO_ZIP);
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException _) { // damaged, or never one
            throw Problem.of(PhotoProblems.NO_ZIP);
        }
    }

    private boolean isLitter(ZipArchiveEntry entry) {
        files++;
        if (files > FILES_MAX) {
            throw Problem.of(PhotoProblems.NO_ZIP);
        }
        var path = entry.getName();
        var name = name(path);
        return entry.isDirectory()
                || path.startsWith("__MACOSX/")
                || name.startsWith(".")
                || name.toLowerCase(Locale.ROOT).equals("thumbs.db")
                || name.toLowerCase(Locale.ROOT).equals("desktop.ini");
    }

    private static String name(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private Zipped read(ZipArchiveEntry entry) throws IOException {
        var plain = name(entry.getName()).replaceAll("[\\p{Cc}\\p{Cf}]", "");
        var name = plain.length() <= NAME_MAX ? plain : plain.substring(0, NAME_MAX);
        if (!zip.canReadEntryData(entry)) {
            return new Zipped(name, Optional.empty(), false);
        }
        var content = zip.readNBytes(PictureReader.FILE_MAX_BYTES + 1);
        if (content.length <= PictureReader.FILE_MAX_BYTES) {
            return new Zipped(name, Optional.of(content), false);
        }
        long unpacked = content.length;
        var rest = new byte[1 << 16];
        for (int some = zip.read(rest); some >= 0; some = zip.read(rest)) {
            unpacked += some;
            if (unpacked > UNPACKED_MAX_BYTES) {
                throw Problem.of(PhotoProblems.NO_ZIP);
            }
        }
        return new Zipped(name, Optional.empty(), true);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException _) { // it was only read
            files = 0;
        }
    }
}
