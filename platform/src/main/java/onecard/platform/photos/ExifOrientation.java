package onecard.platform.photos;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;

/// How a camera says that it was held: tag 0x0112 in the first directory of the EXIF segment.
final class ExifOrientation {
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int TAG = 0x0112;
    private static final int ENTRY_BYTES = 12;

    private ExifOrientation() {}

    /// Reads it out of a segment; empty where nothing understandable stands.
    static OptionalInt of(byte[] file, int from, int to) {
        int end = Math.min(to, file.length);
        int start = from + EXIF.length;
        if (start + 8 > end || !Arrays.equals(file, from, start, EXIF, 0, EXIF.length)) {
            return OptionalInt.empty();
        }
        var tiff = ByteBuffer.wrap(file, start, end - start).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return OptionalInt.empty();
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if (entry > tiff.limit() - ENTRY_BYTES) {
                return OptionalInt.empty();
            }
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                int value = tiff.getShort(entry + 8) & 0xFFFF;
                return value >= 1 && value <= 8 ? OptionalInt.of(value) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }
}
