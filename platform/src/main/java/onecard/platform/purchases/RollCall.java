package onecard.platform.purchases;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import onecard.platform.cards.AccountState;
import onecard.platform.cards.CardIssue;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.Ledger;
import onecard.platform.people.PersonId;
import onecard.platform.people.Standing;
import onecard.platform.purchases.Regulars.Purses;
import onecard.platform.purchases.Regulars.Regular;
import onecard.vocabulary.CardUid;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Calls the roll when the house opens: everybody who holds a card is remembered before they come,
/// as far as there is room, so that the first meal after a start is as fast as the next.
///
/// An account's `facts` are read before its cards and its holder. Whatever changes between the two
/// raises them, so what is remembered then is not believed; nothing is locked.
@Component
class RollCall implements SmartLifecycle {
    private static final int PEOPLE_AT_ONCE = 1_000;

    /// How long the end of the platform waits for the people being read.
    private static final Duration END_MAX = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(RollCall.class);

    private final Regulars regulars;
    private final PostgresTrayStore.Rooms rooms;
    private volatile @Nullable Thread caller;
    private volatile boolean closing;

    RollCall(Regulars regulars, PostgresTrayStore.Rooms rooms) {
        this.regulars = regulars;
        this.rooms = rooms;
    }

    /// Reads everybody, or as many as are remembered, or until the house closes.
    ///
    /// @return how many cards are known now
    long call() {
        long known = 0;
        Ledger.Rows some = rooms.ledger().rowsAfter(0, PEOPLE_AT_ONCE);
        while (!some.balances().isEmpty() && known < regulars.most() && !closing) {
            known += learn(some);
            AccountId last = Collections.max(some.balances().keySet());
            some = rooms.ledger().rowsAfter(last.value(), PEOPLE_AT_ONCE);
        }
        return known;
    }

    private int learn(Ledger.Rows accounts) {
        Map<PersonId, Balances> facts = new HashMap<>();
        accounts.balances()
                .forEach((account, now) -> facts.put(new PersonId(account.value()), now));
        Map<CardUid, CardIssue> cards = rooms.cards().heldBy(facts.keySet());
        Map<PersonId, AccountState> states = rooms.cards().accountStates(facts.keySet());
        Map<PersonId, Standing> standings = rooms.people().standing(facts.keySet());
        for (CardIssue card : cards.values()) {
            @Nullable Balances now = facts.get(card.person());
            @Nullable AccountState state = states.get(card.person());
            @Nullable Standing standing = standings.get(card.person());
            if (now != null && state != null && standing != null) {
                var regular = new Regular(card, Holder.of(state, standing), now.facts());
                byte @Nullable [] note = accounts.notes().get(now.account());
                if (note != null) {
                    regular.remember(new Purses(now, note));
                }
                regulars.remember(regular);
            }
        }
        return cards.size();
    }

    @Override
    public void start() {
        closing = false;
        Thread thread = Thread.ofPlatform().name("roll-call").daemon().unstarted(this::callOrSay);
        caller = thread;
        thread.start();
    }

    private void callOrSay() {
        try {
            LOG.debug("{} cards are known", call());
        } catch (RuntimeException e) {
            // Only a memory: whoever is not in it is asked for at the till.
            LOG.info("The roll was not called to its end: {}", e.toString());
        }
    }

    @Override
    public void stop() {
        closing = true;
        @Nullable Thread thread = caller;
        caller = null;
        if (thread != null) {
            try {
                boolean _ = thread.join(END_MAX);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return caller != null;
    }
}
