package onecard.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import onecard.vocabulary.VoidReason;
import onecard.wire.RecordsAnswer;
import onecard.wire.RecordsRequest;
import onecard.wire.StateAnswer;
import onecard.wire.StoredRecord;
import onecard.wire.VoidAnswer;
import onecard.wire.VoidRequest;

/// Brings records to the platform, and keeps each until its receipt came. What the platform says it
/// misses it gets again: a platform that was set back to an earlier day is completed so (`M-107`).
final class RecordUpload {
    /// Time for one batch; nobody waits at the till for it.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// As many as fit into one datagram: on a bad line a long body in blocks hardly ever arrives.
    private static final int BATCH = 12;

    private final SlipBook book;
    private final Conversation records;
    private final Conversation trade;
    private final Watch watch;

    RecordUpload(SlipBook book, Conversation records, Conversation trade, Watch watch) {
        this.book = book;
        this.records = records;
        this.trade = trade;
        this.watch = watch;
    }

    /// Sends what waits, oldest first, until nothing of it is left or no answer comes. What is sold
    /// meanwhile waits for the next time: a queue that is faster than the line does not hold it up.
    ///
    /// @return whether nothing of it is left
    boolean send() {
        long last = book.lastSeq();
        while (true) {
            List<StoredRecord> batch =
                    book.stored(BATCH).stream()
                            .filter(slip -> slip.seq() <= last)
                            .flatMap(slip -> slip.asRecord().stream())
                            .toList();
            if (batch.isEmpty()) {
                return true;
            }
            if (!send(batch)) {
                return false;
            }
        }
    }

    private boolean send(List<StoredRecord> batch) {
        if (!(records.askLong(
                        new RecordsRequest(batch),
                        RecordsAnswer.class,
                        watch.instant().plus(PATIENCE))
                instanceof Conversation.Told<RecordsAnswer>(RecordsAnswer answer))) {
            return false;
        }
        for (RecordsAnswer.Receipt receipt : answer.receipts()) {
            book.find(receipt.seq())
                    .filter(slip -> slip.state() == Slip.State.STORED)
                    .ifPresent(slip -> book.receipt(slip.seq(), receipt.fate(), watch.instant()));
        }
        // An answer without receipts would be asked for ever.
        return answer.receipts().size() == batch.size();
    }

    /// Tells again what the platform misses: slips of what was sold, voids of what was not.
    ///
    /// @param atTill does what must not meet a sale, or leaves it
    void fill(List<StateAnswer.SeqRange> missing, Consumer<Runnable> atTill) {
        var slips = new ArrayList<StoredRecord>();
        var burnt = new ArrayList<Slip>();
        for (StateAnswer.SeqRange range : missing) {
            for (Slip slip : book.between(range.from(), range.to())) {
                slip.asRecord().ifPresent(slips::add);
                if (isOver(slip)) {
                    burnt.add(slip);
                }
            }
        }
        for (int from = 0; from < slips.size(); from += BATCH) {
            int to = Math.min(from + BATCH, slips.size());
            if (!send(slips.subList(from, to))) {
                return;
            }
        }
        burnt.forEach(slip -> atTill.accept(() -> burn(slip)));
    }

    private static boolean isOver(Slip slip) {
        return switch (slip.state()) {
            case DECLINED, VOIDED, NOTHING_CHARGED -> true;
            case OPEN, APPROVED, VOIDING, NOT_VOIDED, OTHER_CONTENT, STORED, REPORTED -> false;
        };
    }

    private void burn(Slip slip) {
        trade.ask(
                new VoidRequest(slip.seq(), VoidReason.NO_ANSWER),
                VoidAnswer.class,
                watch.instant().plus(PATIENCE),
                () -> false);
    }
}
