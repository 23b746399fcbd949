package onecard.benchmarks.faults;

import java.nio.file.Path;

/// A patch that does not say what it must, or changes what cannot be tried.
final class UnclearPatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnclearPatch(Path file, String why) {
        super(file.getFileName() + ": " + why);
    }
}
