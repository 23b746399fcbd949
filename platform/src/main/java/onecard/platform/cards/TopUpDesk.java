package onecard.platform.cards;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import onecard.platform.ledger.Balances;
import onecard.platform.ledger.Ledger;
import onecard.platform.ledger.Side;
import onecard.platform.ledger.Transfer;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.IdempotentCommands;
import onecard.platform.system.Operator;
import onecard.platform.system.Problem;
import onecard.vocabulary.Money;
import org.springframework.stereotype.Service;

/// The top-up desk: checks under the lock of the account, then books everything of an operation in
/// one transaction, in the name of the operator at work and through that operator's drawer.
@Service
class TopUpDesk implements TopUps {
    private final Desk desk;
    private final TopUpTable topUps;
    private final TopUpUndoTable undos;
    private final OperationTable operations;
    private final BookedLines batches;
    private final Ledger ledger;
    private final IdempotentCommands commands;
    private final AuditTrail audit;

    TopUpDesk(
            Desk desk,
            TopUpTable topUps,
            TopUpUndoTable undos,
            OperationTable operations,
            BookedLines batches,
            Ledger ledger,
            IdempotentCommands commands,
            AuditTrail audit) {
        this.desk = desk;
        this.topUps = topUps;
        this.undos = undos;
        this.operations = operations;
        this.batches = batches;
        this.ledger = ledger;
        this.commands = commands;
        this.audit = audit;
    }

    /// What the key of an undo stands for.
    private record UndoOf(int operationId) {}

    @Override
    public TopUpReceipt topUp(UUID key, TopUp topUp) {
        return commands.once(key, topUp, TopUpReceipt.class, () -> book(topUp));
    }

    @Override
    public TopUpReceipt undo(UUID key, int operationId) {
        return commands.once(
                key, new UndoOf(operationId), TopUpReceipt.class, () -> takeBack(operationId));
    }

    /// Books a top-up in the caller's transaction.
    TopUpReceipt book(TopUp topUp) {
        return book(topUp, Optional.empty());
    }

    /// The same in one go with another operation.
    TopUpReceipt book(TopUp topUp, Optional<Integer> follows) {
        var visit = desk.visit(topUp.person());
        visit.mustBeOpen();
        var before = visit.purses();
        var site = visit.site();
        var now = visit.now();
        var today = visit.today();
        checkUntil(topUp, today);
        var who = desk.cashier(visit.parameters());
        var plan = TopUpPlan.of(topUp, before, Side.desk(who.id()), site, today, now);
        var booked = booked(visit, plan.transfers());
        var until = TopUpPlan.untilAfter(topUp, before);
        if (topUp.subsidy().isPositive()) {
            ledger.subsidyUntil(before.account(), until);
        }
        var row = row(topUp, visit, plan, booked, until, who);
        int id = topUps.add(row);
        note(topUp, plan, row, id, visit, follows);
        audit.record("cards.topped-up", visit.subject(), details(id, row));
        return new TopUpReceipt(
                id, row.firstNumber(), now, row.before(), row.after(), row.undoUntil());
    }

    private static TopUpRow row(
            TopUp topUp,
            Visit visit,
            TopUpPlan plan,
            Booked booked,
            Optional<LocalDate> until,
            Operator who) {
        var before = visit.purses();
        var today = visit.today();
        return new TopUpRow(
                0,
                topUp.person(),
                who.id(),
                who.displayName(),
                visit.now(),
                booked.on(),
                booked.first(),
                booked.last(),
                topUp.cash(),
                topUp.subsidy(),
                topUp.mode(),
                plan.cleared(),
                before.subsidyUntil(),
                until,
                topUp.channel(),
                topUp.remark(),
                spendable(before, before.subsidyUntil(), today),
                spendable(after(booked, before), until, today),
                visit.now().plus(visit.site().undoWindow()),
                false);
    }

    private void note(
            TopUp topUp,
            TopUpPlan plan,
            TopUpRow row,
            int id,
            Visit visit,
            Optional<Integer> follows) {
        var granted = topUp.subsidy().minus(plan.cleared()).minus(plan.expired());
        var deed =
                Deed.of(DeskKind.TOP_UP, topUp.person())
                        .booked(
                                Optional.of(
                                        new Booked(
                                                row.bookedOn(),
                                                row.firstNumber(),
                                                row.lastNumber(),
                                                Map.of())))
                        .purses(topUp.cash(), granted)
                        .drawer(topUp.cash(), topUp.channel())
                        .topUp(id)
                        .undoUntil(row.undoUntil(), Optional.empty())
                        .remark(topUp.remark());
        desk.note(follows.map(deed::follows).orElse(deed), visit);
    }

