package onecard.platform.system;

/// The platform cannot start. The message is one line for the person on duty: what is wrong, and
/// what to do about it.
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartFailure(String line) {
        super(line);
    }

    public StartFailure(String line, Throwable cause) {
        super(line, cause);
    }
}
