package onecard.platform.purchases;

import java.util.Optional;
import onecard.platform.database.TestDatabase;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.Purse;
import onecard.vocabulary.Money;

/// A scene on PostgreSQL: one node with its kitchen.
final class PostgresScene extends KitchenScene implements AutoCloseable {
    private final KitchenRoom room;

    PostgresScene(TestDatabase database) {
        this.room = new KitchenRoom(database, site, clock);
    }

    /// A second node on the same site, with a till of its own.
    PostgresScene(TestDatabase database, PostgresScene first) {
        first.site.terminal(terminal, MERCHANT);
        this.room = new KitchenRoom(database, first.site, first.clock);
    }

    KitchenRoom room() {
        return room;
    }

    @Override
    TrayStore store() {
        return room.store();
    }

    @Override
    void open(AccountId account) {
        room.open(account, Optional.empty());
    }

    @Override
    void topUp(AccountId account, Purse purse, Money amount) {
        room.topUp(clock.instant(), account, purse, amount);
    }

    @Override
    Balances holds(AccountId account) {
        return room.holds(account.value());
    }

    @Override
    Shelf shelf() {
        return room.shelf();
    }

    @Override
    public void close() {
        room.close();
    }
}
