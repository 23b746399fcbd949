package onecard.platform.imports;

import onecard.platform.jobs.JobRun;
import onecard.platform.system.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Judges every row of a table and keeps the preview.
@Component
class CheckWork extends ImportWork {
    static final String KIND = "import-check";

    private final ImportTable imports;
    private final ImportRowTable rows;
    private final ImportDesks desks;
    private final TransactionTemplate transaction;

    CheckWork(
            ImportTable imports,
            ImportRowTable rows,
            ImportDesks desks,
            TransactionTemplate transaction) {
        super(imports, desks);
        this.imports = imports;
        this.rows = rows;
        this.desks = desks;
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
            if (found.state() != ImportState.UPLOADED) {
                throw Problem.of(ImportProblems.OVER);
            }
            var file =
                    imports.content(found.id())
                            .orElseThrow(() -> Problem.of(ImportProblems.FILE_GONE));
            return check(found, file, desks.of(found.kind()), run);
        });
    }

    private <P> Import.Counts check(Import found, byte[] file, ImportDesk<P> desk, JobRun run) {
        rows.clear(found.id());
        var done = new int[1];
        var judge =
                new TableJudge<P>(
                        desk.judge(found.choice().mode()),
                        found.choice(),
                        judged -> {
                            run.check();
                            rows.add(found.id(), judged);
                            done[0] += judged.size();
                            run.progress(done[0], 0);
                        });
        judge.judge(file);
        if (judge.rows() == 0) {
            throw Problem.of(ImportProblems.EMPTY);
        }
        run.check();
        run.progress(judge.rows(), judge.rows());
        imports.checked(found.id(), judge.counts(), judge.sums(), judge.digest());
        return judge.counts();
    }
}
