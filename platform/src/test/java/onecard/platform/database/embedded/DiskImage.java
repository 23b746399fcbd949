package onecard.platform.database.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// A disk in a file, from which one can take the power: what the file system has not yet written to
/// its log is gone then, as it would be after a real power cut. Only root can have one.
final class DiskImage implements AutoCloseable {

    private static final long SIZE = 512L * 1024 * 1024;
    private static final long EXT4_IOC_SHUTDOWN = 0x8004587dL;
    private static final int WITHOUT_FLUSHING_THE_LOG = 2;
    private static final Linker LINKER = Linker.nativeLinker();

    private final Path file;
    private final Path folder;

    private DiskImage(Path file, Path folder) {
        this.file = file;
        this.folder = folder;
    }

    static DiskImage in(Scratch scratch) throws IOException {
        Path file = scratch.resolve("disk.img");
        try (RandomAccessFile image = new RandomAccessFile(file.toFile(), "rw")) {
            image.setLength(SIZE);
        }
        run("mkfs.ext4", "-q", "-E", "lazy_itable_init=0", file.toString());
        DiskImage disk = new DiskImage(file, Files.createDirectory(scratch.resolve("disk")));
        disk.mount();
        Files.setPosixFilePermissions(disk.folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return disk;
    }

    Path folder() {
        return folder;
    }

    void mount() {
        run("mount", "-o", "loop", file.toString(), folder.toString());
    }

    void unmount() {
        run("umount", folder.toString());
    }

    /// From now on every write fails, and nothing that was not on the disk will be.
    void cutPower() {
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle open =
                    function(
                            "open",
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.JAVA_INT));
            MethodHandle ioctl =
                    function(
                            "ioctl",
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_LONG,
                                    ValueLayout.ADDRESS));
            MethodHandle close =
                    function(
                            "close",
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            int handle = (int) open.invokeExact(arena.allocateFrom(folder.toString()), 0);
            MemorySegment how = arena.allocateFrom(ValueLayout.JAVA_INT, WITHOUT_FLUSHING_THE_LOG);
            int result = (int) ioctl.invokeExact(handle, EXT4_IOC_SHUTDOWN, how);
            int _ = (int) close.invokeExact(handle);
            if (result != 0) {
                throw new IllegalStateException("The file system refuses to be cut off");
            }
        } catch (Throwable e) { // what a method handle declares
            throw new IllegalStateException("The power cannot be cut", e);
        }
    }

    /// Both functions we call take a variable number of arguments after the second.
    @SuppressWarnings("restricted")
    private static MethodHandle function(String name, FunctionDescriptor descriptor) {
        MemorySegment address = LINKER.defaultLookup().find(name).orElseThrow();
        int fixed = Math.min(2, descriptor.argumentLayouts().size());
        return LINKER.downcallHandle(address, descriptor, Linker.Option.firstVariadicArg(fixed));
    }

    private static void run(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Command.find(program).orElseThrow());
        command.addAll(List.of(arguments));
        Command.Ended ended = Command.run(command);
        if (!ended.well()) {
            throw new IllegalStateException(command + ": " + ended.output());
        }
    }

    @Override
    public void close() {
        unmount();
    }
}
