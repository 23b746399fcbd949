package onecard.platform.photos;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureReaderTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    @ParameterizedTest(name = "orientation {0}: the red corner is at {1}")
    @CsvSource({"1, LT", "2, RT", "3, RB", "4, LB", "5, LT", "6, RT", "7, RB", "8, LB"})
    @DisplayName("M-134 A photo is turned as the camera was held")
    void a_photo_is_turned_as_the_camera_was_held(int orientation, String corner) {
        var pixels = shown(held(redLeftTop(), orientation));
        boolean lies = orientation >= 5;
        assertThat(pixels.width()).isEqualTo(lies ? 32 : 64);
        assertThat(pixels.height()).isEqualTo(lies ? 64 : 32);
        int x = corner.charAt(0) == 'L' ? 4 : pixels.width() - 5;
        int y = corner.charAt(1) == 'T' ? 4 : pixels.height() - 5;
        assertThat(pixels.rgb()[y * pixels.width() + x] >> 16 & 255).isGreaterThan(200);
        assertThat(pixels.luma(pixels.width() / 2, pixels.height() / 2)).isLessThan(60);
    }

    @Test
    @DisplayName("M-134 A portrait says nothing about where and with what the photo was taken")
    void a_portrait_carries_no_metadata() {
        var photo = held(Sitters.file(Sitters.GOOD), 1);
        assertThat(text(photo)).contains("Exif").contains("SecretCamera");
        var again = PortraitWriter.jpeg(shown(photo), 0.9f);
        assertThat(text(again)).doesNotContain("Exif").doesNotContain("SecretCamera");
        assertThat(JpegHead.of(again).orElseThrow().whole()).isTrue();
    }

    @Test
    @DisplayName("M-138 What a file is, its bytes say, not its name")
    void what_a_file_is_its_bytes_say() throws IOException {
        assertThat(flaw("MZ and so on, a program".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(Flaw.NOT_A_PICTURE);
        assertThat(flaw(new byte[0])).isEqualTo(Flaw.NOT_A_PICTURE);
        assertThat(flaw("\0\0\0\u0018ftypheic\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(Flaw.OTHER_KIND);
        assertThat(flaw("GIF89a........".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(Flaw.OTHER_KIND);
        assertThat(shown(png(new BufferedImage(40, 30, BufferedImage.TYPE_INT_ARGB))).rgb())
                .containsOnly(0xFFFFFF);
    }

    @Test
    @DisplayName("M-138 A photo that was cut off on its way is refused as such")
    void a_truncated_photo_is_refused() {
        var whole = Sitters.file(Sitters.GOOD);
        assertThat(flaw(Arrays.copyOf(whole, whole.length * 2 / 3))).isEqualTo(Flaw.TRUNCATED);
        assertThat(flaw(Arrays.copyOf(whole, 40))).isEqualTo(Flaw.NOT_A_PICTURE);
    }

    @Test
    @DisplayName(
            "M-138 A picture of a billion pixels in a kilobyte is refused before it is unpacked")
    void a_bomb_is_refused_before_it_is_unpacked() {
        Assertions.assertTimeout(
                AT_ONCE,
                () -> {
                    assertThat(flaw(bomb(60_000, 60_000))).isEqualTo(Flaw.TOO_LARGE);
                    assertThat(flaw(bomb(19_000, 19_000))).isEqualTo(Flaw.TOO_LARGE);
                    assertThat(flaw(bomb(-1, 2))).isEqualTo(Flaw.NOT_A_PICTURE);
                    assertThat(flaw(bomb(1, 100_000_000))).isEqualTo(Flaw.NOT_A_PICTURE);
                    assertThat(flaw(resized(Sitters.file(Sitters.GOOD), 65_500, 65_500)))
                            .isEqualTo(Flaw.TOO_LARGE);
                    assertThat(flaw(new byte[PictureReader.FILE_MAX_BYTES + 1]))
                            .isEqualTo(Flaw.TOO_LARGE);
                });
    }

    @Test
    @DisplayName("M-136 A photo of 12 megapixels is read in a grid of at most 4")
    void a_large_photo_is_read_in_a_coarser_grid() {
        var large = PortraitWriter.jpeg(Sitters.nobody(4000, 3000), 0.5f);
        assertThat(shown(large).rgb()).hasSizeLessThan(4_000_001).hasSizeGreaterThan(2_500_000);
    }

    @Test
    @DisplayName("M-138 No bytes make the reader throw")
    void no_bytes_make_the_reader_throw() {
        var good = Sitters.file(Sitters.GOOD);
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var bytes = good.clone();
            for (int i = 0; i < 1 + seed % 20; i++) {
                int most = seed % 2 == 0 ? 700 : bytes.length;
                bytes[random.nextInt(most)] = (byte) random.nextInt();
            }
            assertThat(PictureReader.read(bytes)).as("seed %d", seed).isNotNull();
        }
    }

    private static Flaw flaw(byte[] file) {
        return switch (PictureReader.read(file)) {
            case PictureReader.Unread(var flaw) -> flaw;
            case PictureReader.Shown _ -> throw new AssertionError("It was read");
        };
    }

    private static Pixels shown(byte[] file) {
        return ((PictureReader.Shown) PictureReader.read(file)).pixels();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] redLeftTop() {
        var rgb = new int[64 * 32];
        for (int y = 0; y < 10; y++) {
            Arrays.fill(rgb, y * 64, y * 64 + 12, 0xFF0000);
        }
        return PortraitWriter.jpeg(new Pixels(64, 32, rgb), 0.95f);
    }

    /// Puts in what a camera writes: its name and how it was held.
    private static byte[] held(byte[] jpeg, int orientation) {
        var maker = "SecretCamera\0".getBytes(StandardCharsets.US_ASCII);
        var tiff =
                ByteBuffer.allocate(8 + 2 + 24 + 4 + maker.length)
                        .put("MM\0*".getBytes(StandardCharsets.US_ASCII))
                        .putInt(8)
                        .putShort((short) 2)
                        .putShort((short) 0x010F)
                        .putShort((short) 2)
                        .putInt(maker.length)
                        .putInt(38)
                        .putShort((short) 0x0112)
                        .putShort((short) 3)
                        .putInt(1)
                        .putShort((short) orientation)
                        .putShort((short) 0)
                        .putInt(0)
                        .put(maker)
                        .array();
        return ByteBuffer.allocate(jpeg.length + 10 + tiff.length)
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (8 + tiff.length))
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(tiff)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static byte[] resized(byte[] jpeg, int width, int height) {
        var lie = jpeg.clone();
        for (int i = 0; i < lie.length - 9; i++) {
            if (lie[i] == -1 && (lie[i + 1] & 255) == 0xC0) {
                ByteBuffer.wrap(lie).putShort(i + 5, (short) height).putShort(i + 7, (short) width);
                return lie;
            }
        }
        throw new AssertionError("No frame");
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    /// A PNG that says it is so large; what it holds are packed zeros.
    private static byte[] bomb(int width, int height) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed, new Deflater(9))) {
            out.write(new byte[1 << 20]);
        }
        var head = ByteBuffer.allocate(13).putInt(width).putInt(height);
        head.put((byte) 8).put((byte) 0);
        var file = new ByteArrayOutputStream();
        file.write(ByteBuffer.allocate(8).putLong(0x89504E470D0A1A0AL).array());
        file.write(chunk("IHDR", head.array()));
        file.write(chunk("IDAT", packed.toByteArray()));
        file.write(chunk("IEND", new byte[0]));
        return file.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        var named = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(named);
        sum.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(named)
                .put(data)
                .putInt((int) sum.getValue())
                .array();
    }
}
