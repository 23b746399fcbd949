package onecard.wire;

import static onecard.wire.Keys.*;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseId;

/// Requests ↔ maps.
final class Requests {
    private Requests() {}

    static Fields fields(PurchaseRequest request) {
        Fields fields =
                new Fields()
                        .put(SEQ, request.seq())
                        .put(MODE, Codes.of(request.mode()))
                        .put(INSTRUMENT, Instruments.fields(request.instrument()))
                        .put(AMOUNT, request.amount())
                        .put(TIME, request.terminalTime().toEpochMilli());
        return request.highestSettled() == 0
                ? fields
                : fields.put(HIGHEST_SETTLED, request.highestSettled());
    }

    static PurchaseRequest purchase(Fields fields) throws MalformedException {
        long seq = seq(fields, SEQ);
        Mode mode = Codes.mode(fields, MODE);
        return new PurchaseRequest(
                seq,
                mode,
                Instruments.read(fields),
                price(fields, mode),
                time(fields, TIME),
                fields.wholeOr(HIGHEST_SETTLED, 0, PurchaseId.SEQ_MAX, 0));
    }

    static Fields fields(VoidRequest request) {
        return new Fields().put(SEQ, request.seq()).put(REASON, Codes.of(request.reason()));
    }

    static VoidRequest voidRequest(Fields fields) throws MalformedException {
        return new VoidRequest(seq(fields, SEQ), Codes.voidReason(fields, REASON));
    }

    static Fields fields(InquiryRequest request) {
        return new Fields().put(INSTRUMENT, Instruments.fields(request.instrument()));
    }

    static InquiryRequest inquiry(Fields fields) throws MalformedException {
        return new InquiryRequest(Instruments.read(fields));
    }

    static Fields fields(RecordsRequest request) {
        List<Value> records = new ArrayList<>();
        request.records().forEach(stored -> records.add(fields(stored)));
        return new Fields().put(RECORDS, new Value.Items(records));
    }

    static RecordsRequest records(Fields fields) throws MalformedException {
        List<StoredRecord> records = new ArrayList<>();
        for (Fields stored : fields.maps(RECORDS, 1, Limits.MAX_RECORDS)) {
            records.add(storedRecord(stored));
        }
        return new RecordsRequest(records);
    }

    static Fields fields(StoredRecord stored) {
        Fields fields =
                new Fields()
                        .put(SEQ, stored.seq())
                        .put(MODE, Codes.of(stored.mode()))
                        .put(INSTRUMENT, Instruments.fields(stored.instrument()))
                        .put(AMOUNT, stored.amount())
                        .put(TIME, stored.terminalTime().toEpochMilli())
                        .putIfTrue(OFFLINE, stored.offline())
                        .putIfTrue(OVERDRAFT, stored.overdraft())
                        .putIfTrue(AMOUNT_UNSURE, stored.amountUnsure());
        stored.decided()
                .ifPresent(decided ->
                        fields.put(
                                DECIDED,
                                new Fields()
                                        .put(CHARGED, decided.charged())
                                        .put(CASH_PART, decided.cashPart())
                                        .put(SUBSIDY_PART, decided.subsidyPart())
                                        .put(PLATFORM_NO, decided.platformNo())));
        return fields;
    }

    private static StoredRecord storedRecord(Fields fields) throws MalformedException {
        long seq = seq(fields, SEQ);
        Mode mode = Codes.mode(fields, MODE);
        return new StoredRecord(
                seq,
                mode,
                Instruments.read(fields),
                price(fields, mode),
                time(fields, TIME),
                fields.truth(OFFLINE),
                fields.truth(OVERDRAFT),
                fields.truth(AMOUNT_UNSURE),
                decided(fields));
    }

    private static Optional<StoredRecord.Decided> decided(Fields message)
            throws MalformedException {
        Optional<Fields> fields = message.mapIfAny(DECIDED);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Money charged = fields.get().money(CHARGED);
        Money cashPart = fields.get().money(CASH_PART);
        Money subsidyPart = fields.get().money(SUBSIDY_PART);
        long platformNo = fields.get().whole(PLATFORM_NO, 0, Long.MAX_VALUE);
        Sums.check(CHARGED, charged, cashPart, subsidyPart);
        return Optional.of(new StoredRecord.Decided(charged, cashPart, subsidyPart, platformNo));
    }

