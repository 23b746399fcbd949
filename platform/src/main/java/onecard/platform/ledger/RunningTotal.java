package onecard.platform.ledger;

import java.util.List;
import java.util.Optional;
import onecard.vocabulary.Money;

/// The books added up at one moment, from their entries. The next one begins where this one ended.
///
/// @param ends how far it was added up: the last tray of every strand
/// @param newest the newest entry; empty while there is none
/// @param entries how many entries were added up
/// @param house what the accounts of the house come to, from these entries
/// @param purses what all purses hold
/// @param firstBad the first entry that does not fit, with the check that says so
public record RunningTotal(
        List<StrandHead> ends,
        Optional<JournalNumber> newest,
        long entries,
        Money house,
        Money purses,
        Optional<BooksReport.Check> firstBad) {
    public RunningTotal {
        ends = List.copyOf(ends);
    }

    /// Returns the sum over all accounts, which must be zero.
    public Money difference() {
        return purses.plus(house);
    }

    /// Tells whether the books balance.
    public boolean balanced() {
        return difference().isZero() && firstBad.isEmpty();
    }
}
