package onecard.platform.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// An exclusive lock on a folder, held by a file in it and given back by the kernel when this
/// process ends. A second file names the holder.
///
/// The kernel drops such a lock as soon as its process closes *any* handle of the file. So nothing
/// in this process may open the lock file again, not even to read or copy it.
final class FolderLock implements AutoCloseable {

    /// Trying a second time would open the file again, so the process must know what it holds.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Takes the lock, or returns empty when somebody else has it.
    static Optional<FolderLock> tryTake(Path file) throws IOException {
        return take(file, false);
    }

    /// Takes the lock and waits for as long as somebody else has it.
    static FolderLock await(Path file) throws IOException {
        return take(file, true).orElseThrow();
    }

    private static Optional<FolderLock> take(Path file, boolean patient) throws IOException {
        if (!HELD_HERE.add(file)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        FileLock lock = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = patient ? channel.lock() : channel.tryLock();
            if (lock == null) {
                return Optional.empty();
            }
            PrivateFile.write(note(file), Long.toString(ProcessHandle.current().pid()));
            return Optional.of(new FolderLock(file, channel));
        } finally {
            if (lock == null) {
                HELD_HERE.remove(file);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    /// Who holds the lock, for the message to the person on duty.
    static String holder(Path file) {
        try {
            return "process " + Files.readString(note(file)).strip();
        } catch (IOException e) {
            return "another process";
        }
    }

    private static Path note(Path file) {
        return file.resolveSibling(file.getFileName() + ".holder");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot give back the lock " + file, e);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
