package onecard.platform.system;

import java.nio.file.Path;

/// Where this node keeps its files (`--data`).
///
/// @param path the folder; it exists and is open to its owner only
public record DataFolder(Path path) {
    /// Returns where secrets lie: files 0600 in a folder 0700.
    public Path secrets() {
        return path.resolve("secrets");
    }

    /// Returns where the console's certificate lies.
    public Path tls() {
        return path.resolve("tls");
    }
}
