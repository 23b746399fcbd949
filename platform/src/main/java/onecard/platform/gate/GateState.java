package onecard.platform.gate;

/// Whether a gate is open.
public sealed interface GateState {
    /// Nobody opened it, or it was closed.
    record Closed() implements GateState {}

    /// It listens.
    ///
    /// @param port the port it really has
    record Open(int port) implements GateState {}

    /// It could not be opened.
    ///
    /// @param why a sentence for the operator
    record Failed(String why) implements GateState {}
}