    static Fields fields(StateRequest request) {
        Fields fields =
                new Fields()
                        .put(LAST_SEQ, request.lastSeq())
                        .put(STORED_RECORDS, request.storedRecords())
                        .put(OLDEST_RECORD_AGE, request.oldestRecordAge().toSeconds())
                        .put(TODAY_COUNT, request.todayCount())
                        .put(TODAY_SUM, request.todaySum())
                        .put(CLOCK, request.clock().toEpochMilli())
                        .put(FIRMWARE, request.firmware())
                        .put(STATE_PARAMETER_VERSION, request.parameterVersion())
                        .put(STATE_ALLOW_VERSION, request.allowVersion())
                        .put(STATE_BLOCK_VERSION, request.blockVersion());
        request.lastError().ifPresent(text -> fields.put(LAST_ERROR, text));
        request.aloneSince().ifPresent(since -> fields.put(ALONE_SINCE, since.toEpochMilli()));
        if (!request.storedSum().equals(Money.ZERO)) {
            fields.put(STORED_SUM, request.storedSum());
        }
        request.notApplied()
                .ifPresent(not ->
                        fields.put(
                                NOT_APPLIED,
                                new Fields()
                                        .put(NOT_APPLIED_VERSION, not.version())
                                        .put(NOT_APPLIED_REASON, not.reason().code())
                                        .put(NOT_APPLIED_WORDS, not.words())));
        return fields;
    }

    static StateRequest state(Fields fields) throws MalformedException {
        return new StateRequest(
                fields.whole(LAST_SEQ, 0, PurchaseId.SEQ_MAX),
                (int) fields.whole(STORED_RECORDS, 0, Limits.MAX_COUNT),
                Duration.ofSeconds(fields.whole(OLDEST_RECORD_AGE, 0, Limits.MAX_AGE_SECONDS)),
                (int) fields.whole(TODAY_COUNT, 0, Limits.MAX_COUNT),
                fields.money(TODAY_SUM),
                version(fields, STATE_ALLOW_VERSION),
                version(fields, STATE_BLOCK_VERSION),
                version(fields, STATE_PARAMETER_VERSION),
                time(fields, CLOCK),
                fields.text(FIRMWARE, 0, Limits.MAX_FIRMWARE_CHARS),
                fields.has(LAST_ERROR)
                        ? Optional.of(fields.text(LAST_ERROR, 0, Limits.MAX_ERROR_CHARS))
                        : Optional.empty(),
                notApplied(fields),
                fields.has(ALONE_SINCE) ? Optional.of(time(fields, ALONE_SINCE)) : Optional.empty(),
                fields.has(STORED_SUM) ? fields.money(STORED_SUM) : Money.ZERO);
    }

    private static Optional<NotApplied> notApplied(Fields message) throws MalformedException {
        Optional<Fields> fields = message.mapIfAny(NOT_APPLIED);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new NotApplied(
                        version(fields.get(), NOT_APPLIED_VERSION),
                        Codes.notApplied(fields.get(), NOT_APPLIED_REASON),
                        fields.get().text(NOT_APPLIED_WORDS, 0, Limits.MAX_ERROR_CHARS)));
    }

    static Fields fields(HintRequest request) {
        return new Fields().put(NEWEST, NewestVersions.fields(request.newest()));
    }

    static HintRequest hint(Fields fields) throws MalformedException {
        return new HintRequest(NewestVersions.read(fields));
    }

    static long seq(Fields fields, Field field) throws MalformedException {
        return fields.whole(field, 1, PurchaseId.SEQ_MAX);
    }

    static long version(Fields fields, Field field) throws MalformedException {
        return fields.whole(field, 0, Long.MAX_VALUE);
    }

    static Instant time(Fields fields, Field field) throws MalformedException {
        return Instant.ofEpochMilli(fields.whole(field, 0, Limits.MAX_TIME_MILLIS));
    }

    private static Money price(Fields fields, Mode mode) throws MalformedException {
        return mode == Mode.COUNT
                ? fields.money(AMOUNT, 0, 0)
                : fields.money(AMOUNT, 1, Limits.MAX_PRICE_CENTS);
    }
}
