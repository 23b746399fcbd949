package onecard.wire;

import onecard.vocabulary.VoidReason;

/// "Take this number back." Whatever comes first, the purchase or this, the end is the same.
///
/// @param seq the number to void; a void has no number of its own
public record VoidRequest(long seq, VoidReason reason) implements Request {
    public VoidRequest {
        Limits.requireSeq(seq);
    }
}
