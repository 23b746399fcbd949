package onecard.simulator;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Money;

/// Sales without asking that the platform does not know of. Not for two threads.
final class Store {
    /// How many sales wait for the platform at the most; then nothing more is sold without asking.
    static final int MOST = 5_000;

    private final NavigableMap<Long, Slip> waiting = new TreeMap<>();
    private final Map<CardUid, Money> perCard = new HashMap<>();
    private Money sum = Money.ZERO;

    void add(Slip slip) {
        if (waiting.put(slip.seq(), slip) == null) {
            count(slip, slip.sale().amount());
        }
    }

    void remove(long seq) {
        Slip slip = waiting.remove(seq);
        if (slip != null) {
            count(slip, slip.sale().amount().negated());
        }
    }

    private void count(Slip slip, Money change) {
        sum = sum.plus(change);
        if (slip.sale().instrument() instanceof Instrument.Card(var uid, _)) {
            perCard.merge(uid, change, Money::plus);
            if (perCard.getOrDefault(uid, Money.ZERO).isZero()) {
                perCard.remove(uid);
            }
        }
    }

    boolean isFull() {
        return waiting.size() >= MOST;
    }

    int count() {
        return waiting.size();
    }

    Money sum() {
        return sum;
    }

    Money sum(CardUid card) {
        return perCard.getOrDefault(card, Money.ZERO);
    }

    List<Slip> oldest(int limit) {
        Collection<Slip> all = waiting.values();
        return all.stream().limit(limit).toList();
    }
}
