package onecard.platform.purchases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.cards.AccountState;
import onecard.platform.cards.CardIssue;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.people.PersonId;
import onecard.platform.purchases.Regulars.Regular;
import onecard.vocabulary.CardUid;
import org.jspecify.annotations.Nullable;

/// The people of one tray: who is remembered need not be asked for. For one transaction.
final class Guests {
    private final Regulars regulars;
    private final PostgresTrayStore.Rooms rooms;
    private final Map<CardUid, Regular> known = new HashMap<>();
    private final Map<AccountId, Regular> proven = new HashMap<>();
    private Map<AccountId, Balances> locked = Map.of();
    private final Map<CardUid, CardIssue> cards = new HashMap<>();
    private Map<CardUid, CardIssue> fresh = Map.of();
    private final Map<AccountId, Holder> holders = new HashMap<>();

    Guests(Regulars regulars, PostgresTrayStore.Rooms rooms) {
        this.regulars = regulars;
        this.rooms = rooms;
    }

    /// Finds cards before their accounts are locked; who is remembered may have changed.
    Map<CardUid, CardIssue> guess(Collection<CardUid> uids) {
        for (CardUid uid : uids) {
            regulars.by(uid).ifPresent(regular -> known.put(uid, regular));
        }
        var found =
                new HashMap<>(resolve(uids.stream().filter(u -> !known.containsKey(u)).toList()));
        known.forEach((uid, regular) -> found.put(uid, regular.card()));
        return found;
    }

    void locked(Map<AccountId, Balances> balances) {
        locked = balances;
        known.values().stream()
                .filter(this::isProven)
                .forEach(regular -> proven.put(regular.account(), regular));
    }

    private boolean isProven(Regular regular) {
        @Nullable Balances now = locked.get(regular.account());
        return now != null && regular.knows(now);
    }

    /// Finds cards after their accounts were locked.
    Map<CardUid, CardIssue> cards(Collection<CardUid> uids) {
        var asked = new ArrayList<CardUid>();
        for (CardUid uid : uids) {
            Optional<Regular> regular = Optional.ofNullable(known.get(uid)).filter(this::isProven);
            // Each card for itself: of a person's two cards one may be remembered from before.
            regular.ifPresentOrElse(r -> cards.put(uid, r.card()), () -> asked.add(uid));
        }
        fresh = resolve(asked);
        cards.putAll(fresh);
        return new HashMap<>(cards);
    }

    private Map<CardUid, CardIssue> resolve(List<CardUid> uids) {
        return uids.isEmpty() ? Map.of() : rooms.cards().resolve(uids);
    }

    Map<AccountId, Holder> holders(Collection<AccountId> accounts) {
        var asked = new ArrayList<PersonId>();
        for (AccountId account : accounts) {
            @Nullable Regular regular = proven.get(account);
            if (regular == null) {
                asked.add(new PersonId(account.value()));
            } else {
                holders.put(account, regular.holder());
            }
        }
        if (!asked.isEmpty()) {
            ask(asked);
        }
        return new HashMap<>(holders);
    }

    private void ask(List<PersonId> people) {
        Map<PersonId, AccountState> states = rooms.cards().accountStates(people);
        rooms.people()
                .standing(people)
                .forEach((person, standing) ->
                        Optional.ofNullable(states.get(person))
                                .ifPresent(state ->
                                        holders.put(
                                                new AccountId(person.value()),
                                                Holder.of(state, standing))));
    }

    /// After the commit: whoever was asked for is remembered; the others are, and were proven.
    void remember() {
        fresh.forEach((uid, card) -> {
            var account = new AccountId(card.person().value());
            @Nullable Balances now = locked.get(account);
            @Nullable Holder holder = holders.get(account);
            if (now == null || holder == null) {
                regulars.forget(uid);
            } else {
                regulars.remember(new Regular(account, now.facts(), card, holder));
            }
        });
    }

    /// After a lost race: some of it may have been wrong.
    void forget() {
        known.keySet().forEach(regulars::forget);
    }
}
