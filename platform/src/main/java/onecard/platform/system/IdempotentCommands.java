package onecard.platform.system;

import java.util.UUID;
import java.util.function.Supplier;

/// Money commands that arrive twice happen once.
public interface IdempotentCommands {
    /// Runs the command in one transaction with the record that it ran. The same key with the same
    /// body gets the recorded answer; with another body the problem `idempotency-conflict`. A
    /// command that throws leaves nothing, so that it may be tried again with the same key. Keys
    /// are each operator's own, and are kept for 30 days.
    ///
    /// @param key the caller's `Idempotency-Key`
    /// @param body everything that was asked for, the path's part too; a record
    /// @param answer the type of the answer; a record
    <R> R once(UUID key, Object body, Class<R> answer, Supplier<R> command);
}
