package onecard.platform.purchases;

import java.time.Clock;
import java.util.Map;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Problem;
import onecard.platform.terminals.TerminalId;
import onecard.platform.terminals.Terminals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where a clerk says what was done about an odd record. It moves no money: that is done by a
/// correction, a back-entry or a top-up, and said here.
@Service
class FollowUpDesk {
    private final FollowUpPages pages;
    private final FollowUpTable table;
    private final Terminals terminals;
    private final CurrentOperator operator;
    private final AuditTrail audit;
    private final Clock clock;

    FollowUpDesk(
            FollowUpPages pages,
            FollowUpTable table,
            Terminals terminals,
            CurrentOperator operator,
            AuditTrail audit,
            Clock clock) {
        this.pages = pages;
        this.table = table;
        this.terminals = terminals;
        this.operator = operator;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    FollowUpPages.Row settle(int id, String note) {
        var who = operator.get();
        var scope = who.merchants().forSql();
        FollowUpPages.Row row =
                pages.find(id, scope).orElseThrow(() -> Problem.notFound("follow-up", id));
        var how = new FollowUpPages.Settled(clock.instant(), who.displayName(), note);
        if (!table.settle(id, who.id(), how)) {
            throw Problem.of(PurchaseProblems.SETTLED).with("followUpId", id);
        }
        String serial =
                terminals
                        .current()
                        .find(new TerminalId(row.terminal()))
                        .map(terminal -> terminal.serial().value())
                        .orElse("?");
        audit.record(
                "purchases.followed-up",
                "terminal %s #%d".formatted(serial, row.seq()),
                Map.of("amountCents", row.amount(), "remark", note));
        return pages.find(id, scope).orElse(row);
    }
}
