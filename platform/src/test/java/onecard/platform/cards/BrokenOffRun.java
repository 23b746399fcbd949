package onecard.platform.cards;

import onecard.platform.jobs.JobRun;

/// A run that is broken off after some chunks, as a killed process is.
final class BrokenOffRun implements JobRun {
    private int chunks;

    BrokenOffRun(int chunks) {
        this.chunks = chunks;
    }

    @Override
    public int id() {
        return 1;
    }

    @Override
    public void progress(long done, long total) {
        chunks--;
    }

    @Override
    public void check() {
        if (chunks == 0) {
            throw new IllegalStateException("killed");
        }
    }

    @Override
    public void file(String name, String type, Writer writer) {
        throw new UnsupportedOperationException("A batch keeps no file");
    }
}
