package onecard.simulator;

import onecard.wire.VoidOutcome;

/// What became of taking a sale back.
public sealed interface Undone {
    /// The platform answered.
    record Ended(Slip slip, VoidOutcome outcome) implements Undone {}

    /// No answer yet; the terminal goes on asking by itself.
    record Asking(long seq) implements Undone {}

    /// There is nothing that could be taken back.
    record Nothing() implements Undone {}
}
