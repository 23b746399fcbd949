package onecard.platform.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The model that the simulation uses and PostgreSQL are the same to the kitchen: the command
/// stream of a simulated rush hour leaves the same on both, to the last column.
@DatabaseTest
class SimulationOnPostgresTest {
    /// Every one is a transaction of its own or nearly so; more of them with
    /// `-Dsimulation.stored-purchases=…`.
    private static final int PURCHASES = Integer.getInteger("simulation.stored-purchases", 10_000);

    private static final long SEED = 20_261_122L;

    private final TestDatabase database;
    private final StoppedClock clock = new StoppedClock();

    SimulationOnPostgresTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    @DisplayName("W-01 a simulated rush hour ends in the same state on PostgreSQL")
    void the_same_state_on_postgresql() {
        Simulation.Recording simulated = Simulation.recorded(SEED, PURCHASES);
        doNotWaitForTheDisk();
        try (var kitchen = new KitchenRoom(database, new Site(), clock)) {
            simulated.history().forEach(step -> happen(kitchen, step));
            Shelf stored = kitchen.shelf();
            Shelf model = simulated.shelf();
            assertThat(stored.claims()).hasSizeGreaterThanOrEqualTo(PURCHASES);
            assertSame(stored.claims(), model.claims());
            assertSame(stored.voided(), model.voided());
            assertSame(heldThere(stored), heldThere(model));
            assertSame(stored.usages(), model.usages());
            assertSame(stored.takings(), model.takings());
            assertSame(stored.journal(), model.journal());
        }
    }

    /// What is compared is what was written, not when it reached the disk.
    private void doNotWaitForTheDisk() {
        String name =
                database.asOwner().sql("select current_database()").query(String.class).single();
        database.asOwner().sql("alter database " + name + " set synchronous_commit = off").update();
    }

    /// What the accounts hold. How often a memory was told to look again is not of the books: the
    /// model has none.
    private static Map<AccountId, Balances> heldThere(Shelf shelf) {
        var held = new TreeMap<AccountId, Balances>();
        shelf.balances()
                .forEach((account, b) ->
                        held.put(
                                account,
                                new Balances(
                                        account,
                                        b.version(),
                                        0,
                                        b.cash(),
                                        b.subsidy(),
                                        b.heldCash(),
                                        b.heldSubsidy(),
                                        b.subsidyUntil(),
                                        b.newest())));
        return held;
    }

    /// Names the first difference; the whole would fill a book.
    private static <K, V> void assertSame(Map<K, V> stored, Map<K, V> model) {
        model.forEach((key, value) -> assertThat(stored.get(key)).as("" + key).isEqualTo(value));
        assertThat(stored.keySet()).isEqualTo(model.keySet());
    }

    private void happen(KitchenRoom kitchen, Simulation.Step step) {
        switch (step) {
            case Simulation.Step.Arranged(var how) -> how.accept(kitchen.site());
            case Simulation.Step.Opened(var account, var until) -> kitchen.open(account, until);
            case Simulation.Step.ToppedUp(var at, var account, var purse, var amount) ->
                    kitchen.topUp(at, account, purse, amount);
            case Simulation.Step.Served(var at, int strand, var orders) -> {
                clock.now = at;
                List<Outcome> outcomes = new TrayRun(kitchen.store(), strand).run(orders);
                assertThat(outcomes).noneMatch(Outcome.Unknown.class::isInstance);
            }
        }
    }

    private static final class StoppedClock extends Clock {
        private Instant now = Instant.parse("2026-03-30T22:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
