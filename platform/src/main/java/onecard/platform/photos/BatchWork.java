package onecard.platform.photos;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import onecard.platform.jobs.JobRun;
import onecard.platform.jobs.JobWork;
import onecard.platform.people.People;
import onecard.platform.people.Person;
import onecard.platform.people.PersonId;
import onecard.platform.people.PersonNo;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Works through a batch: photo by photo out of the zip file, judged on the darkroom's threads,
/// written in chunks. What a chunk wrote is passed over when the work begins again.
@Component
class BatchWork implements JobWork<BatchOrder> {
    static final String KIND = "photo-batch";

    /// Photos in one transaction at the most.
    private static final int CHUNK = 25;

    private final BatchTable batches;
    private final BatchItemTable items;
    private final BatchFiling filing;
    private final UploadFolder uploads;
    private final PhotoKeys keys;
    private final Darkroom darkroom;
    private final Photos photos;
    private final People people;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BatchWork(
            BatchTable batches,
            BatchItemTable items,
            BatchFiling filing,
            UploadFolder uploads,
            PhotoKeys keys,
            Darkroom darkroom,
            Photos photos,
            People people,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.batches = batches;
        this.items = items;
        this.filing = filing;
        this.uploads = uploads;
        this.keys = keys;
        this.darkroom = darkroom;
        this.photos = photos;
        this.people = people;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// What came of a batch: how many files ended how.
    record BatchResult(int files, Map<BatchItem.Outcome, Integer> outcomes) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Permission needs(BatchOrder order) {
        return Permission.EDIT_PHOTOS;
    }

    @Override
    public Class<BatchOrder> order() {
        return BatchOrder.class;
    }

    @Override
    public Object run(BatchOrder order, JobRun run) {
        var batch =
                batches.find(order.batchId())
                        .orElseThrow(() -> Problem.of(PhotoProblems.FILE_GONE));
        if (batch.doneAt().isEmpty()) {
            var key = keys.open(batch.key()).orElseThrow(() -> Problem.of(PhotoProblems.FILE_GONE));
            try (var zip = new ZippedPhotos(uploads.open(batch, key))) {
                new Pass(batch, key, run).through(zip);
            }
            end(batch);
        }
        var counts = items.counts(batch.id());
        return new BatchResult(
                counts.values().stream().mapToInt(Integer::intValue).sum(), new EnumMap<>(counts));
    }

    private void end(Batch batch) {
        transaction.executeWithoutResult(_ -> {
            batches.done(batch.id(), clock.instant());
            audit.record(
                    "photos.batch-done",
                    "batch " + batch.id(),
                    Map.of("photos", items.last(batch.id())));
        });
        uploads.remove(batch);
    }

    /// A photo on its way through the darkroom.
    private record OnItsWay(
            int position,
            String fileName,
            Optional<PersonId> person,
            Optional<BatchItem.Outcome> outcome,
            Optional<Future<Verdict>> verdict) {
        BatchFiling.Looked looked() {
            return new BatchFiling.Looked(
                    position, fileName, person, outcome, verdict.map(Darkroom::answer));
        }
    }

    /// One pass through the file.
    private final class Pass {
        private final Batch batch;
        private final PhotoKeys.Key key;
        private final JobRun run;
        private final int before;
        private final Set<PersonId> seen;
        private final Deque<OnItsWay> inside = new ArrayDeque<>();
        private List<BatchFiling.Looked> chunk = new ArrayList<>();
        private int position;

        Pass(Batch batch, PhotoKeys.Key key, JobRun run) {
            this.batch = batch;
            this.key = key;
            this.run = run;
            this.before = items.last(batch.id());
            this.seen = new HashSet<>(items.people(batch.id()));
        }

        void through(ZippedPhotos zip) {
            for (var next = zip.next(); next.isPresent(); next = zip.next()) {
                position++;
                if (position > before) {
                    inside.add(begun(next.get()));
                    // As many are unpacked as hands are free, and one that waits.
                    if (inside.size() > darkroom.threads()) {
                        take();
                    }
                }
            }
            while (!inside.isEmpty()) {
                take();
            }
            write();
        }

        private void take() {
            chunk.add(inside.remove().looked());
            if (chunk.size() >= CHUNK) {
                write();
            }
        }

        private void write() {
            run.check();
            if (!chunk.isEmpty()) {
                filing.file(batch, key, chunk);
                run.progress(chunk.getLast().position(), Math.max(batch.files(), position));
                chunk = new ArrayList<>();
            }
        }

        private OnItsWay begun(ZippedPhotos.Zipped file) {
            var person = person(file.number());
            var outcome = outcome(file, person);
            var verdict = Optional.<Future<Verdict>>empty();
            if (outcome.isEmpty()) {
                verdict =
                        file.tooLong()
                                ? Optional.of(
                                        java.util.concurrent.CompletableFuture.completedFuture(
                                                new Verdict.Hopeless(Flaw.TOO_LARGE)))
                                : file.content().map(darkroom::submit);
            }
            return new OnItsWay(position, file.name(), person.map(Person::id), outcome, verdict);
        }

        private Optional<Person> person(String number) {
            return PersonNo.exists(number) ? people.byNo(new PersonNo(number)) : Optional.empty();
        }

        /// What is known before anybody looks at the photo.
        private Optional<BatchItem.Outcome> outcome(
                ZippedPhotos.Zipped file, Optional<Person> person) {
            if (person.isEmpty()) {
                return Optional.of(BatchItem.Outcome.NO_PERSON);
            }
            if (person.get().leftAt().isPresent()) {
                return Optional.of(BatchItem.Outcome.LEFT);
            }
            if (!seen.add(person.get().id())) {
                return Optional.of(BatchItem.Outcome.TWICE);
            }
            if (batch.consents().isEmpty() && photos.consent(person.get().id()).isEmpty()) {
                return Optional.of(BatchItem.Outcome.NO_CONSENT);
            }
            return file.content().isEmpty() && !file.tooLong()
                    ? Optional.of(BatchItem.Outcome.UNREADABLE)
                    : Optional.empty();
        }
    }
}
