package onecard.platform.cards;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import onecard.platform.people.PersonId;
import onecard.vocabulary.CardUid;

/// Which card belongs to whom. Every method is one statement, however many are asked.
public interface Cards {
    /// Finds the current issue of cards; a card that was never issued is not in the answer.
    Map<CardUid, CardIssue> resolve(Collection<CardUid> uids);

    /// Finds the cards that these people hold now, each person's possibly several.
    Map<CardUid, CardIssue> heldBy(Collection<PersonId> people);

    /// Tells the state of people's accounts; people without one are not in the answer.
    Map<PersonId, AccountState> accountStates(Collection<PersonId> people);

    /// Lists every issue a person ever had, newest first.
    List<CardIssue> of(PersonId person);
}
