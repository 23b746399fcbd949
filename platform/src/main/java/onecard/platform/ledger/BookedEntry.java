package onecard.platform.ledger;

import java.util.Optional;
import onecard.vocabulary.Money;

/// An entry of the journal with both its sides, for whoever shows what one operation booked.
///
/// @param cause the journal number of what caused it, 0 if it stands for itself
/// @param after what the purses of the person hold after it; empty between two accounts of the
///   house
public record BookedEntry(
        EntryPlace place,
        EntryKind kind,
        Side from,
        Side to,
        Money amount,
        long cause,
        Optional<PursesAfter> after) {
    /// What the purses hold after an entry.
    ///
    /// @param heldCash empty where the entry touches no held purse
    /// @param heldSubsidy likewise
    public record PursesAfter(
            Money cash, Money subsidy, Optional<Money> heldCash, Optional<Money> heldSubsidy) {}
}
