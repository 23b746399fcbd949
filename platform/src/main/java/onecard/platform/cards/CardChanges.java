package onecard.platform.cards;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import onecard.platform.people.PersonId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Remembers during a transaction whose cards or accounts it changed, and tells the watches once,
/// just before the commit: a batch is one piece of news, and whatever they lock is locked last and
/// shortest.
///
/// The tables themselves call it, so that no way of reporting a loss can forget to. Somebody named
/// in vain, because a savepoint was rolled back, does no harm: the watches look for themselves.
@Component
class CardChanges {
    private final ObjectProvider<CardWatch> watches;

    /// @param watches found late: they are in rooms above, which need ours
    CardChanges(ObjectProvider<CardWatch> watches) {
        this.watches = watches;
    }

    void touched(PersonId person) {
        touched(Set.of(person));
    }

    void touched(Collection<PersonId> people) {
        if (!people.isEmpty()) {
            news().people.addAll(people);
        }
    }

    private News news() {
        if (TransactionSynchronizationManager.getResource(this) instanceof News begun) {
            return begun;
        }
        var begun = new News();
        TransactionSynchronizationManager.registerSynchronization(begun);
        TransactionSynchronizationManager.bindResource(this, begun);
        return begun;
    }

    /// What one transaction changed.
    private final class News implements TransactionSynchronization {
        private final Set<PersonId> people = new TreeSet<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            var told = Set.copyOf(people);
            watches.forEach(watch -> watch.changed(told));
        }

        /// Another transaction comes in between: it has news of its own.
        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(CardChanges.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(CardChanges.this, this);
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(CardChanges.this);
        }
    }
}
