package onecard.platform.photos;

import java.util.Optional;

/// What a JPEG says about itself, read before anything is unpacked.
///
/// @param width in pixels, as stored
/// @param height in pixels, as stored
/// @param orientation how the camera was held, 1 to 8 as EXIF counts
/// @param progressive whether it comes in several scans, all of which are kept in memory
/// @param scans how many
/// @param whole whether it comes to its end
record JpegHead(
        int width, int height, int orientation, boolean progressive, int scans, boolean whole) {
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int APP1 = 0xE1;

    /// Reads it; empty if the bytes are none.
    static Optional<JpegHead> of(byte[] file) {
        if (file.length < 4 || at(file, 0) != 0xFF || at(file, 1) != START) {
            return Optional.empty();
        }
        return new Walk(file).walk();
    }

    private static int at(byte[] file, int position) {
        return position < file.length ? file[position] & 255 : 0;
    }

    private static int two(byte[] file, int position) {
        return at(file, position) << 8 | at(file, position + 1);
    }

    /// From marker to marker.
    private static final class Walk {
        private final byte[] file;
        private int position = 2;
        private int width;
        private int height;
        private int orientation = 1;
        private int scans;
        private boolean progressive;
        private boolean ended;

        Walk(byte[] file) {
            this.file = file;
        }

        Optional<JpegHead> walk() {
            while (!ended && position + 1 < file.length) {
                if (at(file, position) != 0xFF) {
                    return Optional.empty();
                }
                int marker = at(file, position + 1);
                position += marker == 0xFF ? 1 : 2;
                step(marker);
            }
            return width > 0 && height > 0
                    ? Optional.of(
                            new JpegHead(width, height, orientation, progressive, scans, ended))
                    : Optional.empty();
        }

        private void step(int marker) {
            if (marker == END) {
                ended = true;
            } else if (marker != 0xFF && marker != 1 && !isRestart(marker)) {
                int length = two(file, position);
                if (isFrame(marker)) {
                    progressive = marker != 0xC0 && marker != 0xC1;
                    height = two(file, position + 3);
                    width = two(file, position + 5);
                } else if (marker == APP1) {
                    ExifOrientation.of(file, position + 2, position + length)
                            .ifPresent(found -> orientation = found);
                }
                position += Math.max(length, 2);
                if (marker == SCAN) {
                    scans++;
                    skipScan();
                }
            }
        }

        /// Over the packed pixels to the marker behind them.
        private void skipScan() {
            while (position + 1 < file.length) {
                if (file[position] == -1) {
                    int next = at(file, position + 1);
                    if (next != 0 && next != 0xFF && !isRestart(next)) {
                        return;
                    }
                }
                position++;
            }
        }

        private static boolean isFrame(int marker) {
            return marker >= 0xC0
                    && marker <= 0xCF
                    && marker != 0xC4
                    && marker != 0xC8
                    && marker != 0xCC;
        }

        private static boolean isRestart(int marker) {
            return marker >= 0xD0 && marker <= 0xD7;
        }
    }
}
