package onecard.platform.purchases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import onecard.platform.cards.AccountState;
import onecard.platform.cards.CardIssue;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.Ledger;
import onecard.platform.people.PersonId;
import onecard.platform.purchases.Regulars.Purses;
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

    /// Returns what is remembered of the purses of these accounts, if it is of all of them. Of a
    /// person's two cards both must remember the same.
    Optional<Ledger.Rows> remembered(Collection<AccountId> accounts) {
        var balances = new HashMap<AccountId, Balances>();
        var notes = new HashMap<AccountId, byte[]>();
        var remembered = new HashMap<AccountId, Purses>();
        for (Regular regular : known.values()) {
            @Nullable Purses purses = regular.purses().orElse(null);
            @Nullable Purses other =
                    purses == null ? null : remembered.put(regular.account(), purses);
            if (purses == null || (other != null && !other.isSame(purses))) {
                return Optional.empty();
            }
            balances.put(regular.account(), purses.balances());
            notes.put(regular.account(), purses.note());
        }
        return balances.keySet().containsAll(accounts)
                ? Optional.of(new Ledger.Rows(balances, notes))
                : Optional.empty();
    }

    /// Takes over what the accounts hold, which are locked now or will be compared in the end.
    void hold(Map<AccountId, Balances> balances) {
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

    /// After the commit: cards and holders that were asked for are remembered, the others are, and
    /// were proven; and of all of them what their rows hold now.
    void remember(Function<AccountId, Optional<Purses>> now) {
        cards.forEach((uid, card) -> {
            var account = new AccountId(card.person().value());
            @Nullable Holder holder = holders.get(account);
            @Nullable Purses purses = now.apply(account).orElse(null);
            @Nullable Regular regular = known.get(uid);
            if (holder == null || purses == null) {
                regulars.forget(uid);
            } else if (regular != null && isProven(regular) && regular.knows(purses.balances())) {
                regular.remember(purses);
            } else {
                var renewed = new Regular(card, holder, purses.balances().facts());
                renewed.remember(purses);
                regulars.remember(renewed);
            }
        });
    }

    /// What the purses held was not so: the people are still known, their purses are not.
    void forgetPurses() {
        known.values().forEach(Regular::forgetPurses);
    }

    /// After a lost race: some of it may have been wrong.
    void forget() {
        known.keySet().forEach(regulars::forget);
    }
}
