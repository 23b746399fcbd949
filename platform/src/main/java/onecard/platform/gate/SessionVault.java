package onecard.platform.gate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import onecard.platform.system.MasterKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the sessions of a gate over an orderly stop, sealed by the master key, so that no terminal
/// has to shake hands after a restart. The file is deleted before anything of it is used, and an
/// old one is not used at all: record numbers must never repeat.
final class SessionVault {
    private static final Logger LOG = LoggerFactory.getLogger(SessionVault.class);

    private final Path file;
    private final String purpose;
    private final MasterKey masterKey;
    private final InstantSource clock;

    SessionVault(GateSettings settings, MasterKey masterKey, InstantSource clock) {
        this.file = settings.sessionFile();
        this.purpose = "terminal-sessions:" + settings.name();
        this.masterKey = masterKey;
        this.clock = clock;
    }

    void put(byte[] sessions) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.write(
                    file,
                    masterKey.seal(purpose, stamped(sessions)),
                    StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            LOG.warn("Sessions of gate {} are not saved: {}", purpose, e.toString());
        }
    }

    /// Returns what was put, once, if it is fresh.
    Optional<byte[]> take() {
        byte[] sealed;
        try {
            sealed = Files.readAllBytes(file);
            Files.delete(file);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("Saved sessions {} cannot be used: {}", purpose, e.toString());
            return Optional.empty();
        }
        try {
            return fresh(masterKey.open(purpose, sealed));
        } catch (IllegalArgumentException | IOException e) {
            LOG.warn("Saved sessions {} were not made by us: {}", purpose, e.toString());
            return Optional.empty();
        }
    }

    private byte[] stamped(byte[] sessions) throws IOException {
        var bytes = new ByteArrayOutputStream(sessions.length + Long.BYTES);
        try (var out = new DataOutputStream(bytes)) {
            out.writeLong(clock.instant().toEpochMilli());
            out.write(sessions);
        }
        return bytes.toByteArray();
    }

    private Optional<byte[]> fresh(byte[] plain) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(plain))) {
            Instant saved = Instant.ofEpochMilli(in.readLong());
            Duration age = Duration.between(saved, clock.instant());
            if (age.isNegative() || age.compareTo(GateSettings.SESSIONS_KEEP) > 0) {
                LOG.info("Saved sessions {} are {} old and not used", purpose, age);
                return Optional.empty();
            }
            return Optional.of(in.readAllBytes());
        }
    }
}
