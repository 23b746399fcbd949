package onecard.platform.purchases;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import onecard.platform.cards.CardIssue;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.EntryKind;
import onecard.platform.ledger.MemoryBooks;
import onecard.platform.ledger.Overdraft;
import onecard.platform.ledger.Purse;
import onecard.platform.ledger.Side;
import onecard.platform.ledger.Transfer;
import onecard.platform.ledger.Tray;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/// A model of PostgreSQL for the simulation: READ COMMITTED, row locks on accounts and claims,
/// commits that come through, do not, or nobody knows. One contract test runs against it and
/// against PostgreSQL, so that it stays honest. For one thread; other nodes are let in at the
/// places that [Meanwhile] is told of.
final class ModelStore implements TrayStore {
    /// The order amount, in cents, that this store cannot keep; stands for whatever poisons a tray.
    static final long POISON = 66_666;

    /// Where in a transaction something else may happen.
    enum Step {
        LOOKED,
        BEFORE_LOCK,
        LOCKED,
        BEFORE_CLAIM,
        CLAIMED,
        BEFORE_COMMIT,
        COMMITTED
    }

    /// Is called at each step; lets others in, or throws what the database would.
    @FunctionalInterface
    interface Meanwhile {
        Meanwhile NOTHING = _ -> {};

        void at(Step step);
    }

    /// A transaction wants what another one holds, and would wait: whoever let it in gives it up
    /// and lets it begin again later.
    static final class WouldBlock extends Error {
        private static final long serialVersionUID = 1L;

        WouldBlock(String on) {
            super(on, null, false, false);
        }
    }

    /// What was committed at once.
    sealed interface Commit {
        /// What one tray wrote; may be nothing.
        record OfTray(int strand, Instant bookedAt, List<JournalRow> rows) implements Commit {}

        /// Money put into a purse at the desk.
        record OfDesk(AccountId account, Purse purse, Money amount) implements Commit {}
    }

    private final Site site;
    private final InstantSource clock;
    private final MemoryBooks books = new MemoryBooks();
    private final Map<Claim, Long> claims = new HashMap<>();
    private final Map<Long, JournalRow> journal = new LinkedHashMap<>();
    private final Map<Long, Long> voided = new HashMap<>();
    private final Map<AccountId, Usages> usages = new HashMap<>();
    private final Map<Takings.Key, Takings> takings = new TreeMap<>();
    private final Map<Integer, Long> strands = new HashMap<>();
    private final Map<Integer, Long> highest = new HashMap<>();
    private final List<Commit> commits = new ArrayList<>();
    private final Set<Object> locks = new HashSet<>();
    private Meanwhile meanwhile = Meanwhile.NOTHING;
    private Consumer<Commit> recorder = _ -> {};

    ModelStore(Site site, InstantSource clock) {
        this.site = site;
        this.clock = clock;
    }

    /// Lets others in at every step from now on.
    void meanwhile(Meanwhile others) {
        meanwhile = others;
    }

    /// Tells somebody of every commit, at its moment.
    void recorder(Consumer<Commit> whom) {
        recorder = whom;
    }

    /// What a broken line to the database looks like.
    static RuntimeException lineBroke() {
        return new DataAccessResourceFailureException(
                "The line broke", new SQLException("The line broke", "08006"));
    }

    /// What it looks like to be chosen as the victim of a deadlock.
    static RuntimeException deadlock() {
        return new CannotAcquireLockException("Deadlock", new SQLException("Deadlock", "40P01"));
    }

    // What is in it.

    MemoryBooks books() {
        return books;
    }

    /// Returns all rows in the order in which they were committed.
    Collection<JournalRow> journal() {
        return journal.values();
    }

    @Nullable JournalRow row(long number) {
        return journal.get(number);
    }

    Optional<JournalRow> decided(Claim claim) {
        return Optional.ofNullable(claims.get(claim)).map(journal::get);
    }

    Map<Long, Long> voided() {
        return voided;
    }

    Map<AccountId, Usages> usages() {
        return usages;
    }

    Map<Takings.Key, Takings> takings() {
        return takings;
    }

    boolean isLocked(AccountId account) {
        return locks.contains(account);
    }

    /// Returns everything that was committed, in its order.
    List<Commit> commits() {
        return commits;
    }

    /// Returns the highest number that is claimed for a terminal, 0 if none is.
    long highest(int terminal) {
        return highest.getOrDefault(terminal, 0L);
    }

    /// Puts money into a purse, as the desk of node 0 would.
    void topUp(AccountId account, Purse purse, Money amount) {
        if (isLocked(account)) {
            throw new WouldBlock(account.toString());
        }
        long number = strands.merge(0, 1L, Long::sum);
        Instant now = clock.instant();
        Tray tray =
                MemoryBooks.tray(0, number, now, now.atZone(site.settings().zone()).toLocalDate());
        Side from = purse == Purse.CASH ? Side.desk(1) : Side.subsidyFund();
        var transfer =
                new Transfer(
                        purse == Purse.CASH ? EntryKind.TOP_UP : EntryKind.SUBSIDY,
                        from,
                        account.purse(purse),
                        amount,
                        Overdraft.NONE,
                        now,
                        0);
        books.post(tray, books.holding(List.of(account)), List.of(transfer)).commit();
        committed(new Commit.OfDesk(account, purse, amount));
    }

