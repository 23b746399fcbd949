package onecard.platform.purchases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import onecard.platform.ledger.AccountId;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Refusal;

/// Cooks one tray: look, lock, read, decide, settle, in a straight line. It keeps nothing from one
/// run to the next, so that a tray that is run again begins with a clean plate.
final class Kitchen {
    private Kitchen() {}

    /// Decides all orders of a tray and writes what came out.
    ///
    /// @return the outcomes, in the order of the orders
    static List<Outcome> cook(List<Order> orders, OpenTray tray) {
        Situation situation = tray.situation();
        List<Asked> asked = orders.stream().map(order -> Asked.of(order, situation)).toList();

        Map<Claim, Earlier> earlier = new HashMap<>(tray.look(claimsOf(asked)));
        Map<CardUid, AccountId> guessed = new HashMap<>();
        tray.cards(cardsOf(asked, earlier))
                .forEach((uid, card) -> guessed.put(uid, accountOf(card.person().value())));

        var accounts = new TreeSet<AccountId>(guessed.values());
        accounts.addAll(givenBackTo(asked, earlier));
        var plate = new Plate(situation, earlier);
        plate.balances = new HashMap<>(tray.lock(accounts));

        // What was read before the lock may have changed; from here on nothing can.
        earlier.putAll(tray.look(takenBack(asked, earlier)));
        plate.cards = tray.cards(guessed.keySet());
        plate.cards.forEach((uid, card) -> {
            if (!accountOf(card.person().value()).equals(guessed.get(uid))) {
                throw new LostRace("Card " + uid + " changed hands");
            }
        });
        var known = new TreeSet<AccountId>(accounts);
        earlier.values().forEach(e -> e.row().who().ifPresent(who -> known.add(who.account())));
        plate.holders = tray.holders(known);
        plate.usages = new HashMap<>(tray.usages(accounts));

        if (asked.stream().noneMatch(one -> mayWrite(one, earlier))) {
            return new Decisions(plate, Optional.empty()).all(asked);
        }
        var journal = new Journal(tray.open(), plate.balances);
        List<Outcome> outcomes = new Decisions(plate, Optional.of(journal)).all(asked);
        if (!journal.isEmpty()) {
            tray.settle(journal.tray(), journal.settlement(plate.changedUsages()));
        }
        return outcomes;
    }

    /// An order with the place it comes from.
    record Asked(Order order, Optional<Place> place) {
        static Asked of(Order order, Situation situation) {
            return new Asked(order, situation.places().apply(order.id().terminal()));
        }

        Optional<Claim> claim() {
            return place.map(p -> new Claim(p.terminal(), order.id().seq()));
        }
    }

    static AccountId accountOf(int person) {
        return new AccountId(person);
    }

    static Outcome notServed() {
        return new Outcome.Refused(0, Refusal.TERMINAL_NOT_SERVED, Optional.empty());
    }

    private static Set<Claim> claimsOf(List<Asked> asked) {
        var claims = new TreeSet<Claim>();
        asked.forEach(one -> one.claim().ifPresent(claims::add));
        return claims;
    }

    private static List<CardUid> cardsOf(List<Asked> asked, Map<Claim, Earlier> earlier) {
        var uids = new ArrayList<CardUid>();
        for (Asked one : asked) {
            boolean fresh = one.claim().filter(claim -> !earlier.containsKey(claim)).isPresent();
            if (fresh
                    && one.order() instanceof Order.Sale sale
                    && sale.instrument() instanceof Instrument.Card(var uid, _)) {
                uids.add(uid);
            }
        }
        return uids;
    }

    private static List<AccountId> givenBackTo(List<Asked> asked, Map<Claim, Earlier> earlier) {
        var accounts = new ArrayList<AccountId>();
        for (Asked one : asked) {
            if (one.order() instanceof Order.TakeBack) {
                one.claim()
                        .map(earlier::get)
                        .flatMap(e -> e.row().who())
                        .ifPresent(who -> accounts.add(who.account()));
            }
        }
        return accounts;
    }

    /// A purchase that is to be taken back may have been corrected since it was looked at.
    private static Set<Claim> takenBack(List<Asked> asked, Map<Claim, Earlier> earlier) {
        var claims = new TreeSet<Claim>();
        for (Asked one : asked) {
            if (one.order() instanceof Order.TakeBack) {
                one.claim().filter(earlier::containsKey).ifPresent(claims::add);
            }
        }
        return claims;
    }

    private static boolean mayWrite(Asked one, Map<Claim, Earlier> earlier) {
        Optional<Earlier> before = one.claim().map(earlier::get);
        return switch (one.order()) {
            case Order.Sale _ -> one.place().isPresent() && before.isEmpty();
            case Order.TakeBack _ ->
                    one.place().isPresent()
                            && before.filter(e -> e.burnt() || e.voided()).isEmpty();
        };
    }
}
