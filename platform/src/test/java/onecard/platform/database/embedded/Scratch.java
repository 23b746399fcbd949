package onecard.platform.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// A fresh folder under the system's temporary folder that the service account can enter too,
/// deleted at the end.
public final class Scratch implements AutoCloseable {

    private final Path folder;

    private Scratch(Path folder) {
        this.folder = folder;
    }

    /// Makes one.
    public static Scratch folder() {
        try {
            Path folder = Files.createTempDirectory("onecard-").toRealPath();
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            return new Scratch(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A folder with the same files.
    Scratch copy() {
        Scratch copy = folder();
        Command.Ended ended =
                Command.run(List.of("/bin/cp", "-a", folder + "/.", copy.folder.toString()));
        if (!ended.well()) {
            throw new IllegalStateException(ended.output());
        }
        return copy;
    }

    /// The folder.
    public Path path() {
        return folder;
    }

    /// A path in it.
    public Path resolve(String name) {
        return folder.resolve(name);
    }

    /// Settings for a server in this folder. The programs are shared by all tests: root has its
    /// system folder for them, others unpack them once per build.
    public EmbeddedPostgresSettings postgres() {
        EmbeddedPostgresSettings settings = EmbeddedPostgresSettings.in(folder.resolve("postgres"));
        Path target = Path.of("target").toAbsolutePath();
        return ServerAccount.forThisProcess().dropsRights() || !Files.isWritable(target)
                ? settings
                : settings.withProgramsIn(target);
    }

    @Override
    public void close() throws IOException {
        PostgresPrograms.deleteTree(folder);
    }
}
