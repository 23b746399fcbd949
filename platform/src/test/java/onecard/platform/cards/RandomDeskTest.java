package onecard.platform.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import onecard.platform.database.DatabaseTest;
import onecard.platform.database.TestDatabase;
import onecard.platform.ledger.Ledger;
import onecard.platform.ledger.RunningTotal;
import onecard.platform.ledger.Side;
import onecard.platform.people.Person;
import onecard.platform.system.MaxBalanceOf;
import onecard.platform.system.Problem;
import onecard.vocabulary.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Desks that do anything in any order. The number of seeds is the system property
/// `onecard.desk.seeds`; the first is `onecard.desk.seed`.
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomDeskTest {
    private static final int SEEDS = Integer.getInteger("onecard.desk.seeds", 100);
    private static final int FIRST = Integer.getInteger("onecard.desk.seed", 1);
    private static final List<CardMove> MOVES = List.of(CardMove.values());
    private static final int STEPS = 40;
    private static final long FEE = 300;

    private final CardScene scene;
    private final CardModel.House house = new CardModel.House();
    private final Map<CardMove, Integer> made = new EnumMap<>(CardMove.class);
    private Optional<RunningTotal> total = Optional.empty();

    RandomDeskTest(TestDatabase database) {
        scene = new CardScene(database);
        scene.maximum(100_000_000, MaxBalanceOf.SUM);
        scene.parameters(now -> ParameterChange.withCosts(now, 1_000, FEE));
    }

    @AfterAll
    void close() {
        scene.close();
    }

    /// Somebody, and what the model says of them.
    private record Known(Person person, CardModel model) {}

    @Test
    @DisplayName(
            "M-184 M-193 D-21 D-49 Whatever desks do in whatever order, nothing is lost or wrong")
    void whatever_desks_do() {
        for (int seed = FIRST; seed < FIRST + SEEDS; seed++) {
            sequence(seed);
            if (seed % 50 == 0) {
                houseIs("seed " + seed);
            }
        }
        houseIs("all seeds");
        assertThat(made.keySet()).as("every move was made").containsExactly(CardMove.values());
    }

    private void sequence(int seed) {
        var random = new Random(seed);
        // Time only goes on: books are kept in order of time.
        scene.clock.pass(Duration.ofMinutes(1));
        var people = new ArrayList<Known>();
        for (int i = 0; i < 3; i++) {
            people.add(new Known(scene.aPerson(), new CardModel(house)));
        }
        for (int step = 0; step < STEPS; step++) {
            var one = people.get(random.nextInt(people.size()));
            var did = "seed " + seed + " step " + step + ": " + act(random, one, people);
            assertThat(stateOf(one)).as(did).isEqualTo(modelOf(one));
            total = Optional.of(scene.rooms.door(Ledger.class).addUp(total));
            assertThat(total.get().difference()).as(did).isEqualTo(Money.ZERO);
            assertThat(total.get().firstBad()).as(did).isEmpty();
        }
    }

    /// Does something, and checks that it ends as the model says.
    private String act(Random random, Known one, List<Known> people) {
        int what = random.nextInt(10);
        var today = scene.today();
        return switch (what) {
            case 0, 1, 2, 3, 4 -> {
                var move = MOVES.get(random.nextInt(MOVES.size()));
                yield move(one, move, random.nextBoolean() ? 1_000 : 0, today);
            }
            case 5 -> topUp(one, 100 + random.nextInt(5_000), 0, false, Optional.empty(), today);
            case 6 -> {
                var last =
                        random.nextInt(4) == 0
                                ? Optional.<LocalDate>empty()
                                : Optional.of(today.plusDays(random.nextInt(5)));
                yield topUp(one, 0, 1 + random.nextInt(3_000), random.nextBoolean(), last, today);
            }
            case 7 -> refund(one, random.nextInt(2_000), 1 + random.nextInt(500), today);
            case 8 -> spend(random, one);
            default -> {
                if (random.nextInt(3) > 0) {
                    yield "nothing";
                }
                scene.clock.pass(Duration.ofDays(1 + random.nextInt(2)));
                people.forEach(each -> expire(random, each));
                yield "days pass";
            }
        };
    }

    private String move(Known one, CardMove move, long cost, LocalDate today) {
        var expected = one.model().move(move, cost, FEE, today);
        var ended = ended(() -> scene.move(one.person(), move, cost));
        assertThat(ended).as(move + " of " + one).isEqualTo(expected);
        if (ended.equals("done")) {
            made.merge(move, 1, Integer::sum);
        }
        return move + " " + ended;
    }

    private String topUp(
            Known one,
            long cash,
            long subsidy,
            boolean clear,
            Optional<LocalDate> last,
            LocalDate today) {
        var expected = one.model().topUp(cash, subsidy, clear, last, today);
        var wanted =
                new TopUp(
                        one.person().id(),
                        Money.ofCents(cash),
                        Money.ofCents(subsidy),
                        clear ? SubsidyMode.CLEAR_REPLACE : SubsidyMode.ACCUMULATE,
                        last,
                        Channel.CASH,
                        "");
        assertThat(ended(() -> scene.topUp(wanted))).isEqualTo(expected);
        return "top-up " + cash + " + " + subsidy + " " + expected;
    }

    private String refund(Known one, long cash, long subsidy, LocalDate today) {
        var expected = one.model().refund(cash, subsidy, today);
        assertThat(ended(() -> scene.refund(one.person(), cash, subsidy))).isEqualTo(expected);
        return "refund " + cash + " + " + subsidy + " " + expected;
    }

    /// A purchase that the purse covers, or now and then a record that takes it into debt.
    private String spend(Random random, Known one) {
        var model = one.model();
        if (model.closedForMoney().isPresent()) {
            return "nothing";
        }
        boolean debt = random.nextInt(8) == 0;
        long cents = debt ? Math.max(model.cash, 0) + 50 : Math.min(model.cash, 700);
        if (cents <= 0) {
            return "nothing";
        }
        model.spend(cents);
        if (debt) {
            scene.overdraw(one.person(), cents);
        } else {
            scene.spend(one.person(), onecard.platform.ledger.Purse.CASH, cents);
        }
        return "spent " + cents;
    }

    /// Now and then somebody's card runs out overnight.
    private void expire(Random random, Known one) {
        if (random.nextInt(6) == 0
                && one.model().stand instanceof CardStand.Account account
                && account.hand() != Hand.NOTHING) {
            scene.cardExpired(one.person());
            one.model().stand =
                    account.with(account.hand().isLost() ? Hand.LOST_EXPIRED : Hand.EXPIRED);
        }
    }

    private static String ended(Runnable work) {
        try {
            work.run();
            return "done";
        } catch (Problem problem) {
            return problem.kind().name();
        }
    }

    private String stateOf(Known one) {
        var stand = scene.stand(one.person());
        return stand.equals(CardStand.NO_ACCOUNT)
                ? "NoAccount[] 0.00 + 0.00, 0.00 + 0.00"
                : stand + " " + scene.purses(one.person()) + ", " + scene.held(one.person());
    }

    private static String modelOf(Known one) {
        var model = one.model();
        return model.stand
                + " "
                + Money.ofCents(model.cash)
                + " + "
                + Money.ofCents(model.subsidy)
                + ", "
                + Money.ofCents(model.heldCash)
                + " + "
                + Money.ofCents(model.heldSubsidy);
    }

    private void houseIs(String when) {
        assertThat(
                        List.of(
                                scene.house(Side.desk(CardScene.LI.id())).negated().cents(),
                                scene.house(Side.subsidyFund()).cents(),
                                scene.house(Side.cardDeposits()).cents(),
                                scene.house(Side.cardFees()).cents(),
                                scene.house(Side.merchant(1)).cents()))
                .as("drawer, fund, deposits, fees, merchants after " + when)
                .containsExactly(
                        house.drawer, house.fund, house.deposits, house.fees, house.merchants);
    }
}
