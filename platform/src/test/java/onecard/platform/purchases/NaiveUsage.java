package onecard.platform.purchases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onecard.platform.ledger.AccountId;
import onecard.platform.merchants.MealId;
import onecard.platform.merchants.MerchantId;
import onecard.platform.people.GroupId;
import onecard.platform.rules.Counter;
import onecard.platform.rules.Limit;
import onecard.platform.rules.Occasion;
import onecard.platform.rules.Rule;
import onecard.platform.rules.Span;
import onecard.platform.rules.UsedUp;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;

/// What people have used up, found by going through every purchase of theirs that stands.
final class NaiveUsage {
    private final Site site;
    private final Map<AccountId, List<JournalRow>> standing = new HashMap<>();
    private final Map<AccountId, Instant> newest = new HashMap<>();
    private final Set<AccountId> blurred = new HashSet<>();

    NaiveUsage(Site site) {
        this.site = site;
    }

    static AccountId accountOf(JournalRow row) {
        return row.who().orElseThrow().account();
    }

    void add(JournalRow row) {
        standing.computeIfAbsent(accountOf(row), _ -> new ArrayList<>()).add(row);
        Instant before = newest.getOrDefault(accountOf(row), Instant.MIN);
        if (row.at().isBefore(before)) {
            blurred.add(accountOf(row));
        } else {
            newest.put(accountOf(row), row.at());
        }
    }

    boolean remove(JournalRow row) {
        return standing.getOrDefault(accountOf(row), List.of()).remove(row);
    }

    /// Purchases that two nodes dated against their order may count in the window that runs on
    /// instead of the one that ended; their accounts are not compared to the piece. It is rare.
    boolean isBlurred(AccountId account) {
        return blurred.contains(account);
    }

    int blurred() {
        return blurred.size();
    }

    /// Returns what the account used up of a counter.
    UsedUp used(AccountId account, Counter counter) {
        UsedUp used = UsedUp.NOTHING;
        for (JournalRow row : standing.getOrDefault(account, List.of())) {
            for (Rule rule : covering(row)) {
                for (Limit limit : rule.limits()) {
                    if (limit.id().equals(counter.limit())
                            && Span.of(limit.window(), occasion(row)).equals(counter.span())) {
                        used = used.plus(row.bill().net());
                    }
                }
            }
        }
        return used;
    }

    private UsedUp used(JournalRow row, Limit limit) {
        return used(
                accountOf(row), new Counter(limit.id(), Span.of(limit.window(), occasion(row))));
    }

    /// Tells whether this purchase passes a limit.
    boolean passesLimit(JournalRow row) {
        Money net = row.bill().net();
        boolean counted = row.content().mode() == Mode.COUNT;
        for (Rule rule : covering(row)) {
            if (!counted && rule.perPurchase().filter(most -> !most.covers(net)).isPresent()) {
                return true;
            }
            for (Limit limit : rule.limits()) {
                UsedUp used = used(row, limit);
                boolean tooOften = used.count() >= limit.count().orElse(Integer.MAX_VALUE);
                boolean tooMuch =
                        limit.amount()
                                .filter(most -> !most.covers(used.net().plus(net)))
                                .isPresent();
                if (tooOften || (tooMuch && !counted)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Tells whether a refusal names what was used up of the limit that refused it.
    boolean namesUsage(JournalRow row, boolean ofCount) {
        Outcome.Bound bound = row.bound().orElseThrow();
        for (Rule rule : covering(row)) {
            for (Limit limit : rule.limits()) {
                if (rule.id().value() == bound.rule()
                        && bound.window().filter(limit.window()::equals).isPresent()) {
                    UsedUp used = used(row, limit);
                    return bound.used() == (ofCount ? used.count() : used.net().cents());
                }
            }
        }
        return false;
    }

    boolean isTooSoon(JournalRow row) {
        Duration interval = site.settings().repeatInterval();
        return standing.getOrDefault(accountOf(row), List.of()).stream()
                .map(other -> Duration.between(other.at(), row.at()).abs())
                .anyMatch(since -> since.compareTo(interval) < 0);
    }

    /// Returns what must stay in the cash purse for a purchase to be allowed at all.
    Money minimum(JournalRow row) {
        return covering(row).stream()
                .flatMap(rule -> rule.minimumBalance().stream())
                .max(Money::compareTo)
                .orElse(Money.ZERO);
    }

    /// Returns how far down a purchase may take the cash purse.
    Money leastCash(JournalRow row) {
        Money overdraft =
                covering(row).stream()
                        .flatMap(rule -> rule.overdraft().stream())
                        .min(Money::compareTo)
                        .orElse(Money.ZERO);
        return minimum(row).minus(overdraft);
    }

    private List<Rule> covering(JournalRow row) {
        Occasion occasion = occasion(row);
        return site.rulebook().rules().stream()
                .filter(rule -> site.rulebook().counts(rule, occasion))
                .toList();
    }

    private Occasion occasion(JournalRow row) {
        return new Occasion(
                row.who().flatMap(JournalRow.Who::group).map(GroupId::new),
                new MerchantId(row.place().merchant()),
                row.place().terminal(),
                row.at().atZone(site.settings().zone()).toLocalDateTime(),
                row.day().businessDay(),
                row.day().meal().map(MealId::new));
    }
}
