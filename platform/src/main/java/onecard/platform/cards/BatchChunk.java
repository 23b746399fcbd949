package onecard.platform.cards;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onecard.platform.ledger.AccountId;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.Purse;
import onecard.platform.ledger.Side;
import onecard.platform.ledger.Transfer;
import onecard.platform.people.PersonId;
import onecard.platform.system.Problem;
import onecard.platform.system.SiteSettings;

/// Works out what a batch does to the people of one chunk, whose accounts are locked. Each line is
/// judged as at the desk: who is in the way gets nothing, and the others get theirs. Pure.
final class BatchChunk {
    private final MoneyBatch batch;
    private final SiteSettings site;
    private final Instant now;
    private final Side drawer;
    private final Standing standing;
    private final Map<AccountId, Balances> held;
    private final List<Transfer> transfers = new ArrayList<>();
    private final List<Served> served = new ArrayList<>();
    private final Map<BatchLine, String> refused = new LinkedHashMap<>();
    private final Map<PersonId, Long> versions = new HashMap<>();
    private final Map<AccountId, Optional<LocalDate>> untils = new HashMap<>();
    private final Set<BatchLine.Place> undone = new HashSet<>();

    BatchChunk(
            MoneyBatch batch,
            SiteSettings site,
            Instant now,
            Side drawer,
            Standing standing,
            Map<AccountId, Balances> locked) {
        this.batch = batch;
        this.site = site;
        this.now = now;
        this.drawer = drawer;
        this.standing = standing;
        this.held = new HashMap<>(locked);
    }

    /// What decides beside the balances, read under the locks.
    ///
    /// @param versions the import versions had last
    /// @param undone of an undo: the lines that are taken back
    /// @param mixed of an undo: whose subsidy was granted or taken over since
    /// @param undoes of an undo: what kind of batch is taken back
    record Standing(
            Map<PersonId, AccountState> states,
            Map<PersonId, Long> versions,
            Map<BatchLine.Place, BookedLine> undone,
            Set<PersonId> mixed,
            Optional<BatchKind> undoes) {}

    /// A line that is booked.
    ///
    /// @param first the place of the first transfer
    record Served(BatchLine line, int first, LinePlan plan) {}

    /// Judges one line.
    void add(BatchLine line) {
        try {
            checkVersion(line);
            var account = new AccountId(line.person().value());
            var balances =
                    Optional.ofNullable(held.get(account))
                            .orElseThrow(() -> Problem.of(CardProblems.NOT_OPEN));
            var plan = plan(line, balances);
            served.add(new Served(line, transfers.size(), plan));
            transfers.addAll(plan.transfers());
            held.put(account, plan.after());
            if (plan.changesUntil()) {
                untils.put(account, plan.after().subsidyUntil());
            }
            undone.add(line.place());
            line.version().ifPresent(version -> versions.put(line.person(), version));
        } catch (Problem problem) {
            refused.put(line, problem.kind().name());
        }
    }

    private void checkVersion(BatchLine line) {
        if (batch.kind() == BatchKind.UNDO) {
            return;
        }
        AccountStates.mustBeOpen(
                line.person(), Optional.ofNullable(standing.states().get(line.person())));
        long last =
                versions.getOrDefault(
                        line.person(), standing.versions().getOrDefault(line.person(), 0L));
        if (line.version().filter(version -> version <= last).isPresent()) {
            throw Problem.of(CardProblems.VERSION_USED).with("next", last + 1);
        }
    }

    private LinePlan plan(BatchLine line, Balances balances) {
        return switch (batch.kind()) {
            case CASH, SUBSIDY, TOP_UP_TABLE ->
                    LinePlan.topUp(line, balances, batch.channel(), drawer, site, now);
            case CASH_REFUND, SUBSIDY_REFUND, REFUND_TABLE ->
                    LinePlan.refund(line, balances, drawer, site, now);
            case UNDO -> undo(line, balances);
        };
    }

    private LinePlan undo(BatchLine line, Balances balances) {
        var done =
                Optional.ofNullable(standing.undone().get(line.place()))
                        .orElseThrow(() -> Problem.of(CardProblems.UNDO_DONE));
        if (standing.undoes().filter(BatchKind::isRefund).isPresent()) {
            AccountStates.mustBeOpen(
                    line.person(), Optional.ofNullable(standing.states().get(line.person())));
            return LinePlan.undoRefund(done, balances, drawer, now);
        }
        if (line.subsidy().isPositive() && isCovered(line)) {
            throw Problem.of(CardProblems.UNDO_NOT_LATEST);
        }
        return LinePlan.undoTopUp(done, balances, drawer, now);
    }

    /// Tells whether something lies on top of a grant: another one, or a later row of the same
    /// table that stands.
    private boolean isCovered(BatchLine line) {
        return standing.mixed().contains(line.person())
                || standing.undone().keySet().stream()
                        .filter(other -> other.person().equals(line.person()))
                        .filter(other -> other.row() > line.row())
                        .anyMatch(other -> !undone.contains(other));
    }

    List<Transfer> transfers() {
        return transfers;
    }

    List<Served> served() {
        return served;
    }

    /// Who gets nothing, and why.
    Map<BatchLine, String> refused() {
        return refused;
    }

    /// The import versions that are used up now.
    Map<PersonId, Long> versions() {
        return versions;
    }

    /// The last days of subsidy purses that are set, each with its accounts.
    Map<Optional<LocalDate>, List<AccountId>> untils() {
        var byDay = new HashMap<Optional<LocalDate>, List<AccountId>>();
        untils.forEach(
                (account, day) -> byDay.computeIfAbsent(day, _ -> new ArrayList<>()).add(account));
        return byDay;
    }

    /// Returns what became of everybody.
    ///
    /// @param first the journal number of the first transfer of the chunk
    List<BatchLineTable.Result> results(long first) {
        var results = new ArrayList<BatchLineTable.Result>();
        for (var one : served) {
            int count = one.plan().transfers().size();
            results.add(
                    new BatchLineTable.Result(
                            one.line(),
                            Optional.empty(),
                            count == 0 ? 0 : first + one.first(),
                            count == 0 ? 0 : first + one.first() + count - 1,
                            one.plan().cleared(),
                            one.plan().untilBefore()));
        }
        refused.forEach(
                (line, problem) -> results.add(BatchLineTable.Result.refused(line, problem)));
        return results;
    }

    /// Returns what the chunk is noted as.
    Deed deed(Optional<Booked> booked) {
        var cash = LinePlan.change(transfers, Purse.CASH);
        var kind =
                batch.kind() == BatchKind.UNDO ? DeskKind.MONEY_BATCH_UNDONE : DeskKind.MONEY_BATCH;
        return Deed.ofMany(kind)
                .booked(booked)
                .purses(cash, LinePlan.change(transfers, Purse.SUBSIDY))
                .drawer(cash, batch.channel())
                .remark(batch.remark());
    }
}
