package onecard.platform.photos;

/// How the light falls in a part of a portrait.
///
/// @param mean how bright, 0 to 255
/// @param spread standard deviation
/// @param black share of pixels in which all is lost in the dark
/// @param white share of pixels in which all is lost in the light
record Light(double mean, double spread, double black, double white) {
    private static final int BLACK = 16;
    private static final int WHITE = 250;

    /// Sharpness is looked at in a face of this width, whatever the picture had.
    private static final int SHARP_WIDTH = 160;

    static Light of(Pixels crop, Area area) {
        double sum = 0;
        double squares = 0;
        int all = 0;
        int black = 0;
        int white = 0;
        for (int y = area.top(); y < area.bottom(); y += 2) {
            for (int x = area.left(); x < area.right(); x += 2) {
                if (area.holds(x)) {
                    int luma = crop.luma(x, y);
                    sum += luma;
                    squares += luma * luma;
                    black += luma < BLACK ? 1 : 0;
                    white += luma > WHITE ? 1 : 0;
                    all++;
                }
            }
        }
        double mean = sum / all;
        double spread = Math.sqrt(Math.max(squares / all - mean * mean, 0));
        return new Light(mean, spread, black / (double) all, white / (double) all);
    }

    /// How much finer detail a face has than its contrast alone explains: the variance of the
    /// Laplacian over the variance of the brightness.
    static double sharpness(Pixels crop) {
        var area = Area.FACE;
        double scale = (area.right() - area.left()) / (double) SHARP_WIDTH;
        int height = (int) ((area.bottom() - area.top()) / scale);
        var face =
                crop.along(
                        new Pixels.Way(scale, 0, area.left(), 0, scale, area.top()),
                        SHARP_WIDTH,
                        height);
        double sum = 0;
        double squares = 0;
        double edges = 0;
        int all = 0;
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < SHARP_WIDTH - 1; x++) {
                int here = face.luma(x, y);
                int edge =
                        4 * here
                                - face.luma(x - 1, y)
                                - face.luma(x + 1, y)
                                - face.luma(x, y - 1)
                                - face.luma(x, y + 1);
                sum += here;
                squares += here * here;
                edges += edge * edge;
                all++;
            }
        }
        double mean = sum / all;
        double variance = squares / all - mean * mean;
        return edges / all / Math.max(variance, 25);
    }

    /// How unlike both halves of the face are lit, 0 to 1.
    static double side(Pixels crop) {
        var area = Area.FACE;
        int middle = (area.left() + area.right()) / 2;
        double left = 0;
        double right = 0;
        for (int y = area.top(); y < area.bottom(); y += 2) {
            for (int x = area.left(); x < middle; x += 2) {
                left += crop.luma(x, y);
                right += crop.luma(2 * middle - 1 - x, y);
            }
        }
        return Math.abs(left - right) / Math.max(left + right, 1) * 2;
    }
}
