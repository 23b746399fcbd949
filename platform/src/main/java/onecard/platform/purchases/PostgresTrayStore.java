package onecard.platform.purchases;

import java.time.Clock;
import java.util.function.Function;
import onecard.platform.cards.Cards;
import onecard.platform.ledger.Ledger;
import onecard.platform.ledger.Outdated;
import onecard.platform.merchants.MealPeriods;
import onecard.platform.people.People;
import onecard.platform.rules.CurrentRulebook;
import onecard.platform.system.Settings;
import onecard.platform.system.Versions;
import onecard.platform.terminals.Terminals;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Trays settled in PostgreSQL, each in one transaction at READ COMMITTED.
@Component
class PostgresTrayStore implements TrayStore {
    private final TransactionTemplate transaction;
    private final Rooms rooms;
    private final JournalTables tables;
    private final Regulars regulars;
    private final Clock clock;
    private final NewestNumbers newest = new NewestNumbers();
    private final PreparedMonths months;
    private final Confidence confidence = new Confidence();

    PostgresTrayStore(
            @Qualifier("moneyTransactions") TransactionTemplate transaction,
            Rooms rooms,
            JournalTables tables,
            Regulars regulars,
            Clock clock) {
        this.transaction = transaction;
        this.rooms = rooms;
        this.tables = tables;
        this.regulars = regulars;
        this.clock = clock;
        this.months = new PreparedMonths(tables.purchases());
    }

    /// The rooms the kitchen asks.
    @Component
    record Rooms(
            Versions versions,
            Settings settings,
            CurrentRulebook rules,
            MealPeriods meals,
            Terminals terminals,
            Cards cards,
            People people,
            Ledger ledger) {}

    /// The kitchen's own tables.
    @Component
    record JournalTables(
            ClaimTable claims,
            PurchaseTable purchases,
            VoidedTable voided,
            TakingsTable takings,
            RulebookLatch latch) {}

    @Override
    public <T> T inTray(int strand, Function<OpenTray, T> work) {
        var guests = new Guests(regulars, rooms);
        boolean mayRemember = confidence.isThere();
        var tray =
                new PostgresTray(
                        strand, rooms, tables, guests, newest, months.opened(), mayRemember, clock);
        try {
            T result = transaction.execute(_ -> work.apply(tray));
            if (result == null) {
                throw new IllegalStateException("A tray ended without a result");
            }
            months.done(tray.months());
            guests.remember(tray::purses);
            if (tray.fromMemory()) {
                confidence.confirmed();
            }
            return result;
        } catch (Outdated e) {
            guests.forgetPurses();
            confidence.shaken();
            throw new LostRace(String.valueOf(e.getMessage()));
        } catch (LostRace e) {
            guests.forget();
            throw e;
        } catch (RuntimeException e) {
            // The database may be another one from now on: a standby, or one restored.
            regulars.forgetAll();
            tables.takings().forget();
            throw e;
        }
    }
}
