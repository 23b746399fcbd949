package onecard.platform.cards;

import java.time.Instant;
import onecard.vocabulary.Money;

/// What a top-up did, for the screen and the receipt.
///
/// @param operationId by which it can be undone
/// @param number the journal number of its first entry
/// @param at when
/// @param before what could be spent before
/// @param after what can be spent now
/// @param undoUntil until when it can be undone
public record TopUpReceipt(
        int operationId,
        long number,
        Instant at,
        Spendable before,
        Spendable after,
        Instant undoUntil) {
    /// What could be spent at one moment.
    ///
    /// @param cash the cash purse
    /// @param subsidy what of the subsidy purse is not expired
    public record Spendable(Money cash, Money subsidy) {}
}
