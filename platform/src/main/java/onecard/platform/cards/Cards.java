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

    /// Finds every issue these cards ever had, oldest first: for whoever asks about a moment that
    /// is past. A card that was never issued is not in the answer.
    Map<CardUid, List<PastIssue>> history(Collection<CardUid> uids);

    /// Finds the cards that these people hold now, each person's possibly several.
    Map<CardUid, CardIssue> heldBy(Collection<PersonId> people);

    /// Tells the state of people's accounts; people without one are not in the answer.
    Map<PersonId, AccountState> accountStates(Collection<PersonId> people);

    /// Lists the issues of these people that are the current ones of their cards, whatever their
    /// states: what is to be known of a card stands in its current issue.
    List<CardIssue> latestOf(Collection<PersonId> people);

    /// Lists people who have, or were the last to have, any card, in order of their ids.
    ///
    /// @param after the last one of the page before, 0 for the first page
    List<PersonId> holders(int after, int limit);

    /// Lists every issue a person ever had, newest first.
    List<CardIssue> of(PersonId person);
}
