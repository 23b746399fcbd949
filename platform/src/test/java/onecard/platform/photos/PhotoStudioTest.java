package onecard.platform.photos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhotoStudioTest {
    private final FaceFinder finder = new FaceFinder();
    private final PhotoStudio studio = new PhotoStudio(finder);

    @AfterAll
    void close() {
        finder.close();
    }

    @ParameterizedTest(name = "M-134 The face of {0} is cropped upright to 480 by 600")
    @ValueSource(strings = {Sitters.GOOD, Sitters.GOOD_TOO, Sitters.DARK_SKIN})
    void a_face_is_cropped_upright(String sitter) {
        var verdict = studio.judge(Sitters.file(sitter));
        assertThat(verdict).isInstanceOf(Verdict.Good.class);
        var portrait = ((Verdict.Good) verdict).portrait();
        assertThat(portrait.width()).isEqualTo(Cropper.WIDTH);
        assertThat(portrait.height()).isEqualTo(Cropper.HEIGHT);
        var seen = read(portrait.jpeg());
        var face = finder.find(seen).getFirst();
        assertThat(face.betweenEyes().x()).isBetween(215.0, 265.0);
        assertThat(face.betweenEyes().y()).isBetween(227.0, 277.0);
        assertThat(face.eyeDistance()).isBetween(85.0, 125.0);
        assertThat(Math.abs(face.roll())).isLessThan(5);
    }

    @ParameterizedTest(name = "M-136 D-44 The portrait of {0} is smaller than 50 KB")
    @ValueSource(strings = {Sitters.GOOD, Sitters.GOOD_TOO, Sitters.DARK_SKIN})
    void a_portrait_is_smaller_than_50_kb(String sitter) {
        var large = Sitters.file(sitter, picture -> Sitters.scaled(picture, 6));
        assertThat(large.length).isGreaterThan(Portrait.BYTES_BELOW);
        var verdict = studio.judge(large);
        assertThat(verdict).isInstanceOf(Verdict.Good.class);
        assertThat(((Verdict.Good) verdict).portrait().jpeg()).hasSizeLessThan(50_000);
    }

    @Test
    @DisplayName(
            "M-136 D-44 What does not pack well becomes coarser, then smaller, then is refused")
    void what_does_not_pack_well_becomes_smaller() {
        var noise = Sitters.noise(Cropper.WIDTH, Cropper.HEIGHT);
        assertThat(PortraitWriter.jpeg(noise, 0.35f).length).isGreaterThan(Portrait.BYTES_BELOW);
        var portrait = PortraitWriter.write(noise, Portrait.BYTES_BELOW).orElseThrow();
        assertThat(portrait.jpeg()).hasSizeLessThan(50_000);
        assertThat(portrait.width()).isLessThan(Cropper.WIDTH);
        assertThat(portrait.height() * 4).isEqualTo(portrait.width() * 5);
        assertThat(PortraitWriter.write(noise, 2_000)).isEmpty();
    }

    @ParameterizedTest(name = "M-131 M-138 {0} is refused as {1}")
    @MethodSource("refused")
    void a_bad_photo_is_refused_with_its_reason(String what, Flaw flaw, byte[] file) {
        var verdict = studio.judge(file);
        assertThat(verdict).as(what).isNotInstanceOf(Verdict.Good.class);
        assertThat(verdict.all()).contains(flaw);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                bad("a dark photo", Flaw.TOO_DARK, picture -> Sitters.lit(picture, 0.2)),
                bad("an overexposed photo", Flaw.TOO_BRIGHT, picture -> Sitters.lit(picture, 4)),
                bad("a blurred photo", Flaw.BLURRED, Sitters::blurred),
                bad("a small face", Flaw.FACE_TOO_SMALL, picture -> Sitters.scaled(picture, 0.5)),
                bad("a leaning head", Flaw.TILTED, picture -> Sitters.leaning(picture, 30)),
                bad("a photo on its side", Flaw.NOT_UPRIGHT, picture -> picture.turned(1)),
                bad("a cut off face", Flaw.CUT_OFF, picture -> Sitters.cut(picture, 105)),
                bad(
                        "two people",
                        Flaw.SEVERAL_FACES,
                        picture -> Sitters.beside(picture, Sitters.pixels(Sitters.DARK_SKIN))),
                bad("nobody", Flaw.NO_FACE, _ -> Sitters.nobody(640, 480)),
                Arguments.of("a profile", Flaw.TURNED, Sitters.file(Sitters.TURNED)),
                Arguments.of("a face far away", Flaw.FACE_TOO_SMALL, Sitters.file(Sitters.FAR)));
    }

    private static Arguments bad(String what, Flaw flaw, UnaryOperator<Pixels> deed) {
        return Arguments.of(what, flaw, Sitters.file(Sitters.GOOD, deed));
    }

    @Test
    @DisplayName("M-131 An uneven light and a busy background are hints, no refusals")
    void light_and_background_are_hints() {
        var verdict =
                studio.judge(
                        Sitters.file(
                                Sitters.GOOD,
                                picture -> {
                                    var out = picture.rgb().clone();
                                    for (int i = 0; i < out.length; i++) {
                                        int x = i % picture.width();
                                        if ((x < 40 || x > 215)
                                                && (i / picture.width() / 8 + x / 8) % 2 == 0) {
                                            out[i] = 0;
                                        }
                                    }
                                    return new Pixels(picture.width(), picture.height(), out);
                                }));
        assertThat(verdict).isInstanceOf(Verdict.Good.class);
        assertThat(verdict.all()).isEqualTo(List.of(Flaw.BUSY_BACKGROUND));
    }

    /// What runs in a process of its own.
    static final class Alone {
        private Alone() {}

        public static void main(String[] ignored) {
            var alone = new FaceFinder();
            System.exit(40 + alone.find(Sitters.pixels(Sitters.GOOD)).size());
        }
    }

    @Test
    @DisplayName(
            "The finder tells nobody of its use, and a long command line does not end the process")
    void a_long_command_line_does_not_end_the_process() throws Exception {
        var classpath =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        var command =
                new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dlong=" + "x".repeat(20_000),
                        "-cp",
                        classpath,
                        Alone.class.getName());
        command.environment().remove("ORT_DISABLE_TELEMETRY");
        assertThat(command.inheritIO().start().waitFor())
                .as("40 and the faces found")
                .isEqualTo(41);
    }

    private static Pixels read(byte[] file) {
        return ((PictureReader.Shown) PictureReader.read(file)).pixels();
    }
}
