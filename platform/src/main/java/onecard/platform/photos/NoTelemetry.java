package onecard.platform.photos;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;

/// Forbids ONNX Runtime to tell its maker how it is used. It listens to an environment variable
/// alone, when its library is loaded; whoever started the platform need not know of it, so it is
/// set in this process. Besides, what it would tell holds the command line, and one longer than 4
/// KB, as ours with its class path, ends the whole process there.
final class NoTelemetry {
    private static final String VARIABLE = "ORT_DISABLE_TELEMETRY";

    private NoTelemetry() {}

    /// Sets the variable; to be called before anything of the runtime is touched.
    @SuppressWarnings("restricted") // a call of the C library; nothing of ours is at risk
    static void ensure() {
        var linker = Linker.nativeLinker();
        var setenv =
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("setenv"),
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT,
                                ValueLayout.ADDRESS,
                                ValueLayout.ADDRESS,
                                ValueLayout.JAVA_INT));
        try (var arena = Arena.ofConfined()) {
            int failed =
                    (int)
                            setenv.invokeExact(
                                    arena.allocateFrom(VARIABLE), arena.allocateFrom("1"), 1);
            if (failed != 0) {
                throw new IllegalStateException(VARIABLE + " cannot be set");
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) { // what a method handle may throw
            throw new IllegalStateException(e);
        }
    }
}
