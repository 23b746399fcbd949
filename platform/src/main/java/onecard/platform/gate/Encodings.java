package onecard.platform.gate;

import java.util.ArrayDeque;
import java.util.Deque;
import onecard.wire.Answer;
import onecard.wire.ListAnswer;

/// Turns answers into bytes. A list that many terminals fetch is the same object for all of them:
/// it is encoded once, and they share its bytes.
final class Encodings {
    /// Lists whose bytes are kept.
    private static final int KEPT = 8;

    private final Deque<Kept> kept = new ArrayDeque<>();

    private record Kept(ListAnswer answer, Porch.Outgoing outgoing) {}

    Porch.Outgoing of(Answer answer) {
        return answer instanceof ListAnswer list ? shared(list) : Porch.Outgoing.of(answer);
    }

    private synchronized Porch.Outgoing shared(ListAnswer answer) {
        for (var each : kept) {
            if (isSame(each.answer(), answer)) {
                return each.outgoing();
            }
        }
        var outgoing = Porch.Outgoing.tagged(answer);
        kept.addFirst(new Kept(answer, outgoing));
        if (kept.size() > KEPT) {
            kept.removeLast();
        }
        return outgoing;
    }

    // Comparing a hundred thousand cards would cost what is to be saved.
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(ListAnswer one, ListAnswer other) {
        return one == other;
    }
}
