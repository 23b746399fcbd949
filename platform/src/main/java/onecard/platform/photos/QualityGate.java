package onecard.platform.photos;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Judges a face and its crop. Each limit was tried on portraits of all skin tones and on dark,
/// bright, blurred, turned and small variants of them: exposure is judged by what is lost in black
/// or white and by the whole picture, never by how bright a face is.
final class QualityGate {
    static final double EYES_APART_MIN = 40;
    static final double ROLL_MAX = 20;
    private static final double NOSE_ASIDE_MAX = 0.2;
    private static final double EARS_UNEVEN_MAX = 0.65;
    private static final double NOSE_DOWN_MIN = 0.2;
    private static final double NOSE_DOWN_MAX = 0.95;
    private static final double CUT_MAX = 0.12;
    private static final double SHARP_MIN = 0.010;
    private static final double DARK_WHOLE = 45;
    private static final double BLACK_SHARE_MAX = 0.5;
    private static final double WHITE_SHARE_MAX = 0.3;
    private static final double SIDE_MAX = 0.45;
    private static final double BACKGROUND_MAX = 50;

    private QualityGate() {}

    /// Returns what is wrong with how the face lies in its picture.
    static Set<Flaw> pose(Pixels picture, Face face) {
        var flaws = EnumSet.noneOf(Flaw.class);
        if (face.eyeDistance() < EYES_APART_MIN) {
            flaws.add(Flaw.FACE_TOO_SMALL);
        }
        if (Math.abs(face.roll()) > ROLL_MAX) {
            flaws.add(Math.abs(face.roll()) > 60 ? Flaw.NOT_UPRIGHT : Flaw.TILTED);
        }
        if (turn(face) > 1 || nod(face) > 1) {
            flaws.add(Flaw.TURNED);
        }
        if (outside(picture, face) > CUT_MAX) {
            flaws.add(Flaw.CUT_OFF);
        }
        return flaws;
    }

    /// How far the head is turned to a side; 1 is the limit.
    static double turn(Face face) {
        double nose = Math.abs(face.fromEyes(face.nose()).x());
        double right = Math.abs(face.fromEyes(face.rightEar()).x());
        double left = Math.abs(face.fromEyes(face.leftEar()).x());
        double uneven = Math.abs(right - left) / Math.max(right + left, 0.01);
        return Math.max(nose / NOSE_ASIDE_MAX, uneven / EARS_UNEVEN_MAX);
    }

    private static double nod(Face face) {
        double nose = face.fromEyes(face.nose()).y();
        double mouth = face.fromEyes(face.mouth()).y();
        return mouth > nose && nose > NOSE_DOWN_MIN && nose < NOSE_DOWN_MAX ? 0 : 2;
    }

    /// Which share of the face, brow to chin, lies outside the picture.
    static double outside(Pixels picture, Face face) {
        var way = Cropper.way(face);
        int seen = 0;
        int all = 0;
        for (int y = Area.FACE.top(); y < Area.FACE.bottom(); y += 8) {
            for (int x = Area.FACE.left(); x < Area.FACE.right(); x += 8) {
                all++;
                seen += picture.holds(way.x(x, y), way.y(x, y)) ? 1 : 0;
            }
        }
        return 1 - seen / (double) all;
    }

    /// Returns what is wrong with the light and the sharpness of a crop.
    static Set<Flaw> light(Pixels crop) {
        var flaws = EnumSet.noneOf(Flaw.class);
        var face = Light.of(crop, Area.FACE);
        var whole = Light.of(crop, Area.WHOLE);
        if (face.black() > BLACK_SHARE_MAX || whole.mean() < DARK_WHOLE) {
            flaws.add(Flaw.TOO_DARK);
        }
        if (face.white() > WHITE_SHARE_MAX) {
            flaws.add(Flaw.TOO_BRIGHT);
        }
        if (Light.sharpness(crop) < SHARP_MIN) {
            flaws.add(Flaw.BLURRED);
        }
        if (Light.side(crop) > SIDE_MAX) {
            flaws.add(Flaw.SIDE_LIGHT);
        }
        if (Light.of(crop, Area.CORNERS).spread() > BACKGROUND_MAX) {
            flaws.add(Flaw.BUSY_BACKGROUND);
        }
        return flaws;
    }

    static boolean isGood(Set<Flaw> flaws) {
        return flaws.stream().allMatch(flaw -> flaw.weight() == Flaw.Weight.HINT);
    }

    static List<Flaw> ordered(Set<Flaw> flaws) {
        return flaws.stream().sorted().toList();
    }
}
