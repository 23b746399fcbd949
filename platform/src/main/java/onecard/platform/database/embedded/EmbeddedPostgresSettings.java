package onecard.platform.database.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the embedded server is told before it starts.
///
/// @param folder where the database files are wanted, `<data>/postgres`
/// @param systemFolder where they go instead when this process is root and the service account
///   cannot reach `folder`
/// @param programsFolder where the programs are unpacked; without one it is `systemFolder` for root
///   and `folder` for everybody else
/// @param startTimeout how long a start may take; a long recovery after a power cut belongs to it
/// @param stopTimeout how long a fast shutdown may take before it becomes an immediate one
/// @param tuning server parameters that replace our choice; nothing that endangers the books
public record EmbeddedPostgresSettings(
        Path folder,
        Path systemFolder,
        Optional<Path> programsFolder,
        Duration startTimeout,
        Duration stopTimeout,
        Map<String, String> tuning) {

    private static final Set<String> NOT_FOR_TUNING =
            Set.of(
                    "fsync",
                    "full_page_writes",
                    "synchronous_commit",
                    "listen_addresses",
                    "port",
                    "unix_socket_directories",
                    "ssl",
                    "password_encryption",
                    "data_directory",
                    "hba_file");

    public EmbeddedPostgresSettings {
        folder = folder.toAbsolutePath().normalize();
        systemFolder = systemFolder.toAbsolutePath().normalize();
        tuning = Map.copyOf(tuning);
        for (String name : tuning.keySet()) {
            if (NOT_FOR_TUNING.contains(name)) {
                throw new IllegalArgumentException(
                        "The parameter " + name + " of the embedded server is not for tuning");
            }
        }
    }

    /// The settings of production, with the files in the given folder.
    public static EmbeddedPostgresSettings in(Path folder) {
        return new EmbeddedPostgresSettings(
                folder,
                Path.of("/var/lib/onecard"),
                Optional.empty(),
                Duration.ofMinutes(15),
                Duration.ofMinutes(1),
                Map.of());
    }

    /// Where the programs are unpacked for a server under this account.
    Path programs(ServerAccount account) {
        return programsFolder.orElse(account.dropsRights() ? systemFolder : folder);
    }

    /// The same with programs unpacked into (or found in) another folder.
    public EmbeddedPostgresSettings withProgramsIn(Path programs) {
        return new EmbeddedPostgresSettings(
                folder, systemFolder, Optional.of(programs), startTimeout, stopTimeout, tuning);
    }

    /// The same with another place for files that the service account could not reach.
    public EmbeddedPostgresSettings withSystemFolder(Path system) {
        return new EmbeddedPostgresSettings(
                folder, system, programsFolder, startTimeout, stopTimeout, tuning);
    }

    /// The same with server parameters that replace our choice.
    public EmbeddedPostgresSettings withTuning(Map<String, String> parameters) {
        return new EmbeddedPostgresSettings(
                folder, systemFolder, programsFolder, startTimeout, stopTimeout, parameters);
    }
}
