package onecard.platform.photos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.people.PersonId;
import onecard.platform.system.AuditTrail;
import onecard.platform.system.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes what became of the photos of a batch, some at a time, each time in one transaction.
@Component
class BatchFiling {
    private final BatchTable batches;
    private final BatchItemTable items;
    private final Photos photos;
    private final PhotoKeys keys;
    private final AuditTrail audit;

    BatchFiling(
            BatchTable batches,
            BatchItemTable items,
            Photos photos,
            PhotoKeys keys,
            AuditTrail audit) {
        this.batches = batches;
        this.items = items;
        this.photos = photos;
        this.keys = keys;
        this.audit = audit;
    }

    /// A photo that was looked at.
    ///
    /// @param person whose; empty with an outcome that says why
    /// @param outcome how it ended before anything was looked at; empty: the verdict tells
    record Looked(
            int position,
            String fileName,
            Optional<PersonId> person,
            Optional<BatchItem.Outcome> outcome,
            Optional<Verdict> verdict) {}

    @Transactional
    public void file(Batch batch, PhotoKeys.Key key, List<Looked> some) {
        var _ = batches.lock(batch.id()).orElseThrow(() -> Problem.of(PhotoProblems.FILE_GONE));
        for (var looked : some) {
            items.add(batch.id(), item(batch, key, looked));
        }
    }

    private BatchItem item(Batch batch, PhotoKeys.Key key, Looked looked) {
        var verdict = looked.verdict();
        if (looked.outcome().isPresent() || verdict.isEmpty()) {
            return ended(
                    looked,
                    looked.outcome().orElse(BatchItem.Outcome.UNREADABLE),
                    verdict.map(Verdict::all).orElse(List.of()),
                    Optional.empty());
        }
        return switch (verdict.get()) {
            case Verdict.Good(var portrait, var flaws) -> stored(batch, looked, portrait, flaws);
            case Verdict.Poor(var portrait, var flaws) ->
                    ended(
                            looked,
                            BatchItem.Outcome.REFUSED,
                            flaws,
                            Optional.of(kept(batch, key, looked.position(), portrait)));
            case Verdict.Hopeless(var flaw) ->
                    ended(looked, BatchItem.Outcome.REFUSED, List.of(flaw), Optional.empty());
        };
    }

    private static BatchItem ended(
            Looked looked,
            BatchItem.Outcome outcome,
            List<Flaw> flaws,
            Optional<BatchItem.Kept> kept) {
        return new BatchItem(
                looked.position(), looked.fileName(), looked.person(), outcome, flaws, kept);
    }

    private static BatchItem.Kept kept(
            Batch batch, PhotoKeys.Key key, int position, Portrait portrait) {
        return new BatchItem.Kept(
                PhotoSeal.seal(key.bytes(), batch.kept(position), portrait.jpeg()),
                portrait.width(),
                portrait.height());
    }

    private BatchItem stored(Batch batch, Looked looked, Portrait portrait, List<Flaw> flaws) {
        var person = looked.person().orElseThrow();
        batch.consents()
                .ifPresent(
                        giver -> photos.agree(person, giver, Optional.empty(), Consent.Way.PAPER));
        photos.store(person, new Photos.Filing(portrait, Source.BATCH, flaws, false));
        return ended(looked, BatchItem.Outcome.STORED, flaws, Optional.empty());
    }

    /// Stores portraits that did not pass: somebody permitted wants them all the same.
    @Transactional
    public void accept(int id, List<Integer> positions) {
        var batch = batches.lock(id).orElseThrow(() -> Problem.notFound("photo-batch", id));
        var key = keys.open(batch.key()).orElseThrow(() -> Problem.of(PhotoProblems.KEY_AWAY));
        for (int position : positions) {
            var item =
                    items.lock(id, position)
                            .orElseThrow(() -> Problem.of(PhotoProblems.NOTHING_TO_ACCEPT));
            accept(batch, key, item);
        }
    }

    private void accept(Batch batch, PhotoKeys.Key key, BatchItem item) {
        if (item.kept().isEmpty() || item.person().isEmpty()) {
            throw Problem.of(PhotoProblems.NOTHING_TO_ACCEPT);
        }
        var kept = item.kept().get();
        var person = item.person().get();
        var jpeg = PhotoSeal.open(key.bytes(), batch.kept(item.position()), kept.sealed());
        batch.consents()
                .ifPresent(
                        giver -> photos.agree(person, giver, Optional.empty(), Consent.Way.PAPER));
        photos.store(
                person,
                new Photos.Filing(
                        new Portrait(jpeg, kept.width(), kept.height()),
                        Source.BATCH,
                        item.flaws(),
                        true));
        items.accepted(batch.id(), item.position());
    }

    /// What of a batch was not stored, opened for somebody to look at.
    @Transactional
    public List<Shown> look(int id, boolean all, int after, int limit) {
        var batch = batches.find(id).orElseThrow(() -> Problem.notFound("photo-batch", id));
        var key = keys.open(batch.key());
        var shown = new ArrayList<Shown>();
        int pictures = 0;
        for (var item : items.page(id, all, after, limit)) {
            var picture =
                    key.flatMap(known ->
                            item.kept()
                                    .map(kept ->
                                            PhotoSeal.open(
                                                    known.bytes(),
                                                    batch.kept(item.position()),
                                                    kept.sealed())));
            pictures += picture.isPresent() ? 1 : 0;
            shown.add(new Shown(item, picture));
        }
        if (pictures > 0) {
            audit.record("photos.batch-seen", "batch " + id, Map.of("photos", pictures));
        }
        return shown;
    }

    /// A file of a batch with the portrait that was not stored.
    record Shown(BatchItem item, Optional<byte[]> picture) {}
}
