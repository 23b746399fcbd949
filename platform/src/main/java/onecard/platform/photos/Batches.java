package onecard.platform.photos;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import onecard.platform.jobs.Job;
import onecard.platform.jobs.Jobs;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.DailyJob;
import onecard.platform.system.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Batches of photos from the first part of the upload until they are forgotten.
@Service
class Batches implements DailyJob {
    /// The longest upload, in bytes.
    static final long UPLOAD_MAX_BYTES = 16L << 30;

    /// So much of the disk is left to everything else, in bytes.
    private static final long ROOM_LEFT_BYTES = 2L << 30;

    /// How long refused portraits wait for somebody to accept them.
    static final Duration KEPT = Duration.ofDays(7);

    private static final int NAME_MAX = 200;
    private static final int AT_ONCE = 100;

    private final BatchTable table;
    private final UploadFolder uploads;
    private final PhotoKeys keys;
    private final Jobs jobs;
    private final CurrentOperator operator;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Batches(
            BatchTable table,
            UploadFolder uploads,
            PhotoKeys keys,
            Jobs jobs,
            CurrentOperator operator,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.uploads = uploads;
        this.keys = keys;
        this.jobs = jobs;
        this.operator = operator;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    Batch batch(int id) {
        return table.find(id).orElseThrow(() -> Problem.notFound("photo-batch", id));
    }

    /// Opens a batch for an upload.
    @Transactional
    public Batch open(String fileName) {
        var plain = fileName.replaceAll("[\\p{Cc}\\p{Cf}]", "").strip();
        var name = plain.length() <= NAME_MAX ? plain : plain.substring(0, NAME_MAX);
        var key = keys.forBatch();
        int id =
                table.add(
                        key.no(),
                        name.isEmpty() ? "-" : name,
                        operator.get().displayName(),
                        clock.instant());
        return batch(id);
    }

    /// Takes in a part; the one before may come again, its answer may have been lost.
    @Transactional
    public Batch part(int id, int no, byte[] part) {
        var batch = open(id);
        if (no != batch.parts() && no != batch.parts() - 1 || part.length == 0) {
            throw Problem.of(PhotoProblems.OTHER_PART).with("expected", batch.parts());
        }
        if (part.length > UploadFolder.PART_MAX_BYTES
                || batch.bytes() + part.length > UPLOAD_MAX_BYTES
                || uploads.room() - part.length < ROOM_LEFT_BYTES) {
            throw Problem.of(PhotoProblems.NO_ROOM).with("gigabytes", UPLOAD_MAX_BYTES >> 30);
        }
        var key = keys.open(batch.key()).orElseThrow(() -> Problem.of(PhotoProblems.FILE_GONE));
        uploads.put(batch, key, no, part);
        if (no == batch.parts()) {
            table.part(id, part.length);
        }
        return batch(id);
    }

    private Batch open(int id) {
        var batch = table.lock(id).orElseThrow(() -> Problem.notFound("photo-batch", id));
        if (batch.job().isPresent()) {
            throw Problem.of(PhotoProblems.BEGUN);
        }
        return batch;
    }

    /// Has everything worked through that was uploaded.
    ///
    /// @param consents who signed the papers on file for everybody in it, if somebody did
    @Transactional
    public Job begin(int id, int files, Optional<Consent.Giver> consents) {
        var batch = open(id);
        if (batch.parts() == 0) {
            throw Problem.of(PhotoProblems.EMPTY);
        }
        var job = jobs.start(BatchWork.KIND, new BatchOrder(id));
        table.begin(id, job.id(), files, consents);
        audit.record("photos.batch-begun", "batch " + id, Map.of("photos", files));
        return job;
    }

    @Override
    public String name() {
        return "forget-photo-batches";
    }

    @Override
    public LocalTime from() {
        return LocalTime.of(3, 0);
    }

    /// Refused portraits are not kept for ever: their batch goes, and its key.
    @Override
    public void run(LocalDate day) {
        var old = table.olderThan(clock.instant().minus(KEPT), AT_ONCE);
        while (!old.isEmpty()) {
            for (var batch : old) {
                batch.job().ifPresent(jobs::cancel);
                uploads.remove(batch);
                transaction.executeWithoutResult(_ -> {
                    table.remove(batch.id());
                    keys.doom(batch.key());
                });
            }
            old = table.olderThan(clock.instant().minus(KEPT), AT_ONCE);
        }
    }
}
