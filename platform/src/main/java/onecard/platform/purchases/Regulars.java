package onecard.platform.purchases;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import onecard.platform.cards.CardIssue;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.EntryPlace;
import onecard.platform.ledger.JournalNumber;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// What this node remembers of the people it served, by the card they paid with: a hint before the
/// account is locked, and a proof after it, if the account's `facts` are still the same. The
/// database raises them with every change of a card, an account's state or a person, in the same
/// transaction and under the account's lock, so nothing that changed is ever believed.
@Component
final class Regulars {
    private final long most;
    private volatile Generations generations = new Generations(new ConcurrentHashMap<>());

    /// Whoever came since the last change of generations, and whoever came in the one before it.
    private static final class Generations {
        private final Map<CardUid, Regular> young = new ConcurrentHashMap<>();
        private final Map<CardUid, Regular> old;

        Generations(Map<CardUid, Regular> old) {
            this.old = old;
        }
    }

    /// @param most how many people are remembered for certain, up to twice as many while they come;
    ///   0 for none
    Regulars(@Value("${onecard.purchases.regulars:100000}") long most) {
        this.most = most;
    }

    /// One of them, as of the end of a transaction. What it remembers of the purses is written over
    /// in place, word by word: it is there for long, and a new object after every purchase would
    /// have to be copied, and its place kept in mind, by every collection.
    static final class Regular {
        private static final int NO_DAY = Integer.MIN_VALUE;

        private final CardIssue card;
        private final Holder holder;
        private final int facts;
        private boolean known;
        private int version;
        private int subsidyUntil;
        private int newestOn;
        private long newest;
        private long cash;
        private long subsidy;
        private long heldCash;
        private long heldSubsidy;
        private byte[] note = {};

        /// @param facts the account's facts then
        Regular(CardIssue card, Holder holder, int facts) {
            this.card = card;
            this.holder = holder;
            this.facts = facts;
        }

        CardIssue card() {
            return card;
        }

        Holder holder() {
            return holder;
        }

        AccountId account() {
            return new AccountId(card.person().value());
        }

        /// Tells whether card and holder are still so.
        boolean knows(Balances now) {
            return facts == now.facts();
        }

        /// Returns what lay in the account's row then: a hint, until the row is updated under the
        /// condition that it still lies there.
        synchronized Optional<Purses> purses() {
            return known ? Optional.of(new Purses(balances(), note.clone())) : Optional.empty();
        }

        private Balances balances() {
            return new Balances(
                    account(),
                    version,
                    facts,
                    Money.ofCents(cash),
                    Money.ofCents(subsidy),
                    Money.ofCents(heldCash),
                    Money.ofCents(heldSubsidy),
                    subsidyUntil == NO_DAY
                            ? Optional.empty()
                            : Optional.of(LocalDate.ofEpochDay(subsidyUntil)),
                    newestOn == NO_DAY
                            ? Optional.empty()
                            : Optional.of(
                                    new EntryPlace(
                                            LocalDate.ofEpochDay(newestOn),
                                            new JournalNumber(newest))));
        }

        /// @param latest of this account, with facts that are those of card and holder
        synchronized void remember(Purses latest) {
            Balances now = latest.balances();
            version = now.version();
            subsidyUntil = now.subsidyUntil().map(Regular::day).orElse(NO_DAY);
            newestOn = now.newest().map(place -> day(place.bookedOn())).orElse(NO_DAY);
            newest = now.newest().map(place -> place.number().value()).orElse(0L);
            cash = now.cash().cents();
            subsidy = now.subsidy().cents();
            heldCash = now.heldCash().cents();
            heldSubsidy = now.heldSubsidy().cents();
            if (note.length == latest.note().length) {
                System.arraycopy(latest.note(), 0, note, 0, note.length);
            } else {
                note = latest.note().clone();
            }
            known = true;
        }

        private static int day(LocalDate day) {
            return Math.toIntExact(day.toEpochDay());
        }

        synchronized void forgetPurses() {
            known = false;
        }
    }

    /// What lies in an account's row: what its purses hold, and its note.
    static final class Purses {
        private final Balances balances;
        private final byte[] note;

        Purses(Balances balances, byte[] note) {
            this.balances = balances;
            this.note = note;
        }

        Balances balances() {
            return balances;
        }

        byte[] note() {
            return note;
        }

        /// Tells whether this is the same row in the same state.
        boolean isSame(Purses other) {
            return balances.account().equals(other.balances.account())
                    && balances.version() == other.balances.version()
                    && balances.facts() == other.balances.facts();
        }
    }

    /// How many people are remembered for certain.
    long most() {
        return most;
    }

    Optional<Regular> by(CardUid uid) {
        Generations now = generations;
        @Nullable Regular young = now.young.get(uid);
        if (young != null) {
            return Optional.of(young);
        }
        @Nullable Regular old = now.old.get(uid);
        if (old != null) {
            put(now, old);
        }
        return Optional.ofNullable(old);
    }

    void remember(Regular regular) {
        if (most > 0) {
            put(generations, regular);
        }
    }

    private void put(Generations now, Regular regular) {
        now.young.put(regular.card().uid(), regular);
        if (now.young.size() > most) {
            age();
        }
    }

    /// Whoever did not come for a whole generation is forgotten.
    private synchronized void age() {
        Generations before = generations;
        if (before.young.size() > most) {
            generations = new Generations(before.young);
        }
    }

    void forget(CardUid uid) {
        Generations now = generations;
        now.young.remove(uid);
        now.old.remove(uid);
    }

    synchronized void forgetAll() {
        generations = new Generations(new ConcurrentHashMap<>());
    }
}
