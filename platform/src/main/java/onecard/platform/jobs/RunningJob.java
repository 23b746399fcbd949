package onecard.platform.jobs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import onecard.platform.system.Permission;

/// A job while this node does it. What the work tells is read by the runner's timer, which writes
/// it down outside of the work's own transactions.
final class RunningJob implements JobRun {
    private final int id;
    private final String kind;
    private final Supplier<Permission> needs;
    private final FileKeeper keeper;
    private volatile long done;
    private volatile long total;
    private volatile boolean stopped;

    /// Keeps what the work wrote.
    @FunctionalInterface
    interface FileKeeper {
        void keep(JobFile file);
    }

    RunningJob(int id, String kind, Supplier<Permission> needs, FileKeeper keeper) {
        this.id = id;
        this.kind = kind;
        this.needs = needs;
        this.keeper = keeper;
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public void progress(long doneNow, long totalNow) {
        done = doneNow;
        total = totalNow;
    }

    @Override
    public void check() {
        if (stopped) {
            throw new JobStopped();
        }
    }

    @Override
    public void file(String name, String type, Writer writer) {
        var out = new ByteArrayOutputStream();
        try {
            writer.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (out.size() > FILE_MAX_BYTES) {
            throw new IllegalStateException(
                    "A job's file has at most %d bytes, not %d"
                            .formatted(FILE_MAX_BYTES, out.size()));
        }
        keeper.keep(new JobFile(name, type, out.toByteArray()));
    }

    String kind() {
        return kind;
    }

    Permission needs() {
        return needs.get();
    }

    void stop() {
        stopped = true;
    }

    long done() {
        return done;
    }

    long total() {
        return total;
    }
}
