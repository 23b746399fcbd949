package onecard.platform.photos;

/// A picture in memory: red, green and blue, row by row. Outside its edges it goes on with the
/// colour of the edge.
///
/// @param width in pixels
/// @param height in pixels
/// @param rgb one number per pixel, 0xRRGGBB
@SuppressWarnings("ArrayRecordComponent") // a picture is its pixels
record Pixels(int width, int height, int[] rgb) {
    Pixels {
        if (width < 1 || height < 1 || rgb.length != width * height) {
            throw new IllegalArgumentException(
                    "%d by %d pixels are not %d".formatted(width, height, rgb.length));
        }
    }

    /// Where a pixel of a new picture lies in this one: `x' = a·x + b·y + c`, `y' = d·x + e·y + f`.
    record Way(double a, double b, double c, double d, double e, double f) {
        /// The way that shows all of a picture in a square, bands at the shorter side.
        static Way intoSquare(Pixels picture, int side) {
            double scale = Math.max(picture.width, picture.height) / (double) side;
            double left = (picture.width - side * scale) / 2;
            double top = (picture.height - side * scale) / 2;
            return new Way(scale, 0, left, 0, scale, top);
        }

        double x(double x, double y) {
            return a * x + b * y + c;
        }

        double y(double x, double y) {
            return d * x + e * y + f;
        }

        /// How many pixels of the old picture one of the new one is wide.
        double scale() {
            return Math.hypot(a, d);
        }

        private Way halved() {
            return new Way(a / 2, b / 2, c / 2, d / 2, e / 2, f / 2);
        }
    }

    /// Tells whether a point lies in the picture.
    boolean holds(double x, double y) {
        return x >= 0 && y >= 0 && x < width && y < height;
    }

    /// Returns another picture of this one. What shrinks is averaged, so that nothing flickers.
    Pixels along(Way way, int newWidth, int newHeight) {
        var from = this;
        while (way.scale() >= 2 && from.width > 1 && from.height > 1) {
            from = from.half();
            way = way.halved();
        }
        var out = new int[newWidth * newHeight];
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                double px = way.x(x + 0.5, y + 0.5) - 0.5;
                double py = way.y(x + 0.5, y + 0.5) - 0.5;
                out[y * newWidth + x] = from.at(px, py);
            }
        }
        return new Pixels(newWidth, newHeight, out);
    }

    private int at(double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        int fx = (int) ((x - left) * 256);
        int fy = (int) ((y - top) * 256);
        int a = near(left, top);
        int b = near(left + 1, top);
        int c = near(left, top + 1);
        int d = near(left + 1, top + 1);
        return mixed(a, b, c, d, fx, fy, 16)
                | mixed(a, b, c, d, fx, fy, 8)
                | mixed(a, b, c, d, fx, fy, 0);
    }

    private static int mixed(int a, int b, int c, int d, int fx, int fy, int shift) {
        int upper = (a >> shift & 255) * (256 - fx) + (b >> shift & 255) * fx;
        int lower = (c >> shift & 255) * (256 - fx) + (d >> shift & 255) * fx;
        return (upper * (256 - fy) + lower * fy >> 16) << shift;
    }

    private int near(int x, int y) {
        int inX = Math.clamp(x, 0, width - 1);
        int inY = Math.clamp(y, 0, height - 1);
        return rgb[inY * width + inX];
    }

    private Pixels half() {
        int w = width / 2;
        int h = height / 2;
        var out = new int[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int at = 2 * y * width + 2 * x;
                int a = rgb[at];
                int b = rgb[at + 1];
                int c = rgb[at + width];
                int d = rgb[at + width + 1];
                out[y * w + x] = mean(a, b, c, d, 16) | mean(a, b, c, d, 8) | mean(a, b, c, d, 0);
            }
        }
        return new Pixels(w, h, out);
    }

    private static int mean(int a, int b, int c, int d, int shift) {
        return ((a >> shift & 255) + (b >> shift & 255) + (c >> shift & 255) + (d >> shift & 255)
                        >> 2)
                << shift;
    }

    /// Returns the picture turned clockwise, so many quarters.
    Pixels turned(int quarters) {
        var now = this;
        for (int i = 0; i < quarters; i++) {
            now = now.quarter();
        }
        return now;
    }

    private Pixels quarter() {
        var out = new int[rgb.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                out[x * height + height - 1 - y] = rgb[y * width + x];
            }
        }
        return new Pixels(/* width= */ height, /* height= */ width, out);
    }

    /// Returns the picture as a mirror shows it.
    Pixels mirrored() {
        var out = new int[rgb.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                out[y * width + width - 1 - x] = rgb[y * width + x];
            }
        }
        return new Pixels(width, height, out);
    }

    /// Returns how bright a pixel is, 0 to 255.
    int luma(int x, int y) {
        return luma(rgb[y * width + x]);
    }

    private static int luma(int pixel) {
        return (77 * (pixel >> 16 & 255) + 150 * (pixel >> 8 & 255) + 29 * (pixel & 255)) >> 8;
    }
}
