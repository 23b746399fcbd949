package onecard.wire;

/// The bytes are not a message. Never leaves this package: the [Codec] turns it into
/// [Decoded.Malformed].
final class MalformedException extends Exception {
    private static final long serialVersionUID = 1;

    private final String field;
    private final String reason;

    MalformedException(String field, String reason) {
        // Strangers decide how often this is thrown, so it costs no stack trace.
        super(field + ": " + reason, null, false, false);
        this.field = field;
        this.reason = reason;
    }

    String field() {
        return field;
    }

    String reason() {
        return reason;
    }
}
