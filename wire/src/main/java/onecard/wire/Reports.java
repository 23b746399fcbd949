package onecard.wire;

import static onecard.wire.Keys.*;

import java.util.ArrayList;
import java.util.List;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.PurchaseId;

/// The answers of the records port ↔ maps.
final class Reports {
    private Reports() {}

    static Fields fields(RecordsAnswer answer) {
        List<Value> receipts = new ArrayList<>();
        for (RecordsAnswer.Receipt receipt : answer.receipts()) {
            receipts.add(
                    new Fields().put(RECEIPT_SEQ, receipt.seq()).put(FATE, receipt.fate().code()));
        }
        return new Fields().put(RECEIPTS, new Value.Items(receipts));
    }

    static RecordsAnswer records(Fields fields, Newest newest) throws MalformedException {
        List<RecordsAnswer.Receipt> receipts = new ArrayList<>();
        for (Fields receipt : fields.maps(RECEIPTS, 0, Limits.MAX_RECORDS)) {
            receipts.add(
                    new RecordsAnswer.Receipt(
                            Requests.seq(receipt, RECEIPT_SEQ), Codes.fate(receipt, FATE)));
        }
        return new RecordsAnswer(receipts, newest);
    }

    static Fields fields(StateAnswer answer) {
        List<Value> missing = new ArrayList<>();
        for (StateAnswer.SeqRange range : answer.missing()) {
            missing.add(new Fields().put(FROM_SEQ, range.from()).put(TO_SEQ, range.to()));
        }
        return new Fields()
                .put(MISSING, new Value.Items(missing))
                .put(HIGHEST_SEQ, answer.highestSeq())
                .put(PLATFORM_TIME, answer.platformTime().toEpochMilli());
    }

    static StateAnswer state(Fields fields, Newest newest) throws MalformedException {
        List<StateAnswer.SeqRange> missing = new ArrayList<>();
        for (Fields range : fields.maps(MISSING, 0, Limits.MAX_RANGES)) {
            long from = Requests.seq(range, FROM_SEQ);
            long to = Requests.seq(range, TO_SEQ);
            if (from > to) {
                throw new MalformedException(MISSING.name(), "a range runs upwards");
            }
            missing.add(new StateAnswer.SeqRange(from, to));
        }
        return new StateAnswer(
                missing,
                fields.whole(HIGHEST_SEQ, 0, PurchaseId.SEQ_MAX),
                Requests.time(fields, PLATFORM_TIME),
                newest);
    }

    static Fields fields(ListAnswer answer) {
        return new Fields()
                .put(FROM_VERSION, answer.from())
                .put(TO_VERSION, answer.to())
                .put(ADDED, octets(answer.added()))
                .put(REMOVED, octets(answer.removed()));
    }

    static ListAnswer list(ListKind kind, Fields fields, Newest newest) throws MalformedException {
        long from = Requests.version(fields, FROM_VERSION);
        long to = fields.whole(TO_VERSION, from, Long.MAX_VALUE);
        return new ListAnswer(kind, from, to, cards(fields, ADDED), cards(fields, REMOVED), newest);
    }

    private static Value octets(List<CardUid> cards) {
        List<Value> octets = new ArrayList<>(cards.size());
        cards.forEach(card -> octets.add(new Value.Octets(card.bytes())));
        return new Value.Items(octets);
    }

    private static List<CardUid> cards(Fields fields, Field field) throws MalformedException {
        List<CardUid> cards = new ArrayList<>();
        for (Value item : fields.items(field, 0, Limits.MAX_LIST_CARDS)) {
            if (!(item instanceof Value.Octets octets)) {
                throw new MalformedException(
                        field.name(), "expected byte strings in the array, got " + item.what());
            }
            cards.add(Instruments.uid(field, octets.bytes()));
        }
        return cards;
    }
}
