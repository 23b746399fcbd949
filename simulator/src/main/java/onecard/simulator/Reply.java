package onecard.simulator;

import onecard.wire.Answer;

/// What came of asking.
public sealed interface Reply {
    /// The platform answered.
    record Answered(Answer answer) implements Reply {}

    /// Nothing came, or nothing that could be understood: neither yes nor no.
    ///
    /// @param why for the log and the heartbeat
    record Silent(String why) implements Reply {}
}
