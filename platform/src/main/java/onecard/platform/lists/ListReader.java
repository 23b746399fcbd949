package onecard.platform.lists;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import onecard.vocabulary.CardUid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads what terminals ask for. A thousand terminals that lag behind by the same change ask the
/// same question: it is read once. One question is read at a time, so that a crowd that wants whole
/// lists waits here and not in the database.
@Service
class ListReader implements CardLists {
    private static final Logger LOG = LoggerFactory.getLogger(ListReader.class);

    /// How many answers are kept.
    private static final int KEPT = 16;

    /// A whole list is handed out for so long although it is not the newest any more: a terminal
    /// that has it is told the rest as a difference, and most terminals share one copy.
    static final Duration WHOLE_KEPT = Duration.ofSeconds(60);

    private final ListTables tables;
    private final ListWatch watch;
    private final InstantSource clock;
    private final TransactionTemplate consistent;
    private final ReentrantLock reading = new ReentrantLock();
    private final Map<Question, Kept> kept = new LinkedHashMap<>(KEPT, 0.75f, true);

    ListReader(
            ListTables tables,
            ListWatch watch,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.tables = tables;
        this.watch = watch;
        this.clock = clock;
        this.consistent = new TransactionTemplate(transactions);
        this.consistent.setReadOnly(true);
        this.consistent.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.consistent.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private record Question(CardList list, long since) {}

    private record Kept(ListDelta answer, Instant at) {}

    @Override
    public ListVersions newest() {
        return watch.newest();
    }

    @Override
    public ListDelta since(CardList list, long version) {
        reading.lock();
        try {
            var asked = kept(new Question(list, version));
            // Whoever cannot be told the difference shares the whole list with all others.
            return asked.from() == 0 && version != 0 ? kept(new Question(list, 0)) : asked;
        } finally {
            reading.unlock();
        }
    }

    private ListDelta kept(Question question) {
        var found = kept.get(question);
        if (found != null && isFresh(found)) {
            return found.answer();
        }
        var read = read(question);
        // One that cannot be told a difference is not remembered: anybody can name a version.
        if (question.since() == 0 || read.from() != 0) {
            kept.put(question, new Kept(read, clock.instant()));
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return read;
    }

    private boolean isFresh(Kept found) {
        var answer = found.answer();
        if (answer.to() >= watch.newest().of(answer.list())) {
            return true;
        }
        return answer.from() == 0 && found.at().plus(WHOLE_KEPT).isAfter(clock.instant());
    }

    private ListDelta read(Question question) {
        return consistent.execute(_ -> {
            long newest = version(question.list());
            if (question.since() == 0) {
                return whole(question.list(), newest);
            }
            return isTellable(question, newest) ? difference(question, newest) : nothing(question);
        });
    }

    private long version(CardList list) {
        return tables.lists().read().stream()
                .filter(row -> row.list() == list)
                .mapToLong(ListTable.Row::version)
                .findFirst()
                .orElse(0);
    }

    private boolean isTellable(Question question, long newest) {
        long since = question.since();
        return since <= newest
                && (since == newest || tables.changes().knows(question.list(), since));
    }

    private ListDelta difference(Question question, long newest) {
        var entries = tables.entries().since(question.list(), question.since(), CARDS_MAX + 1);
        if (entries.size() > CARDS_MAX) {
            return nothing(question);
        }
        return new ListDelta(
                question.list(),
                question.since(),
                newest,
                uids(entries, true),
                uids(entries, false));
    }

    /// Stands for "the whole list": it is read by its own question.
    private static ListDelta nothing(Question question) {
        return new ListDelta(question.list(), 0, 0, List.of(), List.of());
    }

    private ListDelta whole(CardList list, long newest) {
        var entries = tables.entries().whole(list, CARDS_MAX + 1);
        if (entries.size() > CARDS_MAX) {
            LOG.warn(
                    "The list {} has more than {} cards: terminals get those that came last",
                    list,
                    CARDS_MAX);
            entries = entries.subList(0, CARDS_MAX);
        }
        return new ListDelta(list, 0, newest, uids(entries, true), List.of());
    }

    private static List<CardUid> uids(List<ListEntryTable.Wanted> entries, boolean listed) {
        return entries.stream()
                .filter(entry -> entry.listed() == listed)
                .map(ListEntryTable.Wanted::uid)
                .toList();
    }

    @Override
    public Map<Long, Integer> behind(CardList list, Collection<Long> versions) {
        return versions.isEmpty() ? Map.of() : tables.changes().behind(list, versions);
    }
}
