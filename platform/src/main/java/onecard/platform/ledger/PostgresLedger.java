package onecard.platform.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The ledger on PostgreSQL.
@Service
@Transactional(propagation = Propagation.MANDATORY)
class PostgresLedger implements Ledger {
    /// How many accounts one call locks at the most.
    private static final int LOCKS_MAX = 8_192;

    private static final int PAGE_MAX = 500;

    private final AccountTable accounts;
    private final EntryTable entries;
    private final StrandTable strands;
    private final BooksAudit audit;
    private final RunningTotals totals;

    PostgresLedger(
            AccountTable accounts,
            EntryTable entries,
            StrandTable strands,
            BooksAudit audit,
            RunningTotals totals) {
        this.accounts = accounts;
        this.entries = entries;
        this.strands = strands;
        this.audit = audit;
        this.totals = totals;
    }

    @Override
    public void open(Collection<AccountId> ids) {
        accounts.open(ids);
    }

    @Override
    public Map<AccountId, Balances> lock(Collection<AccountId> ids) {
        return lockWithNotes(ids).balances();
    }

    @Override
    public Rows lockWithNotes(Collection<AccountId> ids) {
        if (ids.size() > LOCKS_MAX) {
            throw new IllegalArgumentException("At most " + LOCKS_MAX + " accounts at once");
        }
        return ids.isEmpty() ? new Rows(Map.of(), Map.of()) : accounts.lock(ids);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Map<AccountId, Balances> balances(Collection<AccountId> ids) {
        return ids.isEmpty() ? Map.of() : byAccount(accounts.read(ids));
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Rows rowsAfter(int after, int limit) {
        return accounts.after(after, limit);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Map<AccountId, byte[]> notes(Collection<AccountId> ids) {
        return ids.isEmpty() ? Map.of() : accounts.notes(ids);
    }

    @Override
    public Tray openTray(int strand, Instant bookedAt, LocalDate bookedOn) {
        return new Tray(strand, strands.openTray(strand, bookedAt, bookedOn), bookedAt, bookedOn);
    }

    @Override
    public Map<AccountId, Balances> post(
            Tray tray, Map<AccountId, Balances> before, List<Transfer> transfers) {
        return post(tray, before, transfers, Map.of());
    }

    @Override
    public Map<AccountId, Balances> post(
            Tray tray,
            Map<AccountId, Balances> before,
            List<Transfer> transfers,
            Map<AccountId, byte[]> notes) {
        PostingSheet sheet = sheet(tray, before, transfers);
        if (!transfers.isEmpty() || !notes.isEmpty()) {
            entries.post(tray, sheet, Touched.locked(sheet.after().keySet(), notes));
        }
        return withNoted(sheet.after(), before, notes);
    }

    @Override
    public Map<AccountId, Balances> postRemembered(
            Tray tray,
            Map<AccountId, Balances> remembered,
            List<Transfer> transfers,
            Map<AccountId, byte[]> notes) {
        PostingSheet sheet = sheet(tray, remembered, transfers);
        if (!remembered.isEmpty()) {
            entries.post(tray, sheet, Touched.remembered(remembered, notes));
        }
        return withNoted(sheet.after(), remembered, notes);
    }

    private static PostingSheet sheet(
            Tray tray, Map<AccountId, Balances> before, List<Transfer> transfers) {
        if (transfers.size() > TRANSFERS_MAX) {
            throw new IllegalArgumentException("At most " + TRANSFERS_MAX + " transfers at once");
        }
        var sheet = new PostingSheet(tray, before);
        transfers.forEach(sheet::add);
        return sheet;
    }

    /// A note without an entry raises the facts of its account.
    private static Map<AccountId, Balances> withNoted(
            Map<AccountId, Balances> moved,
            Map<AccountId, Balances> before,
            Map<AccountId, byte[]> notes) {
        for (AccountId noted : notes.keySet()) {
            if (!moved.containsKey(noted)) {
                @Nullable Balances was = before.get(noted);
                if (was != null) {
                    moved.put(noted, was.withFacts(was.facts() + 1));
                }
            }
        }
        return moved;
    }

    @Override
    public void note(Map<AccountId, byte[]> notes) {
        if (!notes.isEmpty()) {
            accounts.note(notes);
        }
    }

    @Override
    public void factsChanged(Collection<AccountId> changed) {
        if (!changed.isEmpty()) {
            accounts.factsChanged(changed);
        }
    }

    @Override
    public void subsidyUntil(AccountId account, Optional<LocalDate> day) {
        accounts.subsidyUntil(List.of(account), day);
    }

    @Override
    public void subsidyUntil(Collection<AccountId> ids, Optional<LocalDate> day) {
        if (!ids.isEmpty()) {
            accounts.subsidyUntil(ids, day);
        }
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<AccountId> expiredSubsidies(LocalDate day, int limit) {
        return accounts.expired(day, limit);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<StatementLine> statement(AccountId account, Optional<EntryPlace> from, int limit) {
        if (limit < 1 || limit > PAGE_MAX) {
            throw new IllegalArgumentException("A page has 1 to " + PAGE_MAX + " lines");
        }
        Optional<EntryPlace> first =
                from.or(() ->
                        accounts.read(List.of(account)).stream()
                                .findFirst()
                                .flatMap(Balances::newest));
        return first.map(place -> entries.statement(account, place, limit)).orElse(List.of());
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<BookedEntry> entries(LocalDate bookedOn, JournalNumber first, JournalNumber last) {
        if (first.strand() != last.strand() || first.tray() != last.tray()) {
            throw new IllegalArgumentException("One operation lies on one tray");
        }
        return entries.between(bookedOn, first, last);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<StrandHead> heads() {
        return totals.heads();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public RunningTotal addUp(Optional<RunningTotal> before) {
        return before.filter(b -> !b.ends().isEmpty())
                .map(totals::since)
                .filter(now -> reaches(now, before.get()))
                .orElseGet(totals::fromTheFirst);
    }

    /// A database that was restored from a copy is shorter than what was seen before.
    private static boolean reaches(RunningTotal now, RunningTotal before) {
        var trays = new HashMap<Integer, Long>();
        now.ends().forEach(end -> trays.put(end.strand(), end.tray()));
        return before.ends().stream()
                .allMatch(end -> trays.getOrDefault(end.strand(), 0L) >= end.tray());
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public BooksReport verify() {
        return audit.run();
    }

    private static Map<AccountId, Balances> byAccount(List<Balances> rows) {
        return rows.stream()
                .collect(
                        Collectors.toMap(
                                Balances::account, Function.identity(), (a, _) -> a, HashMap::new));
    }
}
