package onecard.platform.database.embedded;

/// The server that Onecard carries along cannot be started. The message is one line for the person
/// on duty: what is wrong, and what to do about it. Nothing in the program can mend it.
public final class PostgresFailure extends RuntimeException {

    private final String line;

    PostgresFailure(String line) {
        super(line);
        this.line = line;
    }

    PostgresFailure(String line, Throwable cause) {
        super(line, cause);
        this.line = line;
    }

    /// The message.
    public String line() {
        return line;
    }
}