    @Override
    public <T> T inTray(int strand, Function<OpenTray, T> work) {
        var tray = new ModelTray(strand);
        try {
            T result = work.apply(tray);
            meanwhile.at(Step.BEFORE_COMMIT);
            tray.commit();
            meanwhile.at(Step.COMMITTED);
            return result;
        } finally {
            locks.removeAll(tray.held);
        }
    }

    private final class ModelTray implements OpenTray {
        private final int strand;
        private final Set<Object> held = new HashSet<>();
        private Runnable commit = () -> {};
        private Optional<Long> number = Optional.empty();
        private Instant bookedAt = Instant.MIN;
        private List<JournalRow> rows = List.of();

        ModelTray(int strand) {
            this.strand = strand;
        }

        @Override
        public Situation situation() {
            return site.situation();
        }

        @Override
        public Map<Claim, Earlier> look(Collection<Claim> asked) {
            var found = new HashMap<Claim, Earlier>();
            for (Claim claim : asked) {
                decided(claim)
                        .ifPresent(row ->
                                found.put(
                                        claim, new Earlier(row, voided.containsKey(row.number()))));
            }
            meanwhile.at(Step.LOOKED);
            return found;
        }

        @Override
        public Map<CardUid, CardIssue> cards(Collection<CardUid> uids) {
            return site.cards(uids);
        }

        @Override
        public Map<AccountId, Balances> lock(Collection<AccountId> accounts) {
            meanwhile.at(Step.BEFORE_LOCK);
            accounts.forEach(this::hold);
            Map<AccountId, Balances> holding = books.holding(accounts);
            meanwhile.at(Step.LOCKED);
            return holding;
        }

        private void hold(Object what) {
            if (!held.contains(what)) {
                if (!locks.add(what)) {
                    throw new WouldBlock(what.toString());
                }
                held.add(what);
            }
        }

        @Override
        public Map<AccountId, Holder> holders(Collection<AccountId> accounts) {
            return site.holders(accounts);
        }

        @Override
        public Map<AccountId, Usages> usages(Collection<AccountId> accounts) {
            var found = new HashMap<AccountId, Usages>();
            for (AccountId account : accounts) {
                @Nullable Usages used = usages.get(account);
                if (used != null) {
                    found.put(account, used);
                }
            }
            return found;
        }

        @Override
        public Tray open() {
            hold(strand);
            number = Optional.of(strands.getOrDefault(strand, 0L) + 1);
            bookedAt = clock.instant();
            return MemoryBooks.tray(
                    strand,
                    number.get(),
                    bookedAt,
                    bookedAt.atZone(site.settings().zone()).toLocalDate());
        }

        @Override
        public void settle(Tray tray, Settlement settlement) {
            meanwhile.at(Step.BEFORE_CLAIM);
            for (JournalRow row : settlement.claims()) {
                hold(row.claim());
                if (claims.containsKey(row.claim())) {
                    throw new LostRace("A number was claimed elsewhere");
                }
            }
            meanwhile.at(Step.CLAIMED);
            MemoryBooks.Posting posting =
                    books.post(tray, settlement.before(), settlement.transfers());
            refusePoison(settlement.rows());
            List<JournalRow> voids =
                    settlement.rows().stream().filter(row -> row.undoes().isPresent()).toList();
            for (JournalRow row : voids) {
                if (voided.containsKey(undone(row))) {
                    throw new LostRace("A purchase was taken back elsewhere");
                }
            }
            commit =
                    () -> {
                        posting.commit();
                        write(settlement, voids);
                    };
        }

        private void write(Settlement settlement, List<JournalRow> voids) {
            for (JournalRow row : settlement.claims()) {
                claims.put(row.claim(), row.number());
                highest.merge(row.claim().terminal(), row.claim().seq(), Math::max);
            }
            settlement.rows().forEach(row -> journal.put(row.number(), asStored(row)));
            voids.forEach(row -> voided.put(undone(row), row.number()));
            usages.putAll(settlement.usages());
            for (JournalRow row : settlement.rows()) {
                takings.merge(
                        Takings.Key.of(row, strand),
                        Takings.NOTHING.plus(row),
                        (sum, _) -> sum.plus(row));
            }
            rows = settlement.rows().stream().map(ModelStore::asStored).toList();
        }

        private void commit() {
            commit.run();
            if (number.isPresent()) {
                strands.put(strand, number.get());
                committed(new Commit.OfTray(strand, bookedAt, rows));
            }
        }
    }

    private void committed(Commit commit) {
        commits.add(commit);
        recorder.accept(commit);
    }

    /// Returns everything that is in it.
    Shelf shelf() {
        return new Shelf(books.all(), journal, claims, voided, usages, takings);
    }

    private static void refusePoison(List<JournalRow> rows) {
        if (rows.stream().anyMatch(row -> row.content().keyed().cents() == POISON)) {
            throw new DataIntegrityViolationException(
                    "Not storable", new SQLException("Not storable", "22003"));
        }
    }

    private static long undone(JournalRow row) {
        return row.undoes().orElseThrow().number();
    }

    /// A row forgets what is not stored: the name of a rule, and whether its terminal was served.
    static JournalRow asStored(JournalRow row) {
        return new JournalRow(
                row.number(),
                row.bookedOn(),
                row.kind(),
                row.claim(),
                row.at(),
                row.terminalAt(),
                row.content(),
                new Place(
                        row.place().terminal(), row.place().merchant(), row.place().outlet(), true),
                row.day(),
                row.who(),
                row.bill(),
                row.refusal(),
                row.bound(),
                row.undoes());
    }
}
