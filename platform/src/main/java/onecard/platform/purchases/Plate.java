package onecard.platform.purchases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onecard.platform.cards.CardIssue;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.vocabulary.CardUid;

/// What one run of a tray knows, changing as its orders are decided one after the other: two
/// purchases of one person on the same tray see each other. It lives for one run.
final class Plate {
    final Situation situation;
    final Map<Claim, Earlier> earlier;
    Map<AccountId, Balances> balances = Map.of();
    Map<CardUid, CardIssue> cards = Map.of();
    Map<AccountId, Holder> holders = Map.of();
    Map<AccountId, Usages> usages = Map.of();
    private final Set<AccountId> changed = new HashSet<>();
    private long daySecond = Long.MIN_VALUE;
    private LocalDate dayThen = LocalDate.EPOCH;

    Plate(Situation situation, Map<Claim, Earlier> earlier) {
        this.situation = situation;
        this.earlier = earlier;
    }

    Usages usagesOf(AccountId account) {
        return usages.getOrDefault(account, Usages.NOTHING);
    }

    void used(AccountId account, Usages usage) {
        usages.put(account, usage);
        changed.add(account);
    }

    Optional<Holder> holder(AccountId account) {
        return Optional.ofNullable(holders.get(account));
    }

    Map<AccountId, Usages> changedUsages() {
        var result = new HashMap<AccountId, Usages>();
        changed.forEach(account -> result.put(account, usagesOf(account)));
        return result;
    }

    /// Returns the day of the site at that moment, by which subsidies expire and cards end. The
    /// orders of a tray come within few seconds, and a day begins with a whole one.
    LocalDate siteDay(Instant at) {
        if (at.getEpochSecond() != daySecond) {
            dayThen =
                    at.atZone(situation.settings().zone())
                            .minusSeconds(situation.settings().dayStart().toSecondOfDay())
                            .toLocalDate();
            daySecond = at.getEpochSecond();
        }
        return dayThen;
    }
}
