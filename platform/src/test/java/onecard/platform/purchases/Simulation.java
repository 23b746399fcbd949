package onecard.platform.purchases;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import onecard.platform.cards.AccountState;
import onecard.platform.cards.CardState;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Purse;
import onecard.platform.rules.Rule;
import onecard.platform.system.SiteSettings;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;

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
    private final List<Step> history = new ArrayList<>();
    private final Map<Integer, List<Order>> onTrays = new HashMap<>();
    private final int wanted;
    private int drawn;
    private int inBetween;

    private Simulation(World world, int wanted, Weather weather) {
        this.world = world;
        this.wanted = wanted;
        this.weather = weather;
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

    /// What happened to the site and to the database, so that it can happen again elsewhere.
    sealed interface Step {
        /// Something was arranged.
        record Arranged(Consumer<Site> how) implements Step {}

        /// An account was opened.
        record Opened(AccountId account, Optional<LocalDate> subsidyUntil) implements Step {}

        /// Money was put into a purse.
        record ToppedUp(Instant at, AccountId account, Purse purse, Money amount) implements Step {}

        /// A tray was committed.
        record Served(Instant at, int strand, List<Order> orders) implements Step {}
    }

    /// A history and what was on the shelf in the end.
    record Recording(Result result, List<Step> history, Shelf shelf) {}

    /// Lives through the history of a seed.
    static Result of(long seed, int purchases) {
        var world = new World(seed, START);
        return new Simulation(world, purchases, Weather.drawn(world.random())).run();
    }

    /// Lives through the history of a seed in weather that fills the trays, and keeps it.
    static Recording recorded(long seed, int purchases) {
        var simulation = new Simulation(new World(seed, START), purchases, Weather.rushHour());
        Result result = simulation.run();
        return new Recording(result, simulation.history, simulation.store.shelf());
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

    private void arrange(Consumer<Site> how) {
        how.accept(site);
        history.add(new Step.Arranged(how));
    }

    private void record(ModelStore.Commit commit) {
        history.add(
                switch (commit) {
                    case ModelStore.Commit.OfDesk(var account, var purse, var amount) ->
                            new Step.ToppedUp(world.instant(), account, purse, amount);
                    case ModelStore.Commit.OfTray(int strand, Instant at, _) ->
                            new Step.Served(at, strand, onTrays.getOrDefault(strand, List.of()));
                });
    }

    private void populate() {
        store.recorder(this::record);
        SiteSettings settings = SampleSite.settings(world.random());
        Rule[] rules = SampleSite.rules(world.random());
        arrange(s -> s.set(settings));
        arrange(s -> s.rules(rules));
        for (int person = 1; person <= weather.people(); person++) {
            int number = person;
            Optional<Integer> group =
                    Optional.of(world.random().nextInt(4)).filter(drawn -> drawn > 0);
            arrange(s -> s.person(number, group));
            cards.add(Site.cardOf(person));
            open(new AccountId(person));
        }
        for (int node = 0; node < weather.nodes(); node++) {
            nodes.add(
                    new SimulatedNode(world, weather, store, site, node, this::told, onTrays::put));
        }
        store.meanwhile(this::step);
        for (int till = 1; till <= weather.tills(); till++) {
            int number = till;
            arrange(s -> s.terminal(number, 1 + number % 3));
            tills.add(
                    new SimulatedTill(
                            world, weather, this, Site.serialOf(till), till % nodes.size()));
        }
        again(weather.nodeCrashEvery(), () -> any(nodes).crash());
        again(weather.powerCutEvery(), () -> any(tills).cutPower());
        again(Duration.ofMinutes(2), this::desk);
    }

    private void open(AccountId account) {
        LocalDate until = LocalDate.of(2026, 3, 30).plusDays(world.random().nextInt(6));
        Optional<LocalDate> ends = world.chance(300) ? Optional.of(until) : Optional.empty();
        store.books().open(account, ends);
        history.add(new Step.Opened(account, ends));
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
            case 0 -> arrange(s -> s.card(card, CardState.LOST));
            case 1, 2 -> arrange(s -> s.card(card, CardState.ISSUED));
            case 3 -> arrange(s -> s.account(person, AccountState.FROZEN));
            case 4, 5 -> arrange(s -> s.account(person, AccountState.OPEN));
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
