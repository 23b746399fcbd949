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
    /// So many accounts one statement locks; the next ones have higher numbers.
    private static final int AT_ONCE = 5_000;

    private final Ledger ledger;

    LedgerAccountLock(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void hold(Collection<PersonId> people) {
        var accounts =
                people.stream().sorted().map(person -> new AccountId(person.value())).toList();
        for (int from = 0; from < accounts.size(); from += AT_ONCE) {
            ledger.lock(accounts.subList(from, Math.min(accounts.size(), from + AT_ONCE)));
        }
    }
}
