package onecard.platform.photos;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import onecard.platform.system.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds faces with the two BlazeFace networks of MediaPipe. They are read at the first use, so
/// that the start of the platform does not wait for them.
@Component
class FaceFinder {
    private static final int LARGE = 256;
    private static final int SMALL = 128;

    /// From here on something is a face.
    private static final double FACE = 0.6;

    private record Nets(FaceNet large, FaceNet small) {}

    private @Nullable Nets nets;

    /// Finds the faces of a picture, the surest first.
    List<Face> find(Pixels picture) {
        return nets().large().find(picture, FACE);
    }

    /// Looks again, with the other network, at something cropped.
    List<Face> confirm(Pixels cropped, double surenessMin) {
        return nets().small().find(cropped, surenessMin);
    }

    private synchronized Nets nets() {
        var ready = nets;
        if (ready == null) {
            ready = new Nets(net(LARGE), net(SMALL));
            nets = ready;
        }
        return ready;
    }

    private static FaceNet net(int side) {
        var name = "/onecard/photos/blazeface-" + side + ".onnx";
        try (var file = FaceFinder.class.getResourceAsStream(name)) {
            if (file == null) {
                throw Problem.of(PhotoProblems.NO_FINDER);
            }
            return FaceNet.of(file.readAllBytes(), side);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PreDestroy
    synchronized void close() {
        var ready = nets;
        nets = null;
        if (ready != null) {
            ready.large().close();
            ready.small().close();
        }
    }
}
