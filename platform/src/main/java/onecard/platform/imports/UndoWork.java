package onecard.platform.imports;

import java.util.Map;
import onecard.platform.jobs.JobRun;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Undoes an import.
@Component
class UndoWork extends ImportWork {
    static final String KIND = "import-undo";

    private final ImportTable imports;
    private final ImportDesks desks;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    UndoWork(
            ImportTable imports,
            ImportDesks desks,
            AuditTrail audit,
            TransactionTemplate transaction) {
        super(imports, desks);
        this.imports = imports;
        this.desks = desks;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Object run(ImportOrder order, JobRun run) {
        return transaction.execute(_ -> {
            var found = imports.lock(order.importId()).orElseThrow();
            if (found.state() == ImportState.UNDONE) {
                return order; // the process died between the commit and the job's end
            }
            if (found.state() != ImportState.DONE) {
                throw Problem.of(ImportProblems.NOT_DONE);
            }
            var job = desks.of(found.kind()).undo(found.brief());
            imports.undone(found.id());
            job.ifPresent(next -> imports.job(found.id(), next));
            audit.record(
                    "imports.import-undone",
                    "import " + found.id() + " " + found.fileName(),
                    Map.of("kind", found.kind()));
            return order;
        });
    }
}
