package onecard.platform.purchases;

import java.util.Collection;
import java.util.Map;
import onecard.platform.cards.CardIssue;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.Tray;
import onecard.vocabulary.CardUid;

/// A tray that passes everything on, for tests that want to be there at one of its steps.
class ForwardingTray implements OpenTray {
    private final OpenTray tray;

    ForwardingTray(OpenTray tray) {
        this.tray = tray;
    }

    @Override
    public Situation situation() {
        return tray.situation();
    }

    @Override
    public Map<Claim, Earlier> look(Collection<Claim> claims) {
        return tray.look(claims);
    }

    @Override
    public Map<CardUid, CardIssue> cards(Collection<CardUid> uids) {
        return tray.cards(uids);
    }

    @Override
    public Map<AccountId, Balances> lock(Collection<AccountId> accounts) {
        return tray.lock(accounts);
    }

    @Override
    public Map<AccountId, Holder> holders(Collection<AccountId> accounts) {
        return tray.holders(accounts);
    }

    @Override
    public Map<AccountId, Usages> usages(Collection<AccountId> accounts) {
        return tray.usages(accounts);
    }

    @Override
    public Tray open() {
        return tray.open();
    }

    @Override
    public void settle(Tray opened, Settlement settlement) {
        tray.settle(opened, settlement);
    }
}