    private TopUpReceipt takeBack(int operationId) {
        var done = topUps.find(operationId).orElseThrow(() -> noSuch(operationId));
        var visit = desk.visit(done.person());
        var who = desk.cashier(visit.parameters());
        if (done.operator() != who.id()) {
            throw Problem.of(CardProblems.UNDO_NOT_YOURS).with("operatorName", done.operatorName());
        }
        var before = visit.purses();
        var now = visit.now();
        checkUndo(operationId, now);
        var transfers =
                TopUpPlan.undo(
                        new TopUpPlan.Brought(
                                done.cash(), done.subsidy(), done.cleared(), done.firstNumber()),
                        before,
                        Side.desk(who.id()),
                        now);
        var booked = booked(visit, transfers);
        var until = done.subsidy().isPositive() ? done.untilBefore() : before.subsidyUntil();
        if (done.subsidy().isPositive()) {
            ledger.subsidyUntil(before.account(), until);
        }
        undos.add(
                operationId,
                who.id(),
                who.displayName(),
                now,
                booked.on(),
                booked.first(),
                booked.last());
        note(done, booked, visit);
        audit.record("cards.top-up-undone", visit.subject(), details(operationId, done));
        return new TopUpReceipt(
                operationId,
                booked.first(),
                now,
                spendable(before, before.subsidyUntil(), visit.today()),
                spendable(after(booked, before), until, visit.today()),
                done.undoUntil());
    }

    private void note(TopUpRow done, Booked booked, Visit visit) {
        var deed =
                Deed.of(DeskKind.TOP_UP_UNDONE, done.person())
                        .booked(Optional.of(booked))
                        .purses(done.cash().negated(), done.cleared().minus(done.subsidy()))
                        .drawer(done.cash().negated(), done.channel())
                        .topUp(done.id());
        var first = operations.ofTopUp(done.id());
        desk.note(first.map(row -> deed.undoes(row.id())).orElse(deed), visit);
    }

    /// Under the lock of the account, because two may press the button.
    private void checkUndo(int operationId, Instant now) {
        var row = topUps.find(operationId).orElseThrow(() -> noSuch(operationId));
        if (row.undone()) {
            throw Problem.of(CardProblems.UNDO_DONE).with("operationId", operationId);
        }
        if (now.isAfter(row.undoUntil())) {
            throw Problem.of(CardProblems.UNDO_TOO_LATE)
                    .with("undoUntil", row.undoUntil().toString());
        }
        boolean covered =
                topUps.hasLaterGrant(row)
                        || operations.mixedSince(row.id())
                        || !batches.grantedSince(Map.of(row.person(), row.at())).isEmpty();
        if (row.subsidy().isPositive() && covered) {
            throw Problem.of(CardProblems.UNDO_NOT_LATEST).with("operationId", operationId);
        }
    }

    private Booked booked(Visit visit, List<Transfer> transfers) {
        return desk.book(visit, transfers)
                .orElseThrow(() -> new IllegalStateException("A top-up moves money"));
    }

    private static Balances after(Booked booked, Balances before) {
        return booked.after().getOrDefault(before.account(), before);
    }

    private static void checkUntil(TopUp topUp, LocalDate today) {
        if (topUp.subsidy().isPositive()
                && topUp.subsidyUntil().isPresent()
                && topUp.subsidyUntil().get().isBefore(today)) {
            throw Problem.field(
                    "subsidyUntil", "error.cards.until-past", Map.of("day", today.toString()));
        }
    }

    private static Problem noSuch(int operationId) {
        return Problem.notFound("top-up", operationId);
    }

    private static TopUpReceipt.Spendable spendable(
            Balances balances, Optional<LocalDate> until, LocalDate today) {
        boolean expired = until.isPresent() && today.isAfter(until.get());
        return new TopUpReceipt.Spendable(
                balances.cash(), expired ? Money.ZERO : balances.subsidy());
    }

    private static Map<String, Object> details(int id, TopUpRow row) {
        var details = new LinkedHashMap<String, Object>();
        details.put("operation", id);
        details.put("cashCents", row.cash().cents());
        details.put("subsidyCents", row.subsidy().cents());
        details.put("channel", row.channel().name());
        if (row.subsidy().isPositive()) {
            details.put("subsidyMode", row.mode().name());
            row.untilAfter().ifPresent(day -> details.put("subsidyUntil", day.toString()));
        }
        return details;
    }
}
