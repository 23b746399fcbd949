package onecard.platform.cards;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import onecard.platform.people.PersonId;
import onecard.vocabulary.CardUid;
import org.springframework.stereotype.Service;

/// The cards as they are stored.
@Service
class StoredCards implements Cards {
    private final CardIssueTable issues;
    private final CardHistory history;
    private final AccountStateTable states;

    StoredCards(CardIssueTable issues, CardHistory history, AccountStateTable states) {
        this.issues = issues;
        this.history = history;
        this.states = states;
    }

    @Override
    public Map<CardUid, CardIssue> resolve(Collection<CardUid> uids) {
        return uids.isEmpty() ? Map.of() : issues.resolve(uids);
    }

    @Override
    public Map<CardUid, List<PastIssue>> history(Collection<CardUid> uids) {
        return uids.isEmpty() ? Map.of() : history.of(uids);
    }

    @Override
    public Map<CardUid, CardIssue> heldBy(Collection<PersonId> people) {
        return people.isEmpty() ? Map.of() : issues.heldBy(people);
    }

    @Override
    public Map<PersonId, AccountState> accountStates(Collection<PersonId> people) {
        return people.isEmpty() ? Map.of() : states.read(people);
    }

    @Override
    public List<CardIssue> latestOf(Collection<PersonId> people) {
        return people.isEmpty() ? List.of() : issues.latestOf(people);
    }

    @Override
    public List<PersonId> holders(int after, int limit) {
        return issues.holders(after, limit);
    }

    @Override
    public List<CardIssue> of(PersonId person) {
        return issues.of(person);
    }
}
