package onecard.platform.photos;

/// A face that was found, in pixels of the picture. Right and left are the person's own.
///
/// @param score how sure the finder is, 0 to 1
/// @param box around brow and chin
record Face(
        double score,
        Box box,
        Point rightEye,
        Point leftEye,
        Point nose,
        Point mouth,
        Point rightEar,
        Point leftEar) {

    /// A place in a picture.
    record Point(double x, double y) {
        double to(Point other) {
            return Math.hypot(other.x - x, other.y - y);
        }
    }

    /// A rectangle by its middle.
    record Box(double x, double y, double width, double height) {
        double area() {
            return width * height;
        }

        double overlap(Box other) {
            double across =
                    Math.min(x + width / 2, other.x + other.width / 2)
                            - Math.max(x - width / 2, other.x - other.width / 2);
            double down =
                    Math.min(y + height / 2, other.y + other.height / 2)
                            - Math.max(y - height / 2, other.y - other.height / 2);
            double both = Math.max(across, 0) * Math.max(down, 0);
            return both / (area() + other.area() - both);
        }
    }

    double eyeDistance() {
        return rightEye.to(leftEye);
    }

    Point betweenEyes() {
        return new Point((rightEye.x + leftEye.x) / 2, (rightEye.y + leftEye.y) / 2);
    }

    /// How far the head leans to a shoulder, in degrees; 0 is upright.
    double roll() {
        return Math.toDegrees(Math.atan2(leftEye.y - rightEye.y, leftEye.x - rightEye.x));
    }

    /// How far a point lies from the middle of the eyes, along the line of the eyes to the person's
    /// left and at a right angle to it towards the mouth, in eye distances.
    Point fromEyes(Point point) {
        double ex = (leftEye.x - rightEye.x) / eyeDistance();
        double ey = (leftEye.y - rightEye.y) / eyeDistance();
        double dx = point.x - betweenEyes().x;
        double dy = point.y - betweenEyes().y;
        return new Point((dx * ex + dy * ey) / eyeDistance(), (dy * ex - dx * ey) / eyeDistance());
    }
}
