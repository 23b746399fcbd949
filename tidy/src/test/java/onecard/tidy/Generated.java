package onecard.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Documents that are made from the sources. They are committed, so that every change is seen.
final class Generated {
    private Generated() {}

    /// Compares; or writes, where `-Ddocuments.write=true` says so.
    static void check(String path, String now) {
        Path file = Repository.ROOT.resolve(path);
        try {
            if (Boolean.getBoolean("documents.write")) {
                Files.writeString(file, now);
            }
            assertThat(Files.exists(file) ? Files.readString(file) : "")
                    .as(path + " is not up to date; run ./onecard fix")
                    .isEqualTo(now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
