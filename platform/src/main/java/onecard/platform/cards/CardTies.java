package onecard.platform.cards;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Ledger;
import onecard.platform.people.PersonId;
import onecard.platform.people.PersonTies;
import org.springframework.stereotype.Component;

/// Tells the room of the people who still holds a card or money.
@Component
class CardTies implements PersonTies {
    private final CardIssueTable issues;
    private final AccountStateTable states;
    private final Ledger ledger;

    CardTies(CardIssueTable issues, AccountStateTable states, Ledger ledger) {
        this.issues = issues;
        this.states = states;
        this.ledger = ledger;
    }

    @Override
    public Map<PersonId, Tie> keepsFromLeaving(Collection<PersonId> people) {
        var ties = new HashMap<PersonId, Tie>();
        var accounts = people.stream().map(person -> new AccountId(person.value())).toList();
        ledger.balances(accounts)
                .forEach((account, held) -> {
                    if (held.cash().cents() != 0
                            || held.subsidy().cents() != 0
                            || held.heldCash().cents() != 0
                            || held.heldSubsidy().cents() != 0) {
                        ties.put(new PersonId(account.value()), Tie.BALANCE);
                    }
                });
        issues.countOpen(people)
                .forEach((person, cards) -> {
                    if (cards > 0) {
                        ties.put(person, Tie.CARD);
                    }
                });
        return ties;
    }

    @Override
    public Map<PersonId, Tie> keepsFromForgetting(Collection<PersonId> people) {
        var ties = new HashMap<PersonId, Tie>();
        states.read(people).keySet().forEach(person -> ties.put(person, Tie.ACCOUNT));
        return ties;
    }
}
