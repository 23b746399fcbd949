package onecard.wire;

/// Parameters that reached a terminal, by which it cannot work. It goes on by those it had.
///
/// @param version theirs
/// @param words what is wrong, in the device's words
public record NotApplied(long version, Reason reason, String words) {
    public NotApplied {
        Limits.requireVersion(version);
        Limits.requireText(words, Limits.MAX_ERROR_CHARS);
    }

    /// Why they are not applied.
    public enum Reason {
        /// It does not understand them: it is older than they are.
        UNREADABLE(1),
        /// It understands them, but they ask for something it cannot do.
        UNSUPPORTED(2),
        /// It cannot keep them: they would be gone with the next loss of power.
        NOT_STORED(3);

        private final int code;

        Reason(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }
}
