package onecard.platform.purchases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.Purse;
import onecard.vocabulary.Money;
import org.junit.jupiter.api.AfterEach;

/// The kitchen's promises on PostgreSQL.
@DatabaseTest
class KitchenOnPostgresTest extends KitchenContract {
    private final TestDatabase database;
    private final List<OnPostgres> scenes = new ArrayList<>();

    KitchenOnPostgresTest(TestDatabase database) {
        this.database = database;
        // What the model refuses to keep, the database refuses as well.
        database.asOwner()
                .sql(
                        """
                        alter table purchases.purchase
                          drop constraint if exists poison,
                          add constraint poison check (keyed <> %d)
                        """
                                .formatted(ModelStore.POISON))
                .update();
    }

    @Override
    KitchenScene scene() {
        var scene = new OnPostgres(database);
        scenes.add(scene);
        return scene;
    }

    @AfterEach
    void closed() {
        scenes.forEach(scene -> scene.room.close());
        scenes.clear();
    }

    private static final class OnPostgres extends KitchenScene {
        private final KitchenRoom room;

        OnPostgres(TestDatabase database) {
            this.room = new KitchenRoom(database, site, clock);
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
    }
}
