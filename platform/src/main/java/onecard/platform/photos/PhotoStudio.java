package onecard.platform.photos;

import java.util.List;
import org.springframework.stereotype.Component;

/// Makes the portrait of a photo and says what is wrong with it (相片剪裁, `M-134`). A face is looked
/// for twice: in the whole photo, and again in what was cropped, turned to all four sides; only
/// where the second look finds the same face upright it is believed.
@Component
class PhotoStudio {
    /// A second face counts from this share of the first one's area on.
    private static final double SECOND_FACE = 0.2;

    private static final double CONFIRMED = 0.6;

    /// How far the second look may find an eye from where the crop put it, in eye distances.
    private static final double EYES_OFF_MAX = 0.5;

    private final FaceFinder finder;

    PhotoStudio(FaceFinder finder) {
        this.finder = finder;
    }

    Verdict judge(byte[] file) {
        return switch (PictureReader.read(file)) {
            case PictureReader.Unread(var flaw) -> new Verdict.Hopeless(flaw);
            case PictureReader.Shown(var pixels) -> judge(pixels);
        };
    }

    private Verdict judge(Pixels picture) {
        var faces = finder.find(picture);
        if (faces.isEmpty() || faces.getFirst().eyeDistance() < 1) {
            return new Verdict.Hopeless(
                    isUprightTurned(picture, 0) ? Flaw.NOT_UPRIGHT : Flaw.NO_FACE);
        }
        var face = largest(faces);
        if (severalIn(faces, face)) {
            return new Verdict.Hopeless(Flaw.SEVERAL_FACES);
        }
        var crop = Cropper.crop(picture, face);
        var flaws = QualityGate.pose(picture, face);
        flaws.addAll(QualityGate.light(crop));
        if (flaws.contains(Flaw.TILTED) && isUprightTurned(picture, face.score())) {
            flaws.remove(Flaw.TILTED);
            flaws.add(Flaw.NOT_UPRIGHT);
        }
        if (!isConfirmed(crop)) {
            flaws.add(isUpright(crop) ? Flaw.UNSURE : Flaw.NOT_UPRIGHT);
        }
        return PortraitWriter.write(crop, Portrait.BYTES_BELOW)
                .<Verdict>map(portrait ->
                        QualityGate.isGood(flaws)
                                ? new Verdict.Good(portrait, QualityGate.ordered(flaws))
                                : new Verdict.Poor(portrait, QualityGate.ordered(flaws)))
                .orElseGet(() -> new Verdict.Hopeless(Flaw.NOT_SMALL_ENOUGH));
    }

    /// Whether somebody stands upright in it, and is surer to be a face, once it is turned.
    private boolean isUprightTurned(Pixels picture, double score) {
        var turned = picture;
        for (int quarters = 1; quarters <= 3; quarters++) {
            turned = turned.turned(1);
            if (finder.find(turned).stream()
                    .limit(1)
                    .anyMatch(face ->
                            face.score() > score && Math.abs(face.roll()) < QualityGate.ROLL_MAX)) {
                return true;
            }
        }
        return false;
    }

    private static Face largest(List<Face> faces) {
        var largest = faces.getFirst();
        for (var face : faces) {
            if (face.box().area() > largest.box().area() && face.eyeDistance() >= 1) {
                largest = face;
            }
        }
        return largest;
    }

    private static boolean severalIn(List<Face> faces, Face largest) {
        return faces.stream()
                .anyMatch(face ->
                        !face.equals(largest)
                                && face.box().area() > SECOND_FACE * largest.box().area());
    }

    private boolean isConfirmed(Pixels crop) {
        return finder.confirm(crop, CONFIRMED).stream().anyMatch(PhotoStudio::liesRight)
                && isUpright(crop);
    }

    private static boolean liesRight(Face face) {
        var eyes = face.betweenEyes();
        return Math.hypot(eyes.x() - Cropper.EYES_X, eyes.y() - Cropper.EYES_Y)
                        < EYES_OFF_MAX * Cropper.EYES_APART
                && Math.abs(face.roll()) < 45;
    }

    /// Whether no other side of the crop looks more like a face.
    private boolean isUpright(Pixels crop) {
        double upright = best(crop);
        for (int quarters = 1; quarters <= 3; quarters++) {
            if (best(crop.turned(quarters)) > upright) {
                return false;
            }
        }
        return true;
    }

    private double best(Pixels crop) {
        return finder.confirm(crop, 0.1).stream()
                .filter(face -> Math.abs(face.roll()) < 45)
                .mapToDouble(Face::score)
                .max()
                .orElse(0);
    }
}
