package onecard.platform.photos;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import onecard.platform.system.DataFolder;
import onecard.platform.system.MasterKey;
import onecard.platform.system.PrivateFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The keys that seal pictures, in `<data>/photos/keys`, outside the database: a backup of the
/// database alone shows no picture, and one that is older than the destruction of a key shows none
/// ever again. Copies of this file are to be kept for a day at most.
///
/// Every key has a slot of [#SLOT_BYTES] bytes at its number: one byte for the length, the key
/// sealed by the master key, zeros. A destroyed key is a slot of zeros. A slot never crosses a
/// sector of the disk, so it is written whole or not at all.
@Component
class KeyFile {
    static final int SLOT_BYTES = 128;
    private static final int KEY_BYTES = 32;

    private final Path path;
    private final MasterKey master;
    private final SecureRandom random = new SecureRandom();
    private @Nullable FileChannel channel;

    KeyFile(DataFolder data, MasterKey master) {
        this.path = data.path().resolve("photos").resolve("keys");
        this.master = master;
    }

    /// Makes a key; it is on the disk afterwards.
    byte[] make(int no) {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        var sealed = master.seal(purpose(no), key);
        write(no, ByteBuffer.allocate(SLOT_BYTES).put((byte) sealed.length).put(sealed));
        return key;
    }

    /// Reads a key; empty if it was destroyed or is not in this file.
    Optional<byte[]> read(int no) {
        var slot = ByteBuffer.allocate(SLOT_BYTES);
        try {
            int read = opened().read(slot, (long) no * SLOT_BYTES);
            if (read < SLOT_BYTES || slot.get(0) == 0) {
                return Optional.empty();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The keys in " + path + " cannot be read", e);
        }
        int length = slot.get(0) & 255;
        return Optional.of(
                master.open(purpose(no), Arrays.copyOfRange(slot.array(), 1, 1 + length)));
    }

    /// Destroys a key: what it sealed stays closed.
    void destroy(int no) {
        write(no, ByteBuffer.allocate(SLOT_BYTES));
    }

    private static String purpose(int no) {
        return "photo-key:" + no;
    }

    private void write(int no, ByteBuffer slot) {
        slot.clear();
        try {
            var file = opened();
            while (slot.hasRemaining()) {
                file.write(slot, (long) no * SLOT_BYTES + slot.position());
            }
            file.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("The keys in " + path + " cannot be written", e);
        }
    }

    private synchronized FileChannel opened() throws IOException {
        var ready = channel;
        if (ready == null) {
            PrivateFiles.folder(path.resolveSibling(""));
            ready =
                    FileChannel.open(
                            path,
                            Set.of(
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.READ,
                                    StandardOpenOption.WRITE),
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            channel = ready;
        }
        return ready;
    }

    @PreDestroy
    synchronized void close() throws IOException {
        var ready = channel;
        channel = null;
        if (ready != null) {
            ready.close();
        }
    }
}
