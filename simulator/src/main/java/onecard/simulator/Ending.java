package onecard.simulator;

import java.time.Duration;
import onecard.vocabulary.Money;
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

    /// The terminal's own check: the card is not on its allow list (`M-097`). No number was drawn.
    record NotListed() implements Ending {}

    /// The platform could not read the request; the number is being voided.
    record NotUnderstood(long seq, String why) implements Ending {}

    /// The platform knows this number with other content; the terminal lost its counter.
    record OtherContent(long seq) implements Ending {}

    /// Sold without asking: the terminal keeps the record until the platform has it.
    record SoldOffline(long seq, Money amount) implements Ending {}

    /// The terminal may not sell this by itself. No number was drawn.
    record NotSold(WhyNot why) implements Ending {}

    /// Why a terminal does not sell by itself (`D-34`).
    enum WhyNot {
        CARD_BLOCKED(31),
        CARD_NOT_LISTED(32),
        PURCHASE_LIMIT(33),
        CARD_LIMIT(34),
        TERMINAL_LIMIT(35),
        /// The platform was not heard for so long that the lists may be wrong.
        LISTS_TOO_OLD(36),
        /// No room for another record.
        STORE_FULL(37),
        /// A phone plays the card.
        CARD_EMULATED(38);

        private final int code;

        WhyNot(int code) {
            this.code = code;
        }

        /// Returns the number on the display, beside those of the platform's refusals.
        int code() {
            return code;
        }
    }
}
