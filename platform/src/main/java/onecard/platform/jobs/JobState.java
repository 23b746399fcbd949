package onecard.platform.jobs;

/// How far a job is.
public enum JobState {
    /// Asked for, not begun.
    WAITING,
    RUNNING,
    /// Came to its end.
    DONE,
    /// Ended with a problem.
    FAILED,
    /// Somebody broke it off.
    CANCELLED;

    /// Tells whether nothing more will happen.
    public boolean isOver() {
        return switch (this) {
            case WAITING, RUNNING -> false;
            case DONE, FAILED, CANCELLED -> true;
        };
    }
}
