package onecard.platform.jobs;

/// Ends work that was cancelled or whose platform ends; only the runner catches it.
public final class JobStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JobStopped() {
        super("stopped", null, false, false);
    }
}
