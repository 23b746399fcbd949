package onecard.platform.ledger;

import java.util.List;

/// A check that another room adds to [Ledger#verify] about what it keeps beside the entries. It
/// runs in the same repeatable-read transaction as the ledger's own.
public interface BookCheck {
    /// Runs and tells what was found.
    List<BooksReport.Check> check();
}
