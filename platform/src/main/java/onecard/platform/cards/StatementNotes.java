package onecard.platform.cards;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import onecard.platform.ledger.EntryPlace;

/// Tells what stood behind entries of a statement: a room above that wrote them implements it, for
/// its own ones.
public interface StatementNotes {
    /// Finds notes on these entries; entries of others are not in the answer.
    Map<EntryPlace, Note> on(Collection<EntryPlace> entries);

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
