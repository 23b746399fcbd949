package onecard.platform.purchases;

import java.util.Collection;
import java.util.Map;
import onecard.platform.cards.CardIssue;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.Tray;
import onecard.vocabulary.CardUid;

/// One transaction of the kitchen, step by step. The methods are called in the order in which they
/// stand here; each is set-based.
interface OpenTray {
    /// Returns settings, rules, meals and places as of this transaction.
    Situation situation();

    /// Finds what was decided before under these numbers.
    Map<Claim, Earlier> look(Collection<Claim> claims);

    /// Finds the current issue of cards.
    Map<CardUid, CardIssue> cards(Collection<CardUid> uids);

    /// Locks accounts in the order of their numbers.
    Map<AccountId, Balances> lock(Collection<AccountId> accounts);

    /// Reads who is behind the locked accounts.
    Map<AccountId, Holder> holders(Collection<AccountId> accounts);

    /// Reads what the locked accounts have used up.
    Map<AccountId, Usages> usages(Collection<AccountId> accounts);

    /// Takes a tray of the journal: from here on the booking time stands.
    Tray open();

    /// Writes everything, claims first.
    ///
    /// @throws LostRace if another node claimed one of the numbers, or voided one of the purchases,
    ///   meanwhile; the transaction must be rolled back and the tray run again
    void settle(Tray tray, Settlement settlement);
}
