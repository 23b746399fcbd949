package onecard.platform.people;

import java.util.Collection;

/// Locks the accounts of people before their group changes, so that no purchase decides between two
/// groups. The room that knows accounts implements it.
public interface AccountLock {
    /// Locks these people's accounts, in order of their numbers, until the transaction ends; people
    /// without an account are passed over.
    void hold(Collection<PersonId> people);
}
