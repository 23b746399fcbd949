package onecard.simulator;

import onecard.wire.Answer;

/// What came of asking.
public sealed interface Reply {
    /// The platform answered.
    record Answered(Answer answer) implements Reply {}

    /// Nothing came, or nothing that could be understood: neither yes nor no.
    ///
    /// @param why for the log and the heartbeat
    record Silent(String why) implements Reply {
        private static final String UNREADABLE = "unreadable answer: ";

        /// Something came that could not be understood.
        static Silent unreadable(String field, String reason) {
            return new Silent(UNREADABLE + field + " " + reason);
        }

        /// Tells whether something came that could not be understood.
        static boolean isUnreadable(String why) {
            return why.startsWith(UNREADABLE);
        }
    }
}
