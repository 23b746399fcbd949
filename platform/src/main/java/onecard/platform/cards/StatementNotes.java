package onecard.platform.cards;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import onecard.platform.ledger.EntryPlace;
import onecard.platform.ledger.StatementLine;

/// Tells what stood behind entries of a statement: a room above that wrote them implements it, for
/// its own ones.
public interface StatementNotes {
    /// Finds notes on these lines, by the place of their entry; lines of others are not in the
    /// answer.
    Map<EntryPlace, Note> on(Collection<StatementLine> lines);

    /// What a line of a statement says beside kind and money.
    ///
    /// @param terminalSerial where it happened
    /// @param merchantName who sold
    /// @param operatorName who booked it
    /// @param undone whether it was voided or undone since
    record Note(
            Optional<String> terminalSerial,
            Optional<String> merchantName,
            Optional<String> operatorName,
            boolean undone) {}
}
