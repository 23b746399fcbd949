package onecard.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import onecard.platform.database.embedded.Passwords;
import onecard.platform.database.embedded.PrivateFile;

/// The generated passwords of our roles, in a file that only its owner may read: one line
/// `role=password` each.
final class RolePasswords {

    private final Path file;

    private RolePasswords(Path file) {
        this.file = file;
    }

    /// The passwords in the folder for secrets, which is made if it is not there.
    static RolePasswords in(Path secrets) {
        try {
            if (!Files.isDirectory(secrets)) {
                Files.createDirectories(secrets);
                Files.setPosixFilePermissions(
                        secrets, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + secrets, e);
        }
        return new RolePasswords(secrets.resolve("database.properties"));
    }

    Path file() {
        return file;
    }

    /// The password of a role; one that is not known yet is generated and kept.
    String of(String role) {
        Map<String, String> known = read();
        if (!known.containsKey(role)) {
            known.put(role, Passwords.fresh());
            keep(known);
        }
        return known.get(role);
    }

    private Map<String, String> read() {
        Map<String, String> known = new TreeMap<>();
        try {
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    int sign = line.indexOf('=');
                    if (sign > 0) {
                        known.put(
                                line.substring(0, sign).strip(), line.substring(sign + 1).strip());
                    }
                }
            }
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private void keep(Map<String, String> known) {
        try {
            PrivateFile.write(
                    file,
                    known.entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                            .collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
