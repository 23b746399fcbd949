package onecard.platform.database;

/// The database cannot be used. The message is one line for the person on duty: what is wrong, and
/// what to do about it. Nothing in the program can mend it.
public final class DatabaseFailure extends RuntimeException {

    public DatabaseFailure(String line) {
        super(line);
    }

    public DatabaseFailure(String line, Throwable cause) {
        super(line, cause);
    }
}
