package onecard.platform.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onecard.platform.jobs.JobRun;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes what the preview showed, in one transaction: every row is judged again, and if one would
/// now do something else, nothing is written.
@Component
class WriteWork extends ImportWork {
    static final String KIND = "import-write";

    private final ImportTable imports;
    private final ImportDesks desks;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WriteWork(
            ImportTable imports,
            ImportDesks desks,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        super(imports, desks);
        this.imports = imports;
        this.desks = desks;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Object run(ImportOrder order, JobRun run) {
        return transaction.execute(_ -> {
            var found = imports.lock(order.importId()).orElseThrow();
            if (found.state() == ImportState.DONE) {
                return counts(found); // the process died between the commit and the job's end
            }
            if (found.state() != ImportState.CHECKED) {
                throw Problem.of(ImportProblems.NOT_CHECKED);
            }
            var file =
                    imports.content(found.id())
                            .orElseThrow(() -> Problem.of(ImportProblems.FILE_GONE));
            write(found, file, desks.of(found.kind()), run);
            return counts(found);
        });
    }

    private <P> void write(Import found, byte[] file, ImportDesk<P> desk, JobRun run) {
        int rows = counts(found).rows();
        List<P> plans = new ArrayList<>();
        var judge =
                new TableJudge<P>(
                        desk.judge(found.choice().mode()),
                        found.choice(),
                        judged -> {
                            run.check();
                            judged.forEach(row -> row.plan().ifPresent(plans::add));
                        });
        judge.judge(file);
        if (!found.digest().orElseThrow().equals(judge.digest())) {
            throw Problem.of(ImportProblems.STALE);
        }
        var job =
                desk.write(
                        found.brief(),
                        plans,
                        written -> {
                            run.check();
                            run.progress(Math.min(written, rows), rows);
                        });
        imports.done(found.id(), clock.instant());
        job.ifPresent(next -> imports.job(found.id(), next));
        audit.record(
                "imports.import-done",
                "import " + found.id() + " " + found.fileName(),
                Map.of(
                        "kind", found.kind(),
                        "added", counts(found).add(),
                        "changed", counts(found).change(),
                        "bad", counts(found).bad(),
                        "fingerprint", found.fingerprint()));
        run.check();
        run.progress(rows, rows);
    }

    private static Import.Counts counts(Import found) {
        return found.counts().orElseThrow();
    }
}
