package onecard.simulator;

import java.time.Duration;
import onecard.wire.PurchaseDecision;

/// What a card held to the reader came to, as the display shows it.
public sealed interface Ending {
    /// The platform decided.
    record Decided(long seq, PurchaseDecision decision) implements Ending {}

    /// No answer within the time at the till. The number stays open: hold the card again to ask
    /// again, or give up.
    ///
    /// @param why as far as the terminal can tell
    record NoAnswer(long seq, String why) implements Ending {}

    /// Another sale is still without an answer: ask again with the same card and amount, or give it
    /// up first.
    record StillOpen(long seq) implements Ending {}

    /// The platform is away and something older must be told first. No number was drawn.
    record Away(String why) implements Ending {}

    /// The terminal's own check: this card paid here a moment ago. No number was drawn.
    record TooSoon(Duration left) implements Ending {}

    /// The platform could not read the request; the number is being voided.
    record NotUnderstood(long seq, String why) implements Ending {}

    /// The platform knows this number with other content; the terminal lost its counter.
    record OtherContent(long seq) implements Ending {}
}
