package onecard.platform.purchases;

import java.util.List;
import java.util.Optional;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.Purse;
import onecard.vocabulary.Money;

/// The kitchen's promises on the model that the simulation uses.
class KitchenOnModelTest extends KitchenContract {
    @Override
    KitchenScene scene() {
        return new OnModel();
    }

    private static final class OnModel extends KitchenScene {
        private final ModelStore store = new ModelStore(site, clock);

        @Override
        TrayStore store() {
            return store;
        }

        @Override
        void open(AccountId account) {
            store.books().open(account, Optional.empty());
        }

        @Override
        void topUp(AccountId account, Purse purse, Money amount) {
            store.topUp(account, purse, amount);
        }

        @Override
        Balances holds(AccountId account) {
            return Optional.ofNullable(store.books().holding(List.of(account)).get(account))
                    .orElseThrow();
        }

        @Override
        Shelf shelf() {
            return store.shelf();
        }
    }
}
