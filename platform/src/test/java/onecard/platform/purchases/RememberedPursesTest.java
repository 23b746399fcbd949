package onecard.platform.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Purse;
import onecard.platform.rules.SampleRule;
import onecard.vocabulary.Money;
import onecard.vocabulary.Window;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is remembered of purses decides only where it is still true, and costs nobody a deadlock.
@DatabaseTest
class RememberedPursesTest {
    private final TestDatabase database;
    private final PostgresScene at;
    private final PostgresScene other;
    private final List<Boolean> fromMemory = new ArrayList<>();

    RememberedPursesTest(TestDatabase database) {
        this.database = database;
        this.at = new PostgresScene(database);
        this.other = new PostgresScene(database, at);
    }

    @AfterEach
    void closed() {
        at.close();
        other.close();
    }

    /// Serves, and notes for each run of the tray whether it was decided from memory.
    private List<String> serves(PostgresScene scene, Order... orders) {
        fromMemory.clear();
        TrayStore watched =
                new TrayStore() {
                    @Override
                    public <T> T inTray(int strand, Function<OpenTray, T> work) {
                        return scene.store()
                                .inTray(
                                        strand,
                                        tray -> {
                                            T result = work.apply(tray);
                                            fromMemory.add(
                                                    tray instanceof PostgresTray p
                                                            && p.fromMemory());
                                            return result;
                                        });
                    }
                };
        List<Outcome> outcomes = new TrayRun(watched, scene == at ? 1 : 9).run(List.of(orders));
        at.clock.pass(Duration.ofSeconds(10));
        other.clock.pass(Duration.ofSeconds(10));
        return outcomes.stream().map(KitchenScene::said).toList();
    }

    @Test
    void who_bought_a_moment_ago_is_served_from_memory() {
        int pupil = at.person(1_000, 0);
        assertThat(serves(at, at.sale(1, pupil, 100))).containsExactly("taken 100+0");
        assertThat(fromMemory).containsExactly(false);
        for (int seq = 2; seq <= 4; seq++) {
            assertThat(serves(at, at.sale(seq, pupil, 100))).containsExactly("taken 100+0");
            assertThat(fromMemory).containsExactly(true);
        }
        assertThat(at.purses(pupil)).isEqualTo("600/0");
    }

    @Test
    @DisplayName("W-01 a refusal is compared as well: money that came meanwhile is seen")
    void money_that_came_elsewhere() {
        int pupil = at.person(100, 0);
        assertThat(serves(at, at.sale(1, pupil, 300)).getFirst())
                .startsWith("INSUFFICIENT_BALANCE");
        at.topUp(new AccountId(pupil), Purse.CASH, Money.ofCents(500));
        assertThat(serves(at, at.sale(2, pupil, 300))).containsExactly("taken 300+0");
        assertThat(fromMemory).containsExactly(false);
        assertThat(at.purses(pupil)).isEqualTo("300/0");
    }

    @Test
    @DisplayName(
            "W-01 D-18 what was bought at another node counts at this one, which remembers less")
    void bought_at_another_node() {
        int pupil = at.person(Optional.of(3), 1_000, 0);
        at.site.rules(SampleRule.forGroups(1, 3).times(Window.DAY, 3).rule());
        assertThat(serves(at, at.sale(1, pupil, 100))).containsExactly("taken 100+0");
        assertThat(serves(other, other.sale(1, pupil, 100))).containsExactly("taken 100+0");
        assertThat(serves(other, other.sale(2, pupil, 100))).containsExactly("taken 100+0");
        assertThat(serves(at, at.sale(2, pupil, 100)).getFirst()).startsWith("COUNT_LIMIT");
        assertThat(at.purses(pupil)).isEqualTo("700/0");
    }

    @Test
    void after_a_wrong_guess_some_trays_are_locked_first() {
        int pupil = at.person(10_000, 0);
        int seq = 1;
        serves(at, at.sale(seq++, pupil, 100));
        at.topUp(new AccountId(pupil), Purse.CASH, Money.ofCents(500));
        serves(at, at.sale(seq++, pupil, 100));
        serves(at, at.sale(seq++, pupil, 100));
        assertThat(fromMemory).containsExactly(true);
        at.topUp(new AccountId(pupil), Purse.CASH, Money.ofCents(500));
        serves(at, at.sale(seq++, pupil, 100));
        serves(at, at.sale(seq++, pupil, 100));
        assertThat(at.purses(pupil)).isEqualTo("10500/0");
    }

    @Test
    @DisplayName("W-01 accounts that are only remembered are locked in the order of their numbers")
    void locked_in_order() throws Exception {
        int low = at.person(1_000, 0);
        int middle = at.person(1_000, 0);
        int high = at.person(1_000, 0);
        serves(at, at.sale(1, high, 100), at.sale(2, middle, 100), at.sale(3, low, 100));
        // The newest row of the lowest number lies behind the others now.
        serves(at, at.sale(4, low, 100));
        var held = new CountDownLatch(1);
        var enough = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<Boolean> holder = threads.submit(() -> other.room().hold(middle, held, enough));
            assertThat(held.await(60, TimeUnit.SECONDS)).isTrue();
            Future<List<String>> tray =
                    threads.submit(() ->
                            serves(
                                    at,
                                    at.sale(5, high, 100),
                                    at.sale(6, middle, 100),
                                    at.sale(7, low, 100)));
            try {
                Awaitility.await().until(() -> free(low, middle, high).equals(List.of(high)));
            } finally {
                enough.countDown();
            }
            assertThat(holder.get(60, TimeUnit.SECONDS)).isTrue();
            assertThat(tray.get(60, TimeUnit.SECONDS)).containsOnly("taken 100+0");
        }
        assertThat(fromMemory).containsExactly(true);
    }

    private List<Integer> free(int... people) {
        return database.asOwner()
                .sql(
                        "select id from ledger.account where id = any (?) order by id for update skip locked")
                .param(people)
                .query((row, _) -> row.getInt(1))
                .list();
    }
}
