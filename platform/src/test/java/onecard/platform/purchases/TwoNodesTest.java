package onecard.platform.purchases;

import static onecard.platform.purchases.KitchenScene.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Two kitchens on one database, at the same moment.
@DatabaseTest
class TwoNodesTest {
    private static final int ROUNDS = 60;
    private static final int FIRST = 1;
    private static final int SECOND = 9;

    private final PostgresScene at;
    private final PostgresScene other;

    TwoNodesTest(TestDatabase database) {
        this.at = new PostgresScene(database);
        this.other = new PostgresScene(database, at);
    }

    @AfterEach
    void closed() {
        at.close();
        other.close();
    }

    /// Hears what the database says against a tray.
    private record Heard(TrayStore store, Queue<String> complaints) implements TrayStore {
        @Override
        public <T> T inTray(int strand, Function<OpenTray, T> work) {
            try {
                return store.inTray(strand, work);
            } catch (LostRace e) {
                throw e;
            } catch (RuntimeException e) {
                complaints.add(String.valueOf(e.getMessage()));
                throw e;
            }
        }
    }

    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

    private List<List<Outcome>> atOnce(List<Order> here, List<Order> there) throws Exception {
        return atOnce(at.store(), here, other.store(), there);
    }

    private List<List<Outcome>> atOnce(
            TrayStore mine, List<Order> here, TrayStore theirs, List<Order> there)
            throws Exception {
        var start = new CyclicBarrier(2);
        var outcomes = new ArrayList<List<Outcome>>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<List<Outcome>> first = threads.submit(run(start, mine, FIRST, here));
            Future<List<Outcome>> second = threads.submit(run(start, theirs, SECOND, there));
            outcomes.add(first.get());
            outcomes.add(second.get());
        }
        at.clock.pass(Duration.ofSeconds(10));
        return outcomes;
    }

    private Callable<List<Outcome>> run(
            CyclicBarrier start, TrayStore store, int strand, List<Order> orders) {
        return () -> {
            start.await();
            return new TrayRun(new Heard(store, complaints), strand).run(orders);
        };
    }

    @Test
    @DisplayName("W-01 the same number on two nodes at once is decided once, and both say the same")
    void the_same_number_on_both() throws Exception {
        int pupil = at.person(1_000_000, 0);
        for (int round = 1; round <= ROUNDS; round++) {
            Order.Sale sale = at.sale(round, pupil, 100);
            List<List<Outcome>> both = atOnce(List.of(sale), List.of(sale));
            assertThat(said(both.getFirst())).containsExactly("taken 100+0");
            assertThat(both.getLast()).isEqualTo(both.getFirst());
        }
        assertThat(at.purses(pupil)).isEqualTo(1_000_000L - ROUNDS * 100L + "/0");
        assertThat(at.rows()).hasSize(ROUNDS);
        assertThat(complaints).isEmpty();
    }

    /// Holds a tray after its look until the other tray has looked as well: neither can know of the
    /// other.
    private record LookingTogether(TrayStore store, CyclicBarrier looked) implements TrayStore {
        @Override
        public <T> T inTray(int strand, Function<OpenTray, T> work) {
            return store.inTray(strand, tray -> work.apply(new Looking(tray)));
        }

        private final class Looking extends ForwardingTray {
            Looking(OpenTray tray) {
                super(tray);
            }

            @Override
            public Map<Claim, Earlier> look(Collection<Claim> claims) {
                Map<Claim, Earlier> found = super.look(claims);
                if (found.isEmpty() && !looked.isBroken()) {
                    meet(looked);
                }
                return found;
            }
        }
    }

    /// Goes on together with the other, or alone if the other does not come.
    private static void meet(CyclicBarrier together) {
        try {
            together.await(300, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.BrokenBarrierException
                | java.util.concurrent.TimeoutException _) {
            // The other one is held back by the database, as it should be.
        }
    }

    @Test
    @DisplayName(
            "W-01 two cards under one number on two nodes that cannot see each other: one is charged")
    void one_number_for_two_cards() throws Exception {
        for (int round = 1; round <= 5; round++) {
            int one = at.person(900, 0);
            int two = at.person(900, 0);
            var looked = new CyclicBarrier(2);
            List<List<Outcome>> both =
                    atOnce(
                            new LookingTogether(at.store(), looked),
                            List.of(at.sale(round, one, 100)),
                            new LookingTogether(other.store(), looked),
                            List.of(at.sale(round, two, 100)));
            assertThat(List.of(said(both.getFirst().getFirst()), said(both.getLast().getFirst())))
                    .containsExactlyInAnyOrder("taken 100+0", "other content");
            assertThat(List.of(at.purses(one), at.purses(two)))
                    .containsExactlyInAnyOrder("900/0", "800/0");
        }
    }

    @Test
    @DisplayName("D-33 W-01 a purchase and its void on two nodes at once: nothing stays charged")
    void purchase_and_void_on_both() throws Exception {
        int pupil = at.person(900, 0);
        for (int round = 1; round <= ROUNDS; round++) {
            var looked = new CyclicBarrier(2);
            List<List<Outcome>> both =
                    atOnce(
                            new LookingTogether(at.store(), looked),
                            List.of(at.sale(round, pupil, 100)),
                            new LookingTogether(other.store(), looked),
                            List.of(at.takeBack(round)));
            assertThat(said(both.getFirst().getFirst()) + ", " + said(both.getLast().getFirst()))
                    .isIn("taken 100+0, voided 100", "NUMBER_BURNT, nothing charged");
            assertThat(at.purses(pupil)).isEqualTo("900/0");
        }
    }

    @Test
    @DisplayName(
            "W-01 the same accounts on two nodes at once, in any order: no deadlock, no cent astray")
    void the_same_accounts_on_both() throws Exception {
        List<Integer> people = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            people.add(at.person(1_000_000, 0));
        }
        int taken = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var here = new ArrayList<Order>();
            var there = new ArrayList<Order>();
            for (int i = 0; i < people.size(); i++) {
                int seq = 1 + round * people.size() + i;
                here.add(at.sale(seq, people.get(i), 100));
                there.add(other.sale(seq, people.get(people.size() - 1 - i), 100));
            }
            // Of the purchases before, every second tray takes one back.
            if (round % 2 == 1) {
                here.add(at.takeBack(1L + (round - 1L) * people.size()));
            }
            for (List<Outcome> tray : atOnce(here, there)) {
                taken += (int) tray.stream().filter(Outcome.Taken.class::isInstance).count();
                assertThat(tray).noneMatch(Outcome.Unknown.class::isInstance);
            }
        }
        assertThat(complaints).isEmpty();
        long held = people.stream().mapToLong(p -> at.holds(new AccountId(p)).cash().cents()).sum();
        long takenBack =
                at.rows().stream()
                        .filter(row -> row.undoes().isPresent())
                        .mapToLong(row -> row.bill().net().negated().cents())
                        .sum();
        assertThat(held).isEqualTo(people.size() * 1_000_000L - taken * 100L + takenBack);
    }

    /// Waits with every lock it has until the other tray has its first, and goes on when it does
    /// not get it: if locks are taken in two goes, they cross here for certain.
    private record LockingSlowly(TrayStore store, CountDownLatch mine, CountDownLatch theirs)
            implements TrayStore {
        @Override
        public <T> T inTray(int strand, Function<OpenTray, T> work) {
            return store.inTray(strand, tray -> work.apply(new Slow(tray)));
        }

        private final class Slow extends ForwardingTray {
            Slow(OpenTray tray) {
                super(tray);
            }

            @Override
            public Map<AccountId, Balances> lock(Collection<AccountId> accounts) {
                Map<AccountId, Balances> locked = super.lock(accounts);
                mine.countDown();
                try {
                    boolean _ = theirs.await(300, TimeUnit.MILLISECONDS);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
                return locked;
            }
        }
    }

    @Test
    @DisplayName("W-01 one buys what the other takes back, and the other way round: no deadlock")
    void purchases_and_voids_that_cross() throws Exception {
        int one = at.person(1_000, 0);
        int two = at.person(1_000, 0);
        at.serve(at.sale(1, one, 100));
        other.serve(other.sale(1, two, 100));
        at.clock.pass(Duration.ofSeconds(10));
        var first = new CountDownLatch(1);
        var second = new CountDownLatch(1);
        List<List<Outcome>> both =
                atOnce(
                        new LockingSlowly(at.store(), first, second),
                        List.of(at.sale(2, two, 50), at.takeBack(1)),
                        new LockingSlowly(other.store(), second, first),
                        List.of(other.sale(2, one, 50), other.takeBack(1)));
        assertThat(complaints).isEmpty();
        assertThat(said(both.getFirst())).containsExactly("taken 50+0", "voided 100");
        assertThat(said(both.getLast())).containsExactly("taken 50+0", "voided 100");
        assertThat(at.purses(one) + " " + at.purses(two)).isEqualTo("950/0 950/0");
    }
}
