package onecard.platform.cards;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import onecard.platform.people.PersonId;
import onecard.vocabulary.CardUid;

/// What the card centre (卡片中心) does with cards and accounts. Every command locks the account first
/// and leaves its trace in the audit trail.
public interface CardCentre {
    /// Opens accounts without a card, where the site does so (`M-079`, `M-142`); those that are
    /// there stay as they are.
    void openAccounts(Collection<PersonId> people);

    /// Issues a card to a person who has no valid one, and opens the account if there is none
    /// (`M-139`, `M-140`).
    ///
    /// @param validUntil the last day on which it is accepted; empty for the default lifetime
    CardIssue issue(PersonId person, CardUid uid, Optional<LocalDate> validUntil);

    /// Reports the person's card lost; it is refused from now on (`M-172`, `M-174`).
    CardIssue reportLoss(PersonId person);

    /// Takes a loss report back while the card was not replaced (`M-175`).
    CardIssue cancelLoss(PersonId person);

    /// Extends the lifetime of the person's card, also of one that is over (`D-25`).
    CardIssue extend(PersonId person, LocalDate until);

    /// Freezes the person's account: nothing works any more (`D-36`).
    void freeze(PersonId person);

    /// Unfreezes the person's account (`D-22`).
    void unfreeze(PersonId person);

    /// Opens a closed account again, for somebody who came back.
    void reopen(PersonId person);
}
