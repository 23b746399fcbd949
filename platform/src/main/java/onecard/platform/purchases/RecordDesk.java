package onecard.platform.purchases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import onecard.platform.system.ThisNode;
import onecard.platform.terminals.Terminals;
import onecard.vocabulary.SerialNo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/// Takes up records, one batch after the other: they lock many accounts at once, and nobody waits
/// for their answer at a till. A batch that lost a race is run again; one that the books do not
/// take is halved until the record is found that spoils it, which is set aside by itself.
@Service
class RecordDesk implements Records {
    /// The last of a node's strands: the others are the desks' and the kitchen's.
    static final int WRITER = ThisNode.STRANDS - 1;

    private static final int RACES_MAX = 8;

    /// How long a batch waits for those before it.
    private static final Duration WAIT_MAX = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(RecordDesk.class);

    private final TrayStore store;
    private final RecordTray records;
    private final Terminals terminals;
    private final Regulars regulars;
    private final ThisNode node;
    private final ApplicationEventPublisher events;
    private final ReentrantLock turn = new ReentrantLock(true);

    RecordDesk(
            TrayStore store,
            RecordTray records,
            Terminals terminals,
            Regulars regulars,
            ThisNode node,
            ApplicationEventPublisher events) {
        this.store = store;
        this.records = records;
        this.terminals = terminals;
        this.regulars = regulars;
        this.node = node;
        this.events = events;
    }

    @Override
    public Result book(SerialNo terminal, List<SoldRecord> sold, Instant arrivedAt) {
        if (sold.size() > BATCH_MAX) {
            throw new IllegalArgumentException(
                    "A batch has up to %d records, not %d".formatted(BATCH_MAX, sold.size()));
        }
        if (terminals.current().bySerial(terminal).isEmpty()) {
            return new Result.Unknown("not registered");
        }
        try {
            if (!turn.tryLock(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Result.Busy();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Result.Busy();
        }
        try {
            return taken(new RecordTray.Batch(terminal, List.copyOf(sold), arrivedAt));
        } finally {
            turn.unlock();
        }
    }

    private Result taken(RecordTray.Batch batch) {
        try {
            List<Fate> fates = run(batch);
            // What the kitchen remembers of these purses is not so any more.
            batch.uids().forEach(regulars::forget);
            events.publishEvent(new PurchaseTaken(fates.size()));
            return new Result.Safe(fates);
        } catch (RuntimeException e) {
            LOG.warn("Records of {} ended unknown: {}", batch.terminal(), e.toString());
            return new Result.Unknown("database");
        }
    }

    private List<Fate> run(RecordTray.Batch batch) {
        RuntimeException last = new IllegalStateException("no race was run");
        for (int race = 0; race < RACES_MAX; race++) {
            try {
                return store.inTray(node.strand(WRITER), tray -> records.cook(batch, tray));
            } catch (RuntimeException e) {
                last = e;
                switch (TrayRun.Fault.of(e)) {
                    case LOST_RACE -> LOG.debug("Records of {} again", batch.terminal());
                    case BAD_DATA -> {
                        return apart(batch, e);
                    }
                    case UNKNOWN -> throw e;
                }
            }
        }
        throw last;
    }

    private List<Fate> apart(RecordTray.Batch batch, RuntimeException cause) {
        int size = batch.records().size();
        if (size == 1) {
            LOG.error(
                    "Record {} of {} cannot be booked and is set aside",
                    batch.records().getFirst().seq(),
                    batch.terminal(),
                    cause);
            Fate fate = store.inTray(node.strand(WRITER), tray -> records.setAside(batch, tray));
            return List.of(fate);
        }
        var fates = new ArrayList<Fate>(size);
        fates.addAll(run(batch.part(0, size / 2)));
        fates.addAll(run(batch.part(size / 2, size)));
        return fates;
    }
}
