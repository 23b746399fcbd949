package onecard.platform.purchases;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import onecard.platform.cards.CardIssue;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.vocabulary.CardUid;
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
    private final Cache<CardUid, Regular> byCard;

    /// @param most how many people are remembered; 0 for none
    Regulars(@Value("${onecard.purchases.regulars:100000}") long most) {
        this.most = most;
        this.byCard = Caffeine.newBuilder().maximumSize(most).build();
    }

    /// One of them, as of the end of a transaction.
    static final class Regular {
        private final CardIssue card;
        private final Holder holder;
        private final int facts;
        private volatile @Nullable Purses purses;

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

        Optional<Purses> purses() {
            return Optional.ofNullable(purses);
        }

        void remember(Purses latest) {
            purses = latest;
        }

        void forgetPurses() {
            purses = null;
        }
    }

    /// What lay in the account's row then: a hint, until the row is updated under the condition
    /// that it still lies there.
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
    }

    /// How many people are remembered at the most.
    long most() {
        return most;
    }

    Optional<Regular> by(CardUid uid) {
        return Optional.ofNullable(byCard.getIfPresent(uid));
    }

    void remember(Regular regular) {
        if (most > 0) {
            byCard.put(regular.card().uid(), regular);
        }
    }

    void forget(CardUid uid) {
        byCard.invalidate(uid);
    }

    void forgetAll() {
        byCard.invalidateAll();
    }
}
