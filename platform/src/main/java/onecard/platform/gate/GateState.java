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
    /// @param trouble what kind of trouble it is
    /// @param why a sentence for the log
    record Failed(PortTrouble trouble, String why) implements GateState {}
}
