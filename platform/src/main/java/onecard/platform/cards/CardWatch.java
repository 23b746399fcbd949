package onecard.platform.cards;

import java.util.Set;
import onecard.platform.people.PersonId;

/// Is told whose cards or accounts changed. The room of the lists implements it, so that what the
/// terminals know changes together with the card (`M-145`, `M-173`).
public interface CardWatch {
    /// Called once at the end of each transaction that changed a card or the state of an account,
    /// before it commits and inside it. What it throws ends the transaction.
    void changed(Set<PersonId> people);
}
