package onecard.platform.photos;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Packs a cropped picture as JPEG below the limit: first coarser, then smaller.
final class PortraitWriter {
    private static final float[] QUALITIES = {0.92f, 0.85f, 0.75f, 0.65f, 0.5f, 0.35f};
    private static final double[] SIZES = {1, 400 / 480.0, 320 / 480.0};

    private PortraitWriter() {}

    /// Returns the portrait; empty if nothing gets it below the limit.
    static Optional<Portrait> write(Pixels cropped, int bytesBelow) {
        for (double size : SIZES) {
            var picture = size == 1 ? cropped : smaller(cropped, size);
            for (float quality : QUALITIES) {
                var jpeg = jpeg(picture, quality);
                if (jpeg.length < bytesBelow) {
                    return Optional.of(new Portrait(jpeg, picture.width(), picture.height()));
                }
            }
        }
        return Optional.empty();
    }

    private static Pixels smaller(Pixels picture, double size) {
        var way = new Pixels.Way(1 / size, 0, 0, 0, 1 / size, 0);
        return picture.along(
                way,
                (int) Math.round(picture.width() * size),
                (int) Math.round(picture.height() * size));
    }

    static byte[] jpeg(Pixels picture, float quality) {
        var image =
                new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.rgb(), 0, picture.width());
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing is written but to memory", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
