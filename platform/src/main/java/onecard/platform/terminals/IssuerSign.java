package onecard.platform.terminals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What the console of a desk last told of the reader it borrows.
///
/// @param reader how the reader was then
/// @param name the reader's own name
/// @param bridge version of the desk bridge
record IssuerSign(Instant heardAt, Reader reader, Optional<String> name, Optional<String> bridge) {
    static final int NAME_MAX = 120;
    static final int BRIDGE_MAX = 40;

    /// A paired console tells every minute; two missing words are one too many.
    static final Duration SILENCE_MAX = Duration.ofSeconds(150);

    /// How the reader is, in the desk bridge's words.
    enum Reader {
        LISTENING,
        NO_READER,
        NO_SERVICE
    }

    /// What the list shows.
    enum State {
        CONNECTED,
        NO_READER,
        NO_SERVICE,
        /// Was heard once, and not lately.
        SILENT,
        NEVER_HEARD
    }

    static State state(Optional<IssuerSign> sign, Instant now) {
        if (sign.isEmpty()) {
            return State.NEVER_HEARD;
        }
        if (sign.get().heardAt().plus(SILENCE_MAX).isBefore(now)) {
            return State.SILENT;
        }
        return switch (sign.get().reader()) {
            case LISTENING -> State.CONNECTED;
            case NO_READER -> State.NO_READER;
            case NO_SERVICE -> State.NO_SERVICE;
        };
    }
}
