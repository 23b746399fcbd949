package onecard.wire;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.MachineNo;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseId;
import onecard.vocabulary.PurchaseMode;
import onecard.vocabulary.Refusal;
import onecard.vocabulary.VoidReason;
import onecard.vocabulary.Window;

/// Draws any message that can be built, with a leaning towards the edges of every range.
final class AnyMessage {
    private static final String LETTERS = "aZ09 .-_~张三*é\uE000\uFFFF";

    private final RandomGenerator random;

    AnyMessage(RandomGenerator random) {
        this.random = random;
    }

    Request request() {
        return switch (random.nextInt(8)) {
            case 0 -> purchase();
            case 1 -> new VoidRequest(seq(), one(VoidReason.values()));
            case 2 -> new InquiryRequest(instrument());
            case 3 -> new RecordsRequest(several(1, 8, this::record));
            case 4 -> state();
            case 5 -> new ParametersRequest();
            case 6 -> new ListRequest(one(ListKind.values()), random.nextLong(1L << 59));
            default -> new HintRequest(newest());
        };
    }

    Answer answer() {
        return switch (random.nextInt(9)) {
            case 0 -> new PurchaseAnswer(approved(), newest());
            case 1 -> new PurchaseAnswer(declined(), newest());
            case 2 -> new VoidAnswer(voidOutcome(), newest());
            case 3 -> new InquiryAnswer(inquiry(), newest());
            case 4 -> new RecordsAnswer(several(0, 9, this::receipt), newest());
            case 5 -> new StateAnswer(several(0, 9, this::range), seqOrNone(), time(), newest());
            case 6 -> new ParametersAnswer(parameters(), newest());
            case 7 -> list();
            default -> failure();
        };
    }

    private PurchaseRequest purchase() {
        Mode mode = one(Mode.values());
        return new PurchaseRequest(seq(), mode, instrument(), price(mode), time(), seqOrNone());
    }

