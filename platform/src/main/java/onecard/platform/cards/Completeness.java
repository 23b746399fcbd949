package onecard.platform.cards;

import java.time.Instant;
import java.util.List;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.ProblemKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Whether every terminal has reported past a loss, so that nothing of the old card is still to
/// come (`D-24`).
@Component
class Completeness {
    private final ObjectProvider<TerminalReports> rooms;
    private final CurrentOperator operator;
    private final AuditTrail audit;

    Completeness(
            ObjectProvider<TerminalReports> rooms, CurrentOperator operator, AuditTrail audit) {
        this.rooms = rooms;
        this.operator = operator;
        this.audit = audit;
    }

    List<TerminalReports.Silent> silentSince(Instant moment) {
        return rooms.stream().flatMap(room -> room.silentSince(moment).stream()).toList();
    }

    /// Refuses to move a balance while terminals are silent, unless the operator goes on and may.
    void mustBeComplete(Instant since, boolean goOn, Visit visit) {
        var silent = silentSince(since);
        if (silent.isEmpty()) {
            return;
        }
        if (!goOn) {
            throw Problem.of(CardProblems.TERMINALS_SILENT)
                    .with("count", silent.size())
                    .with("first", silent.getFirst().name())
                    .with(
                            "terminals",
                            silent.stream().map(TerminalReports.Silent::serial).limit(50).toList());
        }
        if (!operator.get().may(Permission.GO_ON_INCOMPLETE)) {
            throw Problem.of(ProblemKind.FORBIDDEN)
                    .with("permission", Permission.GO_ON_INCOMPLETE.name());
        }
        audit.record(
                "cards.went-on-incomplete",
                visit.subject(),
                java.util.Map.of(
                        "terminals",
                        silent.stream().map(TerminalReports.Silent::serial).limit(50).toList()));
    }
}
