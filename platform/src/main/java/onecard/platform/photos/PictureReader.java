package onecard.platform.photos;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Reads JPEG and PNG. What a file is, its bytes say, never its name; how large it is, is asked
/// before anything is unpacked, and large ones are read in a coarser grid, so that a picture never
/// needs more than [#READ_PIXELS_MAX] pixels of memory. Nothing a stranger sends makes it throw.
final class PictureReader {
    /// The longest file, in bytes.
    static final int FILE_MAX_BYTES = 20 << 20;

    /// The largest picture, in pixels: what phones of 50 megapixels take.
    static final int PIXELS_MAX = 52_000_000;

    private static final int SIDE_MAX = 20_000;
    private static final int SIDE_MIN = 16;

    /// The JPEG library keeps all of such a picture in memory.
    private static final int PROGRESSIVE_PIXELS_MAX = 24_000_000;

    private static final int SCANS_MAX = 30;

    /// How fine the grid is.
    private static final int READ_PIXELS_MAX = 4_000_000;

    private static final int PNG_HEAD_BYTES = 24;
    private static final long PNG = 0x89504E470D0A1A0AL;
    private static final int PNG_FIRST = 0x49484452;

    private PictureReader() {}

    /// What came of reading.
    sealed interface Read {}

    /// The picture, upright.
    record Shown(Pixels pixels) implements Read {}

    record Unread(Flaw flaw) implements Read {}

    private record Head(String format, long width, long height, int orientation) {
        long pixels() {
            return width * height;
        }
    }

    static Read read(byte[] file) {
        if (file.length > FILE_MAX_BYTES) {
            return new Unread(Flaw.TOO_LARGE);
        }
        var jpeg = JpegHead.of(file);
        if (jpeg.isPresent()) {
            return jpeg(file, jpeg.get());
        }
        return pngHead(file)
                .map(head -> unpacked(file, head))
                .orElseGet(() -> new Unread(otherKind(file)));
    }

    private static Read jpeg(byte[] file, JpegHead head) {
        if (head.progressive()
                && ((long) head.width() * head.height() > PROGRESSIVE_PIXELS_MAX
                        || head.scans() > SCANS_MAX)) {
            return new Unread(Flaw.TOO_LARGE);
        }
        if (!head.whole()) {
            return new Unread(Flaw.TRUNCATED);
        }
        return unpacked(file, new Head("jpeg", head.width(), head.height(), head.orientation()));
    }

    private static Optional<Head> pngHead(byte[] file) {
        if (file.length < PNG_HEAD_BYTES) {
            return Optional.empty();
        }
        var bytes = ByteBuffer.wrap(file);
        return bytes.getLong(0) == PNG && bytes.getInt(12) == PNG_FIRST
                ? Optional.of(
                        new Head(
                                "png",
                                Integer.toUnsignedLong(bytes.getInt(16)),
                                Integer.toUnsignedLong(bytes.getInt(20)),
                                1))
                : Optional.empty();
    }

    private static Flaw otherKind(byte[] file) {
        var head = new String(file, 0, Math.min(file.length, 16), StandardCharsets.ISO_8859_1);
        boolean known =
                head.startsWith("ftyp", 4)
                        || head.startsWith("GIF8")
                        || head.startsWith("BM")
                        || head.startsWith("RIFF") && head.startsWith("WEBP", 8)
                        || head.startsWith("II*\0")
                        || head.startsWith("MM\0*");
        return known ? Flaw.OTHER_KIND : Flaw.NOT_A_PICTURE;
    }

    private static Read unpacked(byte[] file, Head head) {
        if (head.width() < SIDE_MIN || head.height() < SIDE_MIN) {
            return new Unread(Flaw.NOT_A_PICTURE);
        }
        if (head.width() > SIDE_MAX || head.height() > SIDE_MAX || head.pixels() > PIXELS_MAX) {
            return new Unread(Flaw.TOO_LARGE);
        }
        var reader = ImageIO.getImageReadersByFormatName(head.format()).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            var image = reader.read(0, grid(reader, head.pixels()));
            return new Shown(upright(pixels(image), head.orientation()));
        } catch (IOException e) {
            boolean ended = e.getMessage() != null && e.getMessage().contains("end of");
            return new Unread(ended ? Flaw.TRUNCATED : Flaw.NOT_A_PICTURE);
        } catch (RuntimeException _) { // what the library's parsers throw at nonsense has no limit
            return new Unread(Flaw.NOT_A_PICTURE);
        } finally {
            reader.dispose();
        }
    }

    private static ImageReadParam grid(ImageReader reader, long pixels) {
        var grid = reader.getDefaultReadParam();
        int step = (int) Math.ceil(Math.sqrt(pixels / (double) READ_PIXELS_MAX));
        grid.setSourceSubsampling(step, step, 0, 0);
        return grid;
    }

    /// What shines through lies on white.
    private static Pixels pixels(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        var rgb = image.getRGB(0, 0, width, height, null, 0, width);
        boolean clear = image.getColorModel().hasAlpha();
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = clear ? onWhite(rgb[i]) : rgb[i] & 0xFFFFFF;
        }
        return new Pixels(width, height, rgb);
    }

    private static int onWhite(int argb) {
        int alpha = argb >>> 24;
        return alpha == 255
                ? argb & 0xFFFFFF
                : over(argb, alpha, 16) | over(argb, alpha, 8) | over(argb, alpha, 0);
    }

    private static int over(int argb, int alpha, int shift) {
        return ((argb >> shift & 255) * alpha + 255 * (255 - alpha)) / 255 << shift;
    }

    private static Pixels upright(Pixels stored, int orientation) {
        return switch (orientation) {
            case 2 -> stored.mirrored();
            case 3 -> stored.turned(2);
            case 4 -> stored.turned(2).mirrored();
            case 5 -> stored.turned(1).mirrored();
            case 6 -> stored.turned(1);
            case 7 -> stored.turned(3).mirrored();
            case 8 -> stored.turned(3);
            default -> stored;
        };
    }
}
