package onecard.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.Refusal;
import onecard.vocabulary.VoidReason;
import onecard.vocabulary.Window;

/// The messages behind the published test vectors, by name. The file says which bytes they are.
final class Vectors {
    static final Instant NOON = Instant.parse("2026-09-01T04:00:00Z");
    private static final Instrument CARD = new Instrument.Card(new CardUid("04A1B2C3"), false);
    static final Newest NEWEST = new Newest(5, 0, 7, false);

    private Vectors() {}

    /// A message with its name and what it means.
    record Vector(String name, String meaning, Message message) {}

    static List<Vector> requests() {
        return Stream.of(
                        purchases(),
                        otherInstruments(),
                        voidsAndInquiries(),
                        stored(),
                        states(),
                        versions())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Vector> purchases() {
        return List.of(
                new Vector(
                        "purchase-free",
                        "number 1234: 9.00 keyed for card 04A1B2C3; the outcome of 1233 is known",
                        purchase(1234, Mode.FREE_AMOUNT, CARD, 900, 1233)),
                new Vector(
                        "purchase-first",
                        "the first purchase of a terminal: no outcome is known yet",
                        purchase(1, Mode.FIXED_AMOUNT, CARD, 1200, 0)),
                new Vector(
                        "purchase-count",
                        "count mode: no money, one count",
                        purchase(1235, Mode.COUNT, CARD, 0, 1234)),
                new Vector(
                        "purchase-phone",
                        "a phone that plays a card of 7 bytes",
                        purchase(
                                1236,
                                Mode.FREE_AMOUNT,
                                new Instrument.Card(new CardUid("04A1B2C3D4E5F6"), true),
                                900,
                                1235)));
    }

    private static List<Vector> otherInstruments() {
        return List.of(
                new Vector(
                        "purchase-face",
                        "a face, registered as 2026001, recognised with score 97",
                        purchase(
                                1237,
                                Mode.FREE_AMOUNT,
                                new Instrument.Face("2026001", 97),
                                900,
                                1236)),
                new Vector(
                        "purchase-number-and-pin",
                        "person number 2026001 with PIN 123456",
                        purchase(
                                1238,
                                Mode.FREE_AMOUNT,
                                new Instrument.NumberAndPin("2026001", "123456"),
                                900,
                                1237)),
                new Vector(
                        "purchase-pay-code",
                        "a pay code (reserved: refused for now)",
                        purchase(
                                1239,
                                Mode.FREE_AMOUNT,
                                new Instrument.QrToken("OC1:abc"),
                                900,
                                1238)),
                new Vector(
                        "purchase-largest",
                        "the largest number, price and time there are",
                        new PurchaseRequest(
                                4_294_967_295L,
                                Mode.FREE_AMOUNT,
                                new Instrument.Card(new CardUid("FFFFFFFFFFFFFFFFFFFF"), false),
                                Money.ofCents(9_999_999),
                                Instant.ofEpochMilli(253_402_300_799_999L),
                                4_294_967_295L)));
    }

    private static List<Vector> voidsAndInquiries() {
        return List.of(
                new Vector(
                        "void-no-answer",
                        "the cashier gave up waiting for number 1234",
                        new VoidRequest(1234, VoidReason.NO_ANSWER)),
                new Vector(
                        "void-cashier",
                        "the cashier takes back the accepted sale 1234",
                        new VoidRequest(1234, VoidReason.CASHIER)),
                new Vector("inquiry", "who holds card 04A1B2C3?", new InquiryRequest(CARD)));
    }

    private static List<Vector> stored() {
        return List.of(
                new Vector(
                        "records",
                        "two records: one sold offline, one online sale with its decision",
                        new RecordsRequest(
                                List.of(
                                        new StoredRecord(
                                                1240,
                                                Mode.FREE_AMOUNT,
                                                CARD,
                                                Money.ofCents(900),
                                                NOON,
                                                true,
                                                true,
                                                false,
                                                Optional.empty()),
                                        new StoredRecord(
                                                1234,
                                                Mode.FREE_AMOUNT,
                                                CARD,
                                                Money.ofCents(900),
                                                NOON,
                                                false,
                                                false,
                                                false,
                                                Optional.of(
                                                        new StoredRecord.Decided(
                                                                Money.ofCents(810),
                                                                Money.ofCents(310),
                                                                Money.ofCents(500),
                                                                42)))))));
    }

    private static List<Vector> states() {
        return List.of(
                new Vector(
                        "state",
                        "a heartbeat: 7 records wait, the oldest for 95 s, 212 sales today",
                        new StateRequest(
                                1240,
                                7,
                                Duration.ofSeconds(95),
                                212,
                                Money.ofCents(190_800),
                                0,
                                6,
                                5,
                                NOON,
                                "sim 0.1",
                                Optional.of("no answer for 1239"),
                                Optional.empty(),
                                Optional.empty(),
                                Money.ZERO)),
                ParameterVectors.alone(),
                ParameterVectors.notApplied());
    }

    private static List<Vector> versions() {
        return List.of(
                new Vector(
                        "hint",
                        "from the platform to the terminal: parameters 6 are new, come and look",
                        new HintRequest(new Newest(6, 0, 7, true))),
                new Vector("parameters", "GET without a body", new ParametersRequest()),
                new Vector(
                        "block-list",
                        "GET with the query since=6",
                        new ListRequest(ListKind.BLOCK, 6)),
                new Vector(
                        "allow-list",
                        "GET with the query since=0: the whole list",
                        new ListRequest(ListKind.ALLOW, 0)));
    }

    private static PurchaseRequest purchase(
            long seq, Mode mode, Instrument instrument, long cents, long settled) {
        return new PurchaseRequest(seq, mode, instrument, Money.ofCents(cents), NOON, settled);
    }

    static List<Vector> answers() {
        return Stream.of(
                        approvals(),
                        declines(),
                        otherDeclines(),
                        voids(),
                        inquiries(),
                        reports(),
                        parametersAndLists(),
                        failures())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Vector> approvals() {
        return List.of(
                new Vector(
                        "approved",
                        "9.00 less a tenth: 3.10 from cash, 5.00 from the subsidy; 200.00 cash left",
                        new PurchaseAnswer(approved(810, 90, 310, 500, 20_000), NEWEST)),
                new Vector(
                        "approved-overdrawn",
                        "9.00 with a group's overdraft: 1.00 below zero afterwards; the platform"
                                + " waits for a /state",
                        new PurchaseAnswer(
                                approved(900, 0, 900, 0, -100), new Newest(5, 0, 7, true))));
    }

    private static List<Vector> declines() {
        return List.of(
                new Vector(
                        "declined-lost",
                        "card reported lost",
                        new PurchaseAnswer(Declined.of(Refusal.CARD_LOST), NEWEST)),
                new Vector(
                        "declined-count",
                        "rule 12 allows 3 purchases a day, 3 were made",
                        declined(
                                Refusal.COUNT_LIMIT,
                                new Declined.RuleRef(12, "学生三餐"),
                                new Declined.Usage(Optional.of(Window.DAY), 3, 3, 0))),
                new Vector(
                        "declined-amount",
                        "rule 13 allows 30.00 a day, 21.01 were spent, 8.99 are left",
                        declined(
                                Refusal.AMOUNT_LIMIT,
                                new Declined.RuleRef(13, "日限30元"),
                                new Declined.Usage(Optional.of(Window.DAY), 3000, 2101, 899))));
    }

    private static List<Vector> otherDeclines() {
        return List.of(
                new Vector(
                        "declined-repeat",
                        "interval of 5 s, 2 s have passed, 3 are left",
                        new PurchaseAnswer(
                                new Declined(
                                        Refusal.REPEAT_TOO_SOON,
                                        Optional.empty(),
                                        Optional.of(new Declined.Usage(Optional.empty(), 5, 2, 3)),
                                        Optional.empty()),
                                NEWEST)),
                new Vector(
                        "declined-balance",
                        "3.20 cash and 0.50 subsidy do not pay it",
                        new PurchaseAnswer(
                                new Declined(
                                        Refusal.INSUFFICIENT_BALANCE,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(
                                                new Declined.Rest(
                                                        Money.ofCents(320), Money.ofCents(50)))),
                                NEWEST)));
    }

    private static List<Vector> voids() {
        return List.of(
                new Vector(
                        "voided",
                        "8.10 are back in the purses they came from",
                        new VoidAnswer(new VoidOutcome.Voided(Money.ofCents(810)), NEWEST)),
                new Vector(
                        "nothing-charged",
                        "the number is burnt; a late purchase with it is refused",
                        new VoidAnswer(new VoidOutcome.NothingCharged(), NEWEST)),
                new Vector(
                        "not-voided",
                        "too late: the sale stands, use a correction",
                        new VoidAnswer(
                                new VoidOutcome.NotVoided(VoidOutcome.Reason.TOO_LATE), NEWEST)));
    }

    private static List<Vector> inquiries() {
        return List.of(
                new Vector(
                        "holder",
                        "issued card, 200.00 cash, no subsidy",
                        new InquiryAnswer(
                                new InquiryResult.Holder(
                                        "张*", Money.ofCents(20_000), Money.ZERO, CardState.ISSUED),
                                NEWEST)),
                new Vector(
                        "withheld",
                        "nobody has this card",
                        new InquiryAnswer(
                                new InquiryResult.Withheld(Refusal.ILLEGAL_CARD), NEWEST)));
    }

    private static List<Vector> reports() {
        return List.of(
                new Vector(
                        "records-safe",
                        "one booked, one known before",
                        new RecordsAnswer(
                                List.of(
                                        new RecordsAnswer.Receipt(1240, RecordsAnswer.Fate.BOOKED),
                                        new RecordsAnswer.Receipt(1234, RecordsAnswer.Fate.KNOWN)),
                                NEWEST)),
                new Vector(
                        "state-answer",
                        "numbers 1000 to 1002 are missing, 1239 is the highest known",
                        new StateAnswer(
                                List.of(new StateAnswer.SeqRange(1000, 1002)),
                                1239,
                                NOON,
                                NEWEST)));
    }

    private static List<Vector> parametersAndLists() {
        return List.of(
                ParameterVectors.usual(),
                ParameterVectors.withPlan(),
                ParameterVectors.switching(),
                new Vector(
                        "block-list-answer",
                        "from version 6 to 7: one card more, one less",
                        new ListAnswer(
                                ListKind.BLOCK,
                                6,
                                7,
                                List.of(new CardUid("04A1B2C3")),
                                List.of(new CardUid("04A1B2C3D4E5F6")),
                                NEWEST)),
                new Vector(
                        "allow-list-answer",
                        "the whole list, version 9: whatever was there before is thrown away",
                        new ListAnswer(
                                ListKind.ALLOW,
                                0,
                                9,
                                List.of(new CardUid("04A1B2C3")),
                                List.of(),
                                new Newest(5, 9, 7, false))));
    }

    private static List<Vector> failures() {
        return List.of(
                new Vector(
                        "malformed",
                        "text of the diagnostic: which field, and what was expected",
                        new Failure.BadRequest("amount", "expected 1 to 9999999, got 0")),
                new Vector(
                        "other-content",
                        "the same number came before with other content",
                        new Failure.OtherContent()),
                new Vector(
                        "busy",
                        "ask again in a second, with the same number",
                        new Failure.Busy(Duration.ofSeconds(1))));
    }

    private static Approved approved(
            long charged, long discount, long cash, long subsidy, long left) {
        return new Approved(
                Money.ofCents(charged),
                Money.ofCents(charged + discount),
                Money.ofCents(discount),
                Money.ofCents(cash),
                Money.ofCents(subsidy),
                Money.ofCents(left),
                Money.ZERO,
                "张*",
                42);
    }

    private static PurchaseAnswer declined(
            Refusal refusal, Declined.RuleRef rule, Declined.Usage usage) {
        return new PurchaseAnswer(
                new Declined(refusal, Optional.of(rule), Optional.of(usage), Optional.empty()),
                NEWEST);
    }
}
