package onecard.wire;

/// "What changed in this list?" A GET whose query is `since=`.
///
/// @param since the version the terminal has, 0 for the whole list
public record ListRequest(ListKind kind, long since) implements Request {
    public ListRequest {
        Limits.requireVersion(since);
    }
}
