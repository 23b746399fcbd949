package onecard.platform.purchases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import onecard.platform.TestClock;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.Purse;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseId;
import onecard.vocabulary.SerialNo;
import onecard.vocabulary.VoidReason;

/// A kitchen at lunch, whatever keeps its books, with a till and a pupil of its own: scenes on one
/// database do not meet.
abstract class KitchenScene {
    static final int MERCHANT = 1;
    static final int STRAND = 1;
    private static final AtomicInteger NUMBERS = new AtomicInteger(100);

    final TestClock clock = TestClock.at("2026-03-31T12:00:00+08:00");
    final Site site = new Site();
    final int terminal = NUMBERS.incrementAndGet();
    final SerialNo serial = site.terminal(terminal, MERCHANT);

    abstract TrayStore store();

    abstract void open(AccountId account);

    abstract void topUp(AccountId account, Purse purse, Money amount);

    abstract Balances holds(AccountId account);

    abstract Shelf shelf();

    /// Enters somebody with money.
    int person(Optional<Integer> group, long cashCents, long subsidyCents) {
        int person = NUMBERS.incrementAndGet();
        site.person(person, group);
        var account = new AccountId(person);
        open(account);
        if (cashCents > 0) {
            topUp(account, Purse.CASH, Money.ofCents(cashCents));
        }
        if (subsidyCents > 0) {
            topUp(account, Purse.SUBSIDY, Money.ofCents(subsidyCents));
        }
        return person;
    }

    int person(long cashCents, long subsidyCents) {
        return person(Optional.empty(), cashCents, subsidyCents);
    }

    // Orders.

    Order.Sale sale(long seq, int person, long cents) {
        return sale(seq, new Instrument.Card(Site.cardOf(person), false), cents);
    }

    Order.Sale sale(long seq, Instrument instrument, long cents) {
        return new Order.Sale(
                new PurchaseId(serial, seq),
                Mode.FREE_AMOUNT,
                instrument,
                Money.ofCents(cents),
                clock.instant(),
                clock.instant());
    }

    Order.TakeBack takeBack(long seq) {
        return takeBack(seq, VoidReason.NO_ANSWER);
    }

    Order.TakeBack takeBack(long seq, VoidReason reason) {
        return new Order.TakeBack(new PurchaseId(serial, seq), reason, clock.instant());
    }

    static Instrument emulated(CardUid uid) {
        return new Instrument.Card(uid, true);
    }

    // Serving.

    List<Outcome> serve(Order... orders) {
        return serve(store(), orders);
    }

    List<Outcome> serve(TrayStore store, Order... orders) {
        List<Outcome> outcomes = new TrayRun(store, STRAND).run(List.of(orders));
        clock.pass(Duration.ofSeconds(10));
        return outcomes;
    }

    Outcome ask(Order order) {
        return serve(order).getFirst();
    }

    // Looking.

    /// Returns cash and subsidy in cents, as in `900/0`.
    String purses(int person) {
        Balances holds = holds(new AccountId(person));
        return holds.cash().cents() + "/" + holds.subsidy().cents();
    }

    /// Returns how often and for how much each limit was used, by its number.
    String used(int person) {
        Usages usages = shelf().usages().getOrDefault(new AccountId(person), Usages.NOTHING);
        return usages.counts().stream()
                .filter(count -> count.used().count() > 0)
                .map(count ->
                        "%d: %d, %d"
                                .formatted(
                                        count.counter().limit().value(),
                                        count.used().count(),
                                        count.used().net().cents()))
                .sorted()
                .toList()
                .toString();
    }

    Optional<Instant> lastPurchase(int person) {
        return shelf().usages().getOrDefault(new AccountId(person), Usages.NOTHING).last();
    }

    /// Returns the rows of this scene's till in the order of their numbers.
    List<JournalRow> rows() {
        return shelf().journal().values().stream()
                .filter(row -> row.claim().terminal() == terminal)
                .toList();
    }

    /// Returns what the roll-up says of this scene's till: count, net, declined.
    String takings() {
        long[] sums = new long[3];
        for (Map.Entry<Takings.Key, Takings> row : shelf().takings().entrySet()) {
            if (row.getKey().terminal() == terminal) {
                sums[0] += row.getValue().count();
                sums[1] += row.getValue().net().cents();
                sums[2] += row.getValue().declined();
            }
        }
        return "%d, %d, %d".formatted(sums[0], sums[1], sums[2]);
    }

    /// Says an outcome in a few words.
    static String said(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Taken t -> "taken %d+%d".formatted(t.cash().cents(), t.subsidy().cents());
            case Outcome.Refused(_, var reason, var bound) ->
                    reason
                            + bound.flatMap(Outcome.Bound::window)
                                    .map(window -> " " + window)
                                    .orElse("");
            case Outcome.OtherContent _ -> "other content";
            case Outcome.Voided(_, var amount) -> "voided " + amount.cents();
            case Outcome.NothingCharged _ -> "nothing charged";
            case Outcome.NotVoided(var why) -> "not voided " + why;
            case Outcome.Unknown(var why) -> "unknown " + why;
            case Outcome.Busy _ -> "busy";
        };
    }

    static List<String> said(List<Outcome> outcomes) {
        return outcomes.stream().map(KitchenScene::said).toList();
    }
}
