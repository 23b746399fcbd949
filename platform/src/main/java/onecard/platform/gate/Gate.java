package onecard.platform.gate;

import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import onecard.vocabulary.SerialNo;
import onecard.wire.Newest;

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

    /// Hints those of these terminals that were heard lately that something is new. Returns at
    /// once; whether they hear it is not waited for.
    ///
    /// @param newest what each is told
    /// @return whom it was sent to
    Set<SerialNo> hint(Function<SerialNo, Newest> newest, Predicate<SerialNo> whom);

    /// Closes every session whose key does not fit any more.
    void shutOut();
}
