package onecard.platform.photos;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// One BlazeFace network. It looks at the picture as a square of its own size through two nets of
/// anchors: 16 by 16 cells with two each, 8 by 8 cells with six each; every anchor tells how sure
/// it is, a box and six points, in pixels of the square and counted from the middle of its cell.
///
/// Any thread may use it; each call runs on the caller's thread alone.
final class FaceNet implements AutoCloseable {
    private static final int NUMBERS = 16;
    private static final double SAME_FACE = 0.3;
    private static final int FACES_MAX = 32;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final int side;
    private final String input;

    private FaceNet(OrtEnvironment environment, OrtSession session, int side, String input) {
        this.environment = environment;
        this.session = session;
        this.side = side;
        this.input = input;
    }

    /// Reads a network.
    ///
    /// @param side how many pixels its square has on each side
    static FaceNet of(byte[] model, int side) {
        NoTelemetry.ensure();
        try {
            var environment =
                    OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            try (var options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
                // No arena: memory outside the heap goes back after each picture.
                options.setCPUArenaAllocator(false);
                options.setMemoryPatternOptimization(false);
                var session = environment.createSession(model, options);
                var input = session.getInputNames().iterator().next();
                return new FaceNet(environment, session, side, input);
            }
        } catch (OrtException e) {
            throw new IllegalStateException("The network is not one", e);
        }
    }

    /// Finds faces, the surest first.
    List<Face> find(Pixels picture, double surenessMin) {
        var way = Pixels.Way.intoSquare(picture, side);
        var square = picture.along(way, side, side);
        try (var tensor =
                        OnnxTensor.createTensor(
                                environment, numbers(square), new long[] {1, side, side, 3});
                var answer = session.run(Map.of(input, tensor))) {
            var found = new ArrayList<Face>();
            read(answer, 0, 16, 2, surenessMin, way, found);
            read(answer, 1, 8, 6, surenessMin, way, found);
            found.sort(Comparator.comparingDouble(Face::score).reversed());
            return apart(found);
        } catch (OrtException e) {
            throw new IllegalStateException("The network does not run", e);
        }
    }

    private FloatBuffer numbers(Pixels square) {
        var buffer = FloatBuffer.allocate(side * side * 3);
        for (int pixel : square.rgb()) {
            buffer.put((pixel >> 16 & 255) / 127.5f - 1);
            buffer.put((pixel >> 8 & 255) / 127.5f - 1);
            buffer.put((pixel & 255) / 127.5f - 1);
        }
        return buffer.flip();
    }

    private void read(
            OrtSession.Result answer,
            int net,
            int cells,
            int anchors,
            double surenessMin,
            Pixels.Way way,
            List<Face> found)
            throws OrtException {
        var scores = ((OnnxTensor) answer.get(net)).getFloatBuffer();
        var boxes = ((OnnxTensor) answer.get(net + 2)).getFloatBuffer();
        for (int i = 0; i < cells * cells * anchors; i++) {
            double score = 1 / (1 + Math.exp(-scores.get(i)));
            if (score >= surenessMin) {
                int cell = i / anchors;
                double x = (cell % cells + 0.5) * side / cells;
                int row = cell / cells;
                double y = (row + 0.5) * side / cells;
                found.add(face(score, boxes, i * NUMBERS, x, y, way));
            }
        }
    }

    private static Face face(
            double score, FloatBuffer boxes, int at, double x, double y, Pixels.Way way) {
        var points = new Face.Point[7];
        for (int i = 0; i < points.length; i++) {
            int pair = i == 0 ? at : at + 2 + 2 * i;
            double px = x + boxes.get(pair);
            double py = y + boxes.get(pair + 1);
            points[i] = new Face.Point(way.x(px, py), way.y(px, py));
        }
        var box =
                new Face.Box(
                        points[0].x(),
                        points[0].y(),
                        boxes.get(at + 2) * way.scale(),
                        boxes.get(at + 3) * way.scale());
        return new Face(
                score, box, points[1], points[2], points[3], points[4], points[5], points[6]);
    }

    private static List<Face> apart(List<Face> found) {
        var apart = new ArrayList<Face>();
        for (var face : found) {
            if (apart.size() < FACES_MAX
                    && apart.stream()
                            .noneMatch(other -> other.box().overlap(face.box()) > SAME_FACE)) {
                apart.add(face);
            }
        }
        return apart;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The network does not end", e);
        }
    }
}
