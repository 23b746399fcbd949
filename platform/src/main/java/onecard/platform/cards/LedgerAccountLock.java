package onecard.platform.cards;

import java.util.Collection;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Ledger;
import onecard.platform.people.AccountLock;
import onecard.platform.people.PersonId;
import org.springframework.stereotype.Component;

/// Locks accounts for the room of the people, which knows of none.
@Component
class LedgerAccountLock implements AccountLock {
    private final Ledger ledger;

    LedgerAccountLock(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void hold(Collection<PersonId> people) {
        ledger.lock(people.stream().map(person -> new AccountId(person.value())).toList());
    }
}
