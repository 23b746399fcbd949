package onecard.platform.photos;

/// Parts of a portrait, in its pixels.
enum Area {
    WHOLE(0, 0, Cropper.WIDTH, Cropper.HEIGHT),
    /// Brow to chin, temple to temple.
    FACE(
            (int) (Cropper.EYES_X - 0.95 * Cropper.EYES_APART),
            (int) (Cropper.EYES_Y - 0.5 * Cropper.EYES_APART),
            (int) (Cropper.EYES_X + 0.95 * Cropper.EYES_APART),
            (int) (Cropper.EYES_Y + 1.55 * Cropper.EYES_APART)),
    /// Beside the hair, where the background shows: the upper part of both edges.
    CORNERS(0, 0, Cropper.WIDTH, Cropper.HEIGHT / 3);

    private final int left;
    private final int top;
    private final int right;
    private final int bottom;

    Area(int left, int top, int right, int bottom) {
        this.left = left;
        this.top = top;
        this.right = right;
        this.bottom = bottom;
    }

    int left() {
        return left;
    }

    int top() {
        return top;
    }

    int right() {
        return right;
    }

    int bottom() {
        return bottom;
    }

    /// Tells whether a point of the rectangle belongs to the part.
    boolean holds(int x) {
        return this != CORNERS || x < Cropper.WIDTH / 7 || x >= Cropper.WIDTH * 6 / 7;
    }
}
