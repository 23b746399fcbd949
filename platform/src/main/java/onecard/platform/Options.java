package onecard.platform;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What every command that opens a data folder takes.
final class Options {
    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = {
                "Work on this PostgreSQL (15 or newer) instead of the one that comes along:",
                "postgresql://owner:password@host:port/database"
            })
    private @Nullable String databaseUrl;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port of the console; 0 takes any free one.")
    private @Nullable Integer port;

    @Option(
            names = "--port-8001",
            paramLabel = "N",
            defaultValue = "8001",
            description =
                    "UDP port for records and lists of terminals (default: ${DEFAULT-VALUE}).")
    private int port8001;

    @Option(
            names = "--port-8002",
            paramLabel = "N",
            defaultValue = "8002",
            description = "UDP port for purchases of terminals (default: ${DEFAULT-VALUE}).")
    private int port8002;

    @Option(
            names = "--face-port",
            paramLabel = "N",
            description = {
                "Start the service for face terminals on this TCP port, usually 9901. Without it",
                "the service runs if it was started in the console."
            })
    private @Nullable Integer facePort;

    @Option(names = "--json", description = "Print one line of JSON when ready, and nothing else.")
    private boolean json;

    boolean json() {
        return json;
    }

    int port(int usual) {
        return port == null ? usual : port;
    }

    int port8001() {
        return port8001;
    }

    int port8002() {
        return port8002;
    }

    Optional<String> databaseUrl() {
        return Optional.ofNullable(databaseUrl);
    }

    /// Everything else gets its own option; this is what Spring is told of these.
    Map<String, Object> properties(Path data) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("onecard.data", data.toAbsolutePath().normalize().toString());
        properties.put("onecard.port-8001", port8001);
        properties.put("onecard.port-8002", port8002);
        Optional.ofNullable(facePort).ifPresent(no -> properties.put("onecard.face-port", no));
        databaseUrl().ifPresent(url -> properties.put("onecard.database-url", url));
        return properties;
    }
}
