package onecard.platform.gate;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import onecard.wire.Answer;
import onecard.wire.Request;
import onecard.wire.Resource;

/// What lies behind a gate.
public interface Door {
    /// Returns what is served here; everything else is answered "no such resource".
    Set<Resource> resources();

    /// Notes that a terminal is there: it fetches more of a long answer.
    default void heard(Visitor visitor) {}

    /// Answers a message. The answer leaves when the future completes, and not before. Called on a
    /// virtual thread: it may block.
    CompletableFuture<Answer> answer(Visitor visitor, Request request);
}