    private StoredRecord record() {
        Mode mode = one(Mode.values());
        return new StoredRecord(
                seq(),
                mode,
                instrument(),
                price(mode),
                time(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                maybe(() -> {
                    Money cash = half();
                    Money subsidy = half();
                    return new StoredRecord.Decided(cash.plus(subsidy), cash, subsidy, number());
                }));
    }

    private StateRequest state() {
        return new StateRequest(
                seqOrNone(),
                (int) edge(0, Limits.MAX_COUNT),
                Duration.ofSeconds(edge(0, Limits.MAX_AGE_SECONDS)),
                (int) edge(0, Limits.MAX_COUNT),
                cents(),
                number(),
                number(),
                number(),
                time(),
                text(0, Limits.MAX_FIRMWARE_CHARS),
                maybe(() -> text(0, Limits.MAX_ERROR_CHARS)),
                maybe(() ->
                        new NotApplied(
                                number(),
                                one(NotApplied.Reason.values()),
                                text(0, Limits.MAX_ERROR_CHARS))),
                maybe(this::time),
                cents());
    }

    Instrument instrument() {
        return switch (random.nextInt(5)) {
            case 0, 1 -> new Instrument.Card(uid(), random.nextBoolean());
            case 2 -> new Instrument.Face(text(1, Limits.MAX_NUMBER_CHARS), (int) edge(0, 100));
            case 3 ->
                    new Instrument.NumberAndPin(
                            text(1, Limits.MAX_NUMBER_CHARS),
                            "%06d".formatted(random.nextInt(1_000_000)));
            default -> new Instrument.QrToken(text(1, Limits.MAX_TOKEN_CHARS));
        };
    }

    private CardUid uid() {
        byte[] bytes = new byte[new int[] {4, 7, 10}[random.nextInt(3)]];
        random.nextBytes(bytes);
        return CardUid.of(bytes);
    }

    private Approved approved() {
        Money cash = half();
        Money subsidy = half();
        Money charged = cash.plus(subsidy);
        Money discount = Money.ofCents(edge(-1_000_000, 1_000_000));
        Money gross =
                random.nextBoolean() || charged.cents() > 1L << 61
                        ? charged
                        : charged.plus(discount);
        return new Approved(
                charged,
                gross,
                gross.minus(charged),
                cash,
                subsidy,
                cents(),
                cents(),
                text(0, Limits.MAX_NAME_CHARS),
                number());
    }

    private Declined declined() {
        return new Declined(
                one(Refusal.values()),
                maybe(() ->
                        new Declined.RuleRef(
                                edge(1, Long.MAX_VALUE), text(0, Limits.MAX_RULE_NAME_CHARS))),
                maybe(() ->
                        new Declined.Usage(
                                maybe(() -> one(Window.values())),
                                random.nextLong(),
                                number(),
                                random.nextLong())),
                maybe(() -> new Declined.Rest(cents(), cents())));
    }

    private VoidOutcome voidOutcome() {
        return switch (random.nextInt(3)) {
            case 0 -> new VoidOutcome.Voided(Money.ofCents(number()));
            case 1 -> new VoidOutcome.NothingCharged();
            default -> new VoidOutcome.NotVoided(one(VoidOutcome.Reason.values()));
        };
    }

    private InquiryResult inquiry() {
        return random.nextBoolean()
                ? new InquiryResult.Withheld(one(Refusal.values()))
                : new InquiryResult.Holder(
                        text(0, Limits.MAX_NAME_CHARS), cents(), cents(), one(CardState.values()));
    }

    private RecordsAnswer.Receipt receipt() {
        return new RecordsAnswer.Receipt(seq(), one(RecordsAnswer.Fate.values()));
    }

    private StateAnswer.SeqRange range() {
        long one = seq();
        long other = seq();
        return new StateAnswer.SeqRange(Math.min(one, other), Math.max(one, other));
    }

    private Parameters parameters() {
        return new Parameters(
                number(),
                maybe(() -> new MachineNo((int) edge(1, 999))),
                text(0, Limits.MAX_NAME_CHARS),
                one(Mode.values()),
                Money.ofCents(edge(0, Limits.MAX_PRICE_CENTS)),
                Duration.ofSeconds(edge(0, Limits.MAX_REPEAT_SECONDS)),
                Duration.ofMillis(edge(1, Limits.MAX_TILL_MILLIS)),
                Duration.ofSeconds(edge(1, Limits.MAX_HEARTBEAT_SECONDS)),
                one(PurchaseMode.values()),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean()
                        ? OfflineLimits.USUAL
                        : new OfflineLimits(
                                offline(),
                                offline(),
                                offline(),
                                maybe(() -> Duration.ofSeconds(edge(0, Limits.MAX_AGE_SECONDS)))),
                (int) edge(0, Limits.MAX_SWITCH_AFTER),
                maybe(() ->
                        new ModePlan(
                                ZoneId.of("Asia/Shanghai"),
                                several(1, Limits.MAX_SLOTS, this::slot))));
    }

    private Optional<Money> offline() {
        return maybe(() -> Money.ofCents(edge(0, Limits.MAX_OFFLINE_CENTS)));
    }

    private ModePlan.Slot slot() {
        int from = (int) edge(0, 1_439);
        return new ModePlan.Slot(
                ModePlan.Slot.days(edge(1, 127)),
                from,
                (int) edge(from + 1, 1_440),
                one(Mode.values()),
                Money.ofCents(edge(0, Limits.MAX_PRICE_CENTS)));
    }

    private ListAnswer list() {
        long one = number();
        long other = number();
        return new ListAnswer(
                one(ListKind.values()),
                Math.min(one, other),
                Math.max(one, other),
                several(0, 20, this::uid),
                several(0, 5, this::uid),
                newest());
    }

    private Failure failure() {
        return switch (random.nextInt(8)) {
            case 0 -> new Failure.BadRequest("amount", "expected 1 to 9, got 0");
            case 1 -> new Failure.Unauthorized();
            case 2 -> new Failure.NotServed();
            case 3 -> new Failure.NoSuchResource();
            case 4 -> new Failure.OtherContent();
            case 5 -> new Failure.TooLarge(random.nextInt(100_000));
            case 6 -> new Failure.Busy(Duration.ofSeconds(edge(0, Limits.MAX_BUSY_SECONDS)));
            default -> new Failure.Unavailable();
        };
    }

    Newest newest() {
        return new Newest(number(), number(), number(), random.nextBoolean());
    }

    private long seq() {
        return edge(1, PurchaseId.SEQ_MAX);
    }

    private long seqOrNone() {
        return edge(0, PurchaseId.SEQ_MAX);
    }

    private long number() {
        return edge(0, Long.MAX_VALUE);
    }

    private Money price(Mode mode) {
        return mode == Mode.COUNT ? Money.ZERO : Money.ofCents(edge(1, Limits.MAX_PRICE_CENTS));
    }

    private Money cents() {
        return Money.ofCents(edge(Long.MIN_VALUE, Long.MAX_VALUE));
    }

    /// Two of these can be added.
    private Money half() {
        return Money.ofCents(edge(Long.MIN_VALUE / 4, Long.MAX_VALUE / 4));
    }

    private Instant time() {
        return Instant.ofEpochMilli(edge(0, Limits.MAX_TIME_MILLIS));
    }

    private String text(int least, int most) {
        StringBuilder text = new StringBuilder();
        long length = edge(least, most);
        for (long i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /// Draws the ends of the range as often as its inside, and small numbers more often than large.
    private long edge(long least, long most) {
        return switch (random.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            case 2 -> Math.clamp(random.nextLong(1, 70_000), least, most);
            default ->
                    most == Long.MAX_VALUE
                            ? Math.max(least, random.nextLong())
                            : random.nextLong(least, most + 1);
        };
    }

    private <T> Optional<T> maybe(Supplier<T> drawn) {
        return random.nextBoolean() ? Optional.of(drawn.get()) : Optional.empty();
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> List<T> several(int least, int most, Supplier<T> drawn) {
        List<T> values = new ArrayList<>();
        long count = edge(least, most);
        for (long i = 0; i < count; i++) {
            values.add(drawn.get());
        }
        return values;
    }

    /// Returns where the answer would come from, drawn where several do.
    Resource resourceOf(Answer answer) {
        return switch (answer) {
            case PurchaseAnswer _ -> Resource.PURCHASE;
            case VoidAnswer _ -> Resource.VOID;
            case InquiryAnswer _ -> Resource.INQUIRY;
            case RecordsAnswer _ -> Resource.RECORDS;
            case StateAnswer _ -> Resource.STATE;
            case ParametersAnswer _ -> Resource.PARAMETERS;
            case ListAnswer list ->
                    list.kind() == ListKind.ALLOW ? Resource.ALLOW_LIST : Resource.BLOCK_LIST;
            case HintAnswer _ -> Resource.HINT;
            case Failure _ -> one(Resource.values());
        };
    }
}
