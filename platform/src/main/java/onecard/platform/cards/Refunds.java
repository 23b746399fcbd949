package onecard.platform.cards;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.ledger.EntryKind;
import onecard.platform.ledger.Overdraft;
import onecard.platform.ledger.Purse;
import onecard.platform.ledger.Side;
import onecard.platform.ledger.Transfer;
import onecard.platform.people.PersonId;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.Problem;
import onecard.vocabulary.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Money out to the holder, and subsidies back to the fund, at the desk (退款, `M-167` to `M-169`).
@Service
class Refunds {
    private final Desk desk;
    private final OperationTable operations;
    private final AuditTrail audit;

    Refunds(Desk desk, OperationTable operations, AuditTrail audit) {
        this.desk = desk;
        this.operations = operations;
        this.audit = audit;
    }

    /// @param cash out of the cash purse, through the drawer
    /// @param subsidy back to the fund, never through the drawer
    /// @param reason in the operator's words
    record Wanted(PersonId person, Money cash, Money subsidy, Channel channel, String reason) {}

    record Refunded(
            int operationId,
            long number,
            Instant at,
            TopUpReceipt.Spendable before,
            TopUpReceipt.Spendable after,
            Instant undoUntil) {}

    @Transactional
    Refunded refund(Wanted wanted) {
        var visit = desk.visit(wanted.person());
        visit.mustBeOpen();
        var out =
                PayOut.refund(
                        visit, wanted.cash(), wanted.subsidy(), desk.drawer(visit.parameters()));
        var booked = book(visit, out.moves());
        var until = visit.now().plus(visit.site().undoWindow());
        int id =
                desk.note(
                        Deed.of(DeskKind.REFUND, wanted.person())
                                .booked(Optional.of(booked))
                                .purses(wanted.cash().negated(), wanted.subsidy().negated())
                                .drawer(wanted.cash().negated(), wanted.channel())
                                .undoUntil(until, visit.purses().subsidyUntil())
                                .remark(wanted.reason()),
                        visit);
        audit.record(
                "cards.refunded",
                visit.subject(),
                Map.of(
                        "operation",
                        id,
                        "cashCents",
                        wanted.cash().cents(),
                        "subsidyCents",
                        wanted.subsidy().cents(),
                        "channel",
                        wanted.channel().name(),
                        "reason",
                        wanted.reason()));
        return receipt(id, booked, visit, until);
    }

    /// Takes a refund back by counter-entries; the maximum balance does not bind it (`D-02`).
    @Transactional
    Refunded undo(int operationId) {
        var done = refund(operationId);
        var visit = desk.visit(done.person().orElseThrow());
        var who = desk.cashier(visit.parameters());
        if (done.operator() != who.id()) {
            throw Problem.of(CardProblems.UNDO_NOT_YOURS).with("operatorName", done.operatorName());
        }
        visit.mustBeOpen();
        // Again, under the lock: two may press the button.
        var now = refund(operationId);
        var until = now.undoUntil().orElse(Instant.MIN);
        if (now.undone()) {
            throw Problem.of(CardProblems.UNDO_DONE).with("operationId", operationId);
        }
        if (visit.now().isAfter(until)) {
            throw Problem.of(CardProblems.UNDO_TOO_LATE).with("undoUntil", until.toString());
        }
        boolean subsidyChanged =
                !visit.purses().subsidyUntil().equals(now.subsidyUntil())
                        && !now.subsidy().isZero();
        if (subsidyChanged) {
            throw Problem.of(CardProblems.UNDO_NOT_LATEST).with("operationId", operationId);
        }
        var booked = book(visit, back(now, visit, Side.desk(who.id())));
        int id =
                desk.note(
                        Deed.of(DeskKind.REFUND_UNDONE, visit.id())
                                .booked(Optional.of(booked))
                                .purses(now.cash().negated(), now.subsidy().negated())
                                .drawer(now.drawer().negated(), now.channel())
                                .undoes(operationId),
                        visit);
        audit.record("cards.refund-undone", visit.subject(), Map.of("operation", operationId));
        return receipt(id, booked, visit, until);
    }

    private OperationRow refund(int operationId) {
        return operations
                .find(operationId)
                .filter(row -> row.kind() == DeskKind.REFUND)
                .orElseThrow(() -> Problem.notFound("refund", operationId));
    }

    private static List<Transfer> back(OperationRow done, Visit visit, Side drawer) {
        var moves = new ArrayList<Transfer>();
        long cause = done.firstNumber().orElse(0L);
        back(moves, drawer, visit, Purse.CASH, done.cash().negated(), cause);
        back(moves, Side.subsidyFund(), visit, Purse.SUBSIDY, done.subsidy().negated(), cause);
        return moves;
    }

    private static void back(
            List<Transfer> moves, Side from, Visit visit, Purse purse, Money amount, long cause) {
        if (amount.isPositive()) {
            moves.add(
                    new Transfer(
                            EntryKind.UNDO,
                            from,
                            visit.account().purse(purse),
                            amount,
                            Overdraft.NONE,
                            visit.now(),
                            cause));
        }
    }

    private Booked book(Visit visit, List<Transfer> moves) {
        return desk.book(visit, moves)
                .orElseThrow(() -> Problem.field("cashCents", "error.cards.brings-nothing"));
    }

    private static Refunded receipt(int id, Booked booked, Visit visit, Instant until) {
        var before = visit.purses();
        var after = booked.after().getOrDefault(before.account(), before);
        return new Refunded(
                id,
                booked.first(),
                visit.now(),
                new TopUpReceipt.Spendable(before.cash(), before.spendableSubsidy(visit.today())),
                new TopUpReceipt.Spendable(after.cash(), after.spendableSubsidy(visit.today())),
                until);
    }
}
