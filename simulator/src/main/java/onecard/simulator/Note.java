package onecard.simulator;

import java.time.Instant;
import onecard.wire.PurchaseAnswer;
import onecard.wire.PurchaseRequest;
import onecard.wire.VoidAnswer;
import onecard.wire.VoidRequest;

/// One line of a terminal's journal.
sealed interface Note {
    /// When the terminal wrote it.
    Instant at();

    /// A number was drawn for this sale; written before anything is sent.
    record Drawn(Instant at, PurchaseRequest sale) implements Note {}

    /// The platform decided.
    record Settled(Instant at, long seq, PurchaseAnswer answer) implements Note {}

    /// The number shall be taken back; written before anything is sent.
    record VoidWanted(Instant at, VoidRequest request) implements Note {}

    /// The void was answered.
    record VoidEnded(Instant at, long seq, VoidAnswer answer) implements Note {}

    /// The platform knows this number with other content.
    record OtherContent(Instant at, long seq) implements Note {}

    /// Numbers up to this one are in use, as the platform says.
    record Jumped(Instant at, long seq) implements Note {}
}
