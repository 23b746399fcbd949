package onecard.platform.jobs;

import java.io.IOException;
import java.io.OutputStream;

/// What work has to do with the job it does.
public interface JobRun {
    /// Returns the job, to note it with each chunk.
    int id();

    /// Tells how far the work is; cheap, call it as often as you like.
    void progress(long done, long total);

    /// Call it between pieces, before a commit too.
    ///
    /// @throws JobStopped if somebody cancelled the job or the platform ends
    void check();

    /// Keeps a file with the job, at most [#FILE_MAX_BYTES] long; another replaces it. It is thrown
    /// away after some days.
    void file(String name, String type, Writer writer);

    /// The longest file, in bytes.
    int FILE_MAX_BYTES = 64 << 20;

    /// Writes a file.
    @FunctionalInterface
    interface Writer {
        /// Writes it and leaves the stream open.
        void write(OutputStream out) throws IOException;
    }
}
