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
    private final AccountStateTable states;

    StoredCards(CardIssueTable issues, AccountStateTable states) {
        this.issues = issues;
        this.states = states;
    }

    @Override
    public Map<CardUid, CardIssue> resolve(Collection<CardUid> uids) {
        return uids.isEmpty() ? Map.of() : issues.resolve(uids);
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
    public List<CardIssue> of(PersonId person) {
        return issues.of(person);
    }
}
