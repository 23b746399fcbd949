package onecard.platform.purchases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.system.PurseOrder;
import onecard.vocabulary.Money;

/// Keeps the books a second time, slowly and simply: from the journal alone, in the order of the
/// commits, remembering every purchase instead of counting. Whatever it finds wrong it throws.
final class Bookkeeper {
    private final Site site;
    private final ModelStore store;
    private final NaiveUsage usage;
    private final Map<AccountId, Money[]> purses = new HashMap<>();
    private final Map<Claim, JournalRow> decided = new HashMap<>();
    private final Set<Long> voided = new HashSet<>();
    private final Map<Takings.Key, Takings> takings = new TreeMap<>();
    private int read;

    Bookkeeper(Site site, ModelStore store) {
        this.site = site;
        this.store = store;
        this.usage = new NaiveUsage(site);
    }

    /// Returns what was decided under every number.
    Map<Claim, JournalRow> decided() {
        return decided;
    }

    NaiveUsage usage() {
        return usage;
    }

    boolean isVoided(JournalRow row) {
        return voided.contains(row.number());
    }

    /// Reads what was committed since, and compares all that it touched.
    void catchUp() {
        var touched = new TreeSet<AccountId>();
        for (; read < store.commits().size(); read++) {
            switch (store.commits().get(read)) {
                case ModelStore.Commit.OfDesk(var account, var purse, var amount) -> {
                    Money[] both = purse(account);
                    both[purse.code()] = both[purse.code()].plus(amount);
                }
                case ModelStore.Commit.OfTray(int strand, _, var rows) -> {
                    rows.forEach(row -> write(row, strand));
                    rows.forEach(row -> row.who().ifPresent(who -> touched.add(who.account())));
                }
            }
        }
        touched.forEach(this::compare);
    }

    private void compare(AccountId account) {
        Balances holds = balances(account);
        Broken.unlessSame("cash", holds.cash(), purse(account)[0]);
        Broken.unlessSame("subsidy", holds.subsidy(), purse(account)[1]);
        if (!usage.isBlurred(account)) {
            for (Usages.Count count :
                    store.usages().getOrDefault(account, Usages.NOTHING).counts()) {
                Broken.unlessSame(
                        "usage of " + account + count.counter(),
                        count.used(),
                        usage.used(account, count.counter()));
            }
        }
    }

    private void write(JournalRow row, int strand) {
        takings.merge(
                Takings.Key.of(row, strand), Takings.NOTHING.plus(row), (sum, _) -> sum.plus(row));
        if (row.undoes().isPresent()) {
            takeBack(row);
            return;
        }
        Broken.unless(decided.put(row.claim(), row) == null, "a number is decided once", row);
        if (row.refusal().isPresent()) {
            refuse(row);
        } else if (row.kind() == JournalRow.Kind.ONLINE) {
            take(row);
        }
    }

    private void take(JournalRow row) {
        JournalRow.Who who = row.who().orElseThrow();
        Money[] purse = purse(who.account());
        Money net = row.bill().net();
        Money fromSubsidy = net.min(spendable(who.account(), row.at()));
        if (site.settings().purseOrder() == PurseOrder.CASH_FIRST) {
            Money own = purse[0].minus(usage.minimum(row)).max(Money.ZERO);
            fromSubsidy = fromSubsidy.min(net.minus(own).max(Money.ZERO));
        }
        Broken.unlessSame("the subsidy part", row.bill().subsidy(), fromSubsidy);
        Broken.unlessSame("the cash part", row.bill().cash(), net.minus(fromSubsidy));
        purse[0] = purse[0].minus(row.bill().cash());
        purse[1] = purse[1].minus(fromSubsidy);
        boolean covered = row.bill().cash().isZero() || purse[0].covers(usage.leastCash(row));
        Broken.unless(covered && !purse[1].isNegative(), "the purses cover it", row);
        Broken.unlessSame("cash after", who.cashAfter(), purse[0]);
        Money left = spendable(who.account(), row.at());
        Broken.unlessSame("subsidy after", who.subsidyAfter(), left);
        boolean blurred = usage.isBlurred(who.account());
        Broken.unless(blurred || !usage.passesLimit(row), "no limit is passed", row);
        Broken.unless(blurred || !usage.isTooSoon(row), "it is not too soon", row);
        usage.add(row);
    }

    private void refuse(JournalRow row) {
        Broken.unlessSame("what a refusal costs", row.bill(), Bill.NOTHING);
        if (row.who().isEmpty() || usage.isBlurred(NaiveUsage.accountOf(row))) {
            return;
        }
        AccountId account = NaiveUsage.accountOf(row);
        boolean right =
                switch (row.refusal().orElseThrow()) {
                    case COUNT_LIMIT -> usage.namesUsage(row, true);
                    case AMOUNT_LIMIT -> usage.namesUsage(row, false);
                    case REPEAT_TOO_SOON -> usage.isTooSoon(row);
                    case INSUFFICIENT_BALANCE -> {
                        Money cash = purse(account)[0].minus(usage.leastCash(row));
                        Money all = cash.max(Money.ZERO).plus(spendable(account, row.at()));
                        yield all.cents() < row.bound().orElseThrow().limit();
                    }
                    default -> true;
                };
        Broken.unless(right, "it is refused for what is so", row);
    }

    private void takeBack(JournalRow row) {
        JournalRow original = Optional.ofNullable(decided.get(row.claim())).orElseThrow();
        Broken.unless(voided.add(original.number()), "it was not taken back", row);
        Broken.unlessSame("each part", row.bill(), original.bill().negated());
        Money[] purse = purse(NaiveUsage.accountOf(original));
        purse[0] = purse[0].plus(original.bill().cash());
        purse[1] = purse[1].plus(original.bill().subsidy());
        Broken.unless(usage.remove(original), "it stood", row);
    }

    private Money[] purse(AccountId account) {
        return purses.computeIfAbsent(account, _ -> new Money[] {Money.ZERO, Money.ZERO});
    }

    private Money spendable(AccountId account, Instant at) {
        LocalDate day =
                at.atZone(site.settings().zone())
                        .minusNanos(site.settings().dayStart().toNanoOfDay())
                        .toLocalDate();
        Optional<LocalDate> until = balances(account).subsidyUntil();
        return until.filter(day::isAfter).isPresent() ? Money.ZERO : purse(account)[1];
    }

    private Balances balances(AccountId account) {
        return Optional.ofNullable(store.books().holding(List.of(account)).get(account))
                .orElseThrow();
    }

    /// Compares the roll-up of everything.
    void close() {
        Broken.unlessSame("takings", store.takings(), takings);
    }
}
