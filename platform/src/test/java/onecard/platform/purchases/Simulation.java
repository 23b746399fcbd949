package onecard.platform.purchases;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onecard.platform.cards.AccountState;
import onecard.platform.cards.CardState;
import onecard.platform.ledger.AccountId;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.Purse;

/// One history: terminals buy over a bad network from nodes that crash, on a database that loses
/// commits, until so many numbers are drawn; then the weather clears, everybody gets an answer, and
/// all books are compared. The real terminal, kitchen and rules, no threads, virtual time.
final class Simulation implements SimulatedTill.Surroundings {
    private static final Instant START = Instant.parse("2026-03-30T22:00:00Z");
    private static final Duration CALM_MAX = Duration.ofHours(12);
    private static final int IN_BETWEEN_MAX = 3;

    private final World world;
    private final Weather weather;
    private final Site site = new Site();
    private final ModelStore store;
    private final Bookkeeper books;
    private final Witness witness;
    private final List<SimulatedNode> nodes = new ArrayList<>();
    private final List<SimulatedTill> tills = new ArrayList<>();
    private final List<CardUid> cards = new ArrayList<>();
    private final int wanted;
    private int drawn;
    private int inBetween;

    private Simulation(long seed, int wanted, boolean poisoned) {
        this.world = new World(seed, START);
        this.wanted = wanted;
        this.weather = Weather.drawn(world.random(), poisoned);
        this.store = new ModelStore(site, world);
        this.books = new Bookkeeper(site, store);
        this.witness = new Witness(store, books);
    }

    /// What came of a history.
    ///
    /// @param purchases how many numbers were drawn
    /// @param taken how many were accepted
    /// @param trace stands for all that happened, in its order
    record Result(long seed, int purchases, long taken, int blurred, long trace, Weather weather) {}

    /// Lives through the history of a seed.
    static Result of(long seed, int purchases) {
        return new Simulation(seed, purchases, true).run();
    }

    private Result run() {
        try {
            populate();
            world.goOn(() -> drawn >= wanted, Duration.ofDays(400));
            world.goOn(() -> tills.stream().allMatch(SimulatedTill::isDone), CALM_MAX);
            // What is still on its way must not change anything any more.
            world.goOn(() -> false, weather.lateMax().plusMinutes(1));
            compare();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "Seed %d (-Dseed=%d) at %s in %s: %s"
                            .formatted(
                                    world.seed(),
                                    world.seed(),
                                    world.instant(),
                                    weather,
                                    e.getMessage()),
                    e);
        }
        long taken =
                store.journal().stream()
                        .filter(row -> row.kind() == JournalRow.Kind.ONLINE)
                        .filter(row -> row.refusal().isEmpty())
                        .count();
        return new Result(
                world.seed(), drawn, taken, books.usage().blurred(), world.trace(), weather);
    }

    private void compare() {
        books.catchUp();
        for (SimulatedTill till : tills) {
            Broken.unless(till.isDone(), "every terminal gets its answers", till.serial());
            witness.compare(site.place(till.serial()).orElseThrow().terminal(), till.slips());
        }
        books.close();
        witness.close();
    }

    private void populate() {
        site.set(SampleSite.settings(world.random()));
        site.rules(SampleSite.rules(world.random()));
        for (int person = 1; person <= weather.people(); person++) {
            int group = world.random().nextInt(4);
            cards.add(site.person(person, group == 0 ? Optional.empty() : Optional.of(group)));
            open(new AccountId(person));
        }
        for (int node = 0; node < weather.nodes(); node++) {
            nodes.add(new SimulatedNode(world, weather, store, site, node, this::told));
        }
        store.meanwhile(this::step);
        for (int till = 1; till <= weather.tills(); till++) {
            var serial = site.terminal(till, 1 + till % 3);
            tills.add(new SimulatedTill(world, weather, this, serial, till % nodes.size()));
        }
        again(weather.nodeCrashEvery(), () -> any(nodes).crash());
        again(weather.powerCutEvery(), () -> any(tills).cutPower());
        again(Duration.ofMinutes(2), this::desk);
    }

    private void open(AccountId account) {
        LocalDate until = LocalDate.of(2026, 3, 30).plusDays(world.random().nextInt(6));
        store.books().open(account, world.chance(300) ? Optional.of(until) : Optional.empty());
        store.topUp(account, Purse.CASH, Money.ofCents(1 + world.random().nextInt(30_000)));
        if (world.chance(600)) {
            store.topUp(account, Purse.SUBSIDY, Money.ofCents(1 + world.random().nextInt(6_000)));
        }
    }

    private void again(Duration mean, Runnable what) {
        world.later(
                world.upTo(mean.multipliedBy(2)),
                () -> {
                    what.run();
                    if (!isCalm()) {
                        again(mean, what);
                    }
                });
    }

    private <T> T any(List<T> those) {
        return those.get(world.random().nextInt(those.size()));
    }

    /// Somebody at the desk tops up, or changes a card or account. The account is locked first.
    private void desk() {
        int person = 1 + world.random().nextInt(weather.people());
        var account = new AccountId(person);
        if (store.isLocked(account)) {
            return;
        }
        world.note(() -> "desk " + person);
        CardUid card = cards.get(person - 1);
        switch (world.random().nextInt(8)) {
            case 0 -> site.card(card, CardState.LOST);
            case 1, 2 -> site.card(card, CardState.ISSUED);
            case 3 -> site.account(person, AccountState.FROZEN);
            case 4, 5 -> site.account(person, AccountState.OPEN);
            case 6 ->
                    store.topUp(
                            account,
                            Purse.SUBSIDY,
                            Money.ofCents(500 + world.random().nextInt(99)));
            default ->
                    store.topUp(
                            account, Purse.CASH, Money.ofCents(5_000 + world.random().nextInt(99)));
        }
    }

    /// Between two steps of a transaction others may come to their end, and fate may strike.
    private void step(ModelStore.Step step) {
        if (isCalm()) {
            return;
        }
        if (inBetween < IN_BETWEEN_MAX && world.chance(weather.interference())) {
            inBetween++;
            try {
                if (world.chance(200)) {
                    desk();
                } else {
                    any(any(nodes).lines()).cook();
                }
            } finally {
                inBetween--;
            }
        }
        SimulatedNode.fate(world, weather, step);
    }

    private void told(Order order, Outcome outcome) {
        site.place(order.id().terminal())
                .ifPresent(place ->
                        witness.told(new Claim(place.terminal(), order.id().seq()), outcome));
    }

    @Override
    public List<SimulatedNode> nodes() {
        return nodes;
    }

    @Override
    public CardUid anyCard() {
        return world.chance(5) ? new CardUid("DEADBEEF") : any(cards);
    }

    @Override
    public Mode anyMode() {
        return switch (world.random().nextInt(10)) {
            case 0 -> Mode.COUNT;
            case 1, 2, 3 -> Mode.FIXED_AMOUNT;
            default -> Mode.FREE_AMOUNT;
        };
    }

    @Override
    public Money anyAmount() {
        return world.chance(weather.poison())
                ? Money.ofCents(ModelStore.POISON)
                : Money.ofCents(50 + world.random().nextInt(2_500));
    }

    @Override
    public boolean isCalm() {
        return drawn >= wanted;
    }

    @Override
    public Duration untilNext() {
        return switch (world.random().nextInt(100)) {
            case 0 -> world.upTo(Duration.ofHours(6));
            case 1, 2, 3 -> world.upTo(Duration.ofMinutes(10));
            default -> world.upTo(Duration.ofSeconds(8));
        };
    }

    @Override
    public void drawn() {
        drawn++;
    }
}
