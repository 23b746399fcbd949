package onecard.platform.photos;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.Collections;
import onecard.platform.system.DataFolder;
import onecard.platform.system.PrivateFiles;
import onecard.platform.system.Problem;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/// Uploads in parts, each sealed with the batch's key, in `<data>/photos/uploads`. They are read
/// part by part, so that a batch of any length needs the memory of one part.
@Component
class UploadFolder {
    /// The longest part, in bytes.
    static final int PART_MAX_BYTES = 8 << 20;

    private final Path folder;

    UploadFolder(DataFolder data) {
        this.folder = data.path().resolve("photos").resolve("uploads");
    }

    /// How many bytes the disk has room for.
    long room() {
        try {
            PrivateFiles.folder(folder.resolveSibling(""));
            PrivateFiles.folder(folder);
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void put(Batch batch, PhotoKeys.Key key, int no, byte[] part) {
        PrivateFiles.folder(folder.resolveSibling(""));
        PrivateFiles.folder(folder);
        PrivateFiles.folder(of(batch));
        PrivateFiles.write(file(batch, no), PhotoSeal.seal(key.bytes(), batch.part(no), part));
    }

    /// Opens everything that was uploaded, one part after the other.
    InputStream open(Batch batch, PhotoKeys.Key key) {
        return new SequenceInputStream(
                Collections.enumeration(
                        new AbstractList<InputStream>() {
                            @Override
                            public InputStream get(int no) {
                                return part(batch, key, no);
                            }

                            @Override
                            public int size() {
                                return batch.parts();
                            }
                        }));
    }

    private InputStream part(Batch batch, PhotoKeys.Key key, int no) {
        var file = file(batch, no);
        if (!Files.exists(file)) {
            throw Problem.of(PhotoProblems.FILE_GONE);
        }
        try {
            return new ByteArrayInputStream(
                    PhotoSeal.open(key.bytes(), batch.part(no), Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("The upload " + file + " cannot be read", e);
        }
    }

    /// Throws an upload away.
    void remove(Batch batch) {
        try {
            FileSystemUtils.deleteRecursively(of(batch));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path of(Batch batch) {
        return folder.resolve(Integer.toString(batch.id()));
    }

    private Path file(Batch batch, int no) {
        return of(batch).resolve(Integer.toString(no));
    }
}
