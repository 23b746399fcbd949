package onecard.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/// A journal in a file. Each line begins with the checksum of what follows:
///
/// | part | meaning |
/// |---|---|
/// | 8 hex digits | CRC-32C of the text |
/// | a space | |
/// | text | UTF-8 without a line feed |
/// | line feed | the line is complete |
///
/// A torn last line is cut off when the file is opened: what it would have said was never said to
/// anybody. A damaged line with a sound one after it is not a torn write, and the file is refused.
public final class FileJournal implements Journal {
    private static final int CHECKSUM_CHARS = 8;

    private final Path file;
    private final Path lockFile;
    private final FileChannel lockChannel;
    private final boolean syncToDisk;
    private final List<String> lines;
    private FileChannel channel;

    private FileJournal(Path file, boolean syncToDisk) throws IOException {
        this.file = file;
        this.syncToDisk = syncToDisk;
        this.lockFile = file.resolveSibling(file.getFileName() + ".lock");
        this.lockChannel =
                FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock();
        this.lines = readAndMend();
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        syncFolder();
    }

    /// Opens the file, which no other process may have open.
    ///
    /// @param syncToDisk whether a durable line waits for the disk; without it lines survive the
    ///   end of the process but not a loss of power
    public static FileJournal open(Path file, boolean syncToDisk) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return new FileJournal(file, syncToDisk);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the journal " + file, e);
        }
    }

    /// Reads the sound lines of a file that may be in use.
    public static List<String> read(Path file) {
        try {
            return sound(file, Files.readAllBytes(file)).lines();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the journal " + file, e);
        }
    }

    private void lock() throws IOException {
        FileLock lock;
        try {
            lock = lockChannel.tryLock();
        } catch (OverlappingFileLockException _) {
            lock = null;
        }
        if (lock == null) {
            lockChannel.close();
            throw new IOException("Another terminal has it open: " + lockFile);
        }
    }

    private List<String> readAndMend() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        byte[] bytes = Files.readAllBytes(file);
        Sound sound = sound(file, bytes);
        if (sound.length() < bytes.length) {
            try (FileChannel whole = FileChannel.open(file, StandardOpenOption.WRITE)) {
                whole.truncate(sound.length());
                whole.force(true);
            }
        }
        return sound.lines();
    }

    private record Sound(List<String> lines, int length) {}

    private static Sound sound(Path file, byte[] bytes) throws IOException {
        List<String> lines = new ArrayList<>();
        int sound = 0;
        int start = 0;
        boolean damaged = false;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] != '\n') {
                continue;
            }
            if (isSound(bytes, start, at)) {
                if (damaged) {
                    throw new IOException("Damaged before byte %d: %s".formatted(start, file));
                }
                int textStart = start + CHECKSUM_CHARS + 1;
                lines.add(new String(bytes, textStart, at - textStart, StandardCharsets.UTF_8));
                sound = at + 1;
            } else {
                damaged = true;
            }
            start = at + 1;
        }
        return new Sound(List.copyOf(lines), sound);
    }

    private static boolean isSound(byte[] bytes, int start, int end) {
        int textStart = start + CHECKSUM_CHARS + 1;
        if (textStart > end || bytes[textStart - 1] != ' ') {
            return false;
        }
        String checksum = new String(bytes, start, CHECKSUM_CHARS, StandardCharsets.US_ASCII);
        return checksum.equals(checksum(bytes, textStart, end - textStart));
    }

    private static String checksum(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return "%08x".formatted(crc.getValue());
    }

    private static byte[] framed(String line) {
        byte[] text = line.getBytes(StandardCharsets.UTF_8);
        return (checksum(text, 0, text.length) + " " + line + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public List<String> lines() {
        return lines;
    }

    @Override
    public synchronized void append(String line, boolean durable) {
        try {
            write(channel, framed(line));
            if (durable && syncToDisk) {
                channel.force(false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to the journal " + file, e);
        }
    }

    @Override
    public synchronized void rewrite(List<String> newLines) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (FileChannel out =
                    FileChannel.open(
                            fresh,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                for (String line : newLines) {
                    write(out, framed(line));
                }
                out.force(true);
            }
            channel.close();
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            syncFolder();
            channel = FileChannel.open(file, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot rewrite the journal " + file, e);
        }
    }

    private static void write(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private void syncFolder() throws IOException {
        if (!syncToDisk) {
            return;
        }
        try (FileChannel folder =
                FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    @Override
    public synchronized void close() {
        try {
            channel.close();
            lockChannel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the journal " + file, e);
        }
    }
}
