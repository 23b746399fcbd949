package onecard.platform.collection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import onecard.platform.gate.Noticeboard;
import onecard.platform.gate.Visitor;
import onecard.platform.purchases.Records;
import onecard.platform.purchases.SoldRecord;
import onecard.wire.Answer;
import onecard.wire.Failure;
import onecard.wire.RecordsAnswer;
import onecard.wire.RecordsRequest;
import onecard.wire.StoredRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Carries records to the kitchen, and receipts back after the commit. It decides nothing.
@Component
class RecordCounter {
    /// When to come again if too many are waiting.
    private static final Duration LATER = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(RecordCounter.class);

    private final Records records;
    private final Noticeboard noticeboard;

    RecordCounter(Records records, Noticeboard noticeboard) {
        this.records = records;
        this.noticeboard = noticeboard;
    }

    Answer take(Visitor visitor, RecordsRequest request) {
        var sold = request.records().stream().map(RecordCounter::sold).toList();
        return switch (records.book(visitor.terminal(), sold, visitor.arrivedAt())) {
            case Records.Result.Safe(var fates) -> receipts(visitor, request.records(), fates);
            case Records.Result.Busy() -> new Failure.Busy(LATER);
            case Records.Result.Unknown(String why) -> {
                LOG.info("No receipt for records of {}: {}", visitor.terminal(), why);
                yield new Failure.Unavailable();
            }
        };
    }

    private RecordsAnswer receipts(
            Visitor visitor, List<StoredRecord> asked, List<Records.Fate> fates) {
        var receipts = new ArrayList<RecordsAnswer.Receipt>(asked.size());
        for (int i = 0; i < asked.size(); i++) {
            receipts.add(new RecordsAnswer.Receipt(asked.get(i).seq(), fate(fates.get(i))));
        }
        return new RecordsAnswer(receipts, noticeboard.newest(visitor.terminal()));
    }

    private static RecordsAnswer.Fate fate(Records.Fate fate) {
        return switch (fate) {
            case BOOKED -> RecordsAnswer.Fate.BOOKED;
            case KNOWN -> RecordsAnswer.Fate.KNOWN;
            case DISPUTED -> RecordsAnswer.Fate.DISPUTED;
        };
    }

    private static SoldRecord sold(StoredRecord record) {
        return new SoldRecord(
                record.seq(),
                record.mode(),
                record.instrument(),
                record.amount(),
                record.terminalTime(),
                record.offline(),
                record.overdraft(),
                record.amountUnsure(),
                record.decided()
                        .map(decided ->
                                new SoldRecord.Decided(
                                        decided.charged(),
                                        decided.cashPart(),
                                        decided.subsidyPart(),
                                        decided.platformNo())));
    }
}
