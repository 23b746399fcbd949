package onecard.wire;

/// What a stranger's bytes turned out to be. Nothing else comes out of the [Codec], whatever goes
/// in.
///
/// @param <M> [Request] or [Answer]
public sealed interface Decoded<M extends Message> {
    /// A message, every part of it checked.
    record Understood<M extends Message>(M message) implements Decoded<M> {}

    /// Not a message.
    ///
    /// @param field the first field that is wrong, empty if it is the whole
    /// @param reason what was expected; never a secret of the request
    record Malformed<M extends Message>(String field, String reason) implements Decoded<M> {}
}
