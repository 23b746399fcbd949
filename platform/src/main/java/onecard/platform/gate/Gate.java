package onecard.platform.gate;

/// One port at which terminals are heard. It can be opened and closed again and again, each gate
/// for itself.
public interface Gate {
    /// Opens the gate; without effect if it is open. Sessions saved by the last orderly stop go on.
    ///
    /// @throws onecard.platform.system.StartFailure if the port belongs to another program
    void open();

    /// Closes the gate: nobody new comes in, those inside get their answers, the sessions are
    /// saved.
    void close();

    /// Tells whether it is open, and where.
    GateState state();

    /// Tells what came.
    GateCounts counts();

    /// Closes every session whose key does not fit any more.
    void shutOut();
}
