package onecard.platform.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import onecard.vocabulary.Money;

/// What adding up the books brought to light.
///
/// @param difference the sum over all accounts, which must be zero
/// @param entries how many entries were added up
/// @param accounts how many accounts of people were compared
/// @param checks every check with its finding, in order
/// @param took how long it took
public record BooksReport(
        Money difference, long entries, long accounts, List<Check> checks, Duration took) {
    public BooksReport {
        checks = List.copyOf(checks);
    }

    /// One check and the first thing it found, if any.
    ///
    /// @param name what must hold, as a stable word such as `purse-equals-entries`
    /// @param found the first bad entry or account, in words; empty if all is well
    public record Check(String name, Optional<String> found) {}

    /// Tells whether everything holds.
    public boolean balanced() {
        return difference.isZero() && checks.stream().allMatch(check -> check.found().isEmpty());
    }
}
