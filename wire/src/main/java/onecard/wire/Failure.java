package onecard.wire;

import java.time.Duration;

/// Why there is no decision. None of these says that nothing was charged: until a decision or the
/// answer to a void has come, the terminal does not know.
public sealed interface Failure extends Answer {
    /// The request could not be read; sending it again will not help.
    ///
    /// @param field the field that is wrong, empty if it is the whole
    /// @param reason what was expected
    record BadRequest(String field, String reason) implements Failure {}

    /// The session stands, but its identity is no longer registered or its key was revoked.
    record Unauthorized() implements Failure {}

    /// This instance does not serve this terminal, or the terminal is blocked.
    record NotServed() implements Failure {}

    /// There is nothing under this path on this port.
    record NoSuchResource() implements Failure {}

    /// The same number came before with other content; an alarm was raised. The number is decided,
    /// but not for this.
    record OtherContent() implements Failure {}

    /// The request is longer than the resource takes.
    record TooLarge(int maxBytes) implements Failure {}

    /// Too much is waiting; nothing was looked at. Ask again with the same number.
    ///
    /// @param retryAfter whole seconds, sent as Max-Age
    record Busy(Duration retryAfter) implements Failure {
        public Busy {
            retryAfter = Limits.requireSeconds(retryAfter, 0, Limits.MAX_BUSY_SECONDS);
        }
    }

    /// The platform cannot decide now, or does not know how it ended. Ask again with the same
    /// number.
    record Unavailable() implements Failure {}
}
