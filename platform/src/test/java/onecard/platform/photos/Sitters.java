package onecard.platform.photos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import onecard.platform.House;
import onecard.platform.people.Departments;
import onecard.platform.people.NewPerson;
import onecard.platform.people.People;
import onecard.platform.people.PersonId;
import onecard.platform.people.PersonNo;

/// Photos for tests: portraits made by computer, and what can be done to them.
final class Sitters {
    /// Looks straight into the camera, on a plain background.
    static final String GOOD = "male-7";

    static final String GOOD_TOO = "female-18";

    /// Dark skin, well lit.
    static final String DARK_SKIN = "male-66";

    /// Seen from the side.
    static final String TURNED = "female-66";

    /// So far away that the eyes are 31 pixels apart.
    static final String FAR = "female-12";

    private Sitters() {}

    /// Enters somebody whose photo may be taken.
    static PersonId enter(House house, String number, String name) {
        return house.asAdministrator(() ->
                house.bean(People.class)
                        .add(
                                new NewPerson(
                                        Optional.of(new PersonNo(number)),
                                        name,
                                        house.bean(Departments.class).root().id(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()))
                        .id());
    }

    static byte[] file(String name) {
        try (var in = Sitters.class.getResourceAsStream("/portraits/" + name + ".jpg")) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Pixels pixels(String name) {
        return switch (PictureReader.read(file(name))) {
            case PictureReader.Shown(var pixels) -> pixels;
            case PictureReader.Unread(var flaw) -> throw new AssertionError(flaw.toString());
        };
    }

    /// The same photo after something was done to it.
    static byte[] file(String name, UnaryOperator<Pixels> deed) {
        return PortraitWriter.jpeg(deed.apply(pixels(name)), 0.95f);
    }

    static Pixels lit(Pixels picture, double factor) {
        var out = new int[picture.rgb().length];
        for (int i = 0; i < out.length; i++) {
            int pixel = picture.rgb()[i];
            out[i] =
                    lit(pixel >> 16 & 255, factor) << 16
                            | lit(pixel >> 8 & 255, factor) << 8
                            | lit(pixel & 255, factor);
        }
        return new Pixels(picture.width(), picture.height(), out);
    }

    private static int lit(int value, double factor) {
        return (int) Math.min(255, value * factor);
    }

    static Pixels scaled(Pixels picture, double factor) {
        return picture.along(
                new Pixels.Way(1 / factor, 0, 0, 0, 1 / factor, 0),
                (int) (picture.width() * factor),
                (int) (picture.height() * factor));
    }

    static Pixels blurred(Pixels picture) {
        return scaled(scaled(picture, 0.125), 8);
    }

    static Pixels leaning(Pixels picture, double degrees) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        double x = picture.width() / 2.0;
        double y = picture.height() / 2.0;
        return picture.along(
                new Pixels.Way(cos, -sin, x - cos * x + sin * y, sin, cos, y - sin * x - cos * y),
                picture.width(),
                picture.height());
    }

    /// Without its left part.
    static Pixels cut(Pixels picture, int columns) {
        return picture.along(
                new Pixels.Way(1, 0, columns, 0, 1, 0),
                picture.width() - columns,
                picture.height());
    }

    static Pixels beside(Pixels one, Pixels other) {
        int width = one.width() + other.width();
        var out = new int[width * one.height()];
        for (int y = 0; y < one.height(); y++) {
            System.arraycopy(one.rgb(), y * one.width(), out, y * width, one.width());
            System.arraycopy(
                    other.rgb(), y * other.width(), out, y * width + one.width(), other.width());
        }
        return new Pixels(width, one.height(), out);
    }

    /// Nobody: waves of colour.
    static Pixels nobody(int width, int height) {
        var out = new int[width * height];
        for (int i = 0; i < out.length; i++) {
            int x = i % width;
            int y = i / width;
            out[i] = (x * 255 / width) << 16 | (y * 255 / height) << 8 | (x * y >> 6 & 255);
        }
        return new Pixels(width, height, out);
    }

    /// Each pixel of its own: nothing packs it well.
    static Pixels noise(int width, int height) {
        var random = new java.util.Random(1);
        return new Pixels(
                width, height, random.ints((long) width * height, 0, 0x1000000).toArray());
    }
}
