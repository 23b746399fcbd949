package onecard.platform.gate;

/// The port cannot be had. The message is a sentence for the operator.
public final class GateTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GateTaken(String message, Throwable cause) {
        super(message, cause);
    }
}
