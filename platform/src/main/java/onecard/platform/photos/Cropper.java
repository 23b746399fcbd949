package onecard.platform.photos;

/// Cuts a face to the portrait of the terminals: 480 by 600, the eyes level at two fifths of the
/// height, 22 % of the width apart.
final class Cropper {
    static final int WIDTH = 480;
    static final int HEIGHT = 600;
    static final double EYES_APART = 0.22 * WIDTH;
    static final double EYES_X = WIDTH / 2.0;
    static final double EYES_Y = 0.42 * HEIGHT;

    /// A head that leans less than this is left as it stands.
    private static final double LEVEL_DEGREES = 2;

    private Cropper() {}

    /// Where the pixels of the portrait lie in the picture.
    static Pixels.Way way(Face face) {
        double scale = face.eyeDistance() / EYES_APART;
        double roll = Math.abs(face.roll()) < LEVEL_DEGREES ? 0 : Math.toRadians(face.roll());
        double cos = scale * Math.cos(roll);
        double sin = scale * Math.sin(roll);
        var eyes = face.betweenEyes();
        return new Pixels.Way(
                cos,
                -sin,
                eyes.x() - cos * EYES_X + sin * EYES_Y,
                sin,
                cos,
                eyes.y() - sin * EYES_X - cos * EYES_Y);
    }

    static Pixels crop(Pixels picture, Face face) {
        return picture.along(way(face), WIDTH, HEIGHT);
    }
}
