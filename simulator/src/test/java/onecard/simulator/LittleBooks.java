package onecard.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseId;
import onecard.vocabulary.PurchaseMode;
import onecard.vocabulary.Refusal;
import onecard.vocabulary.SerialNo;
import onecard.wire.Answer;
import onecard.wire.Approved;
import onecard.wire.CardState;
import onecard.wire.Declined;
import onecard.wire.Failure;
import onecard.wire.HintRequest;
import onecard.wire.InquiryAnswer;
import onecard.wire.InquiryRequest;
import onecard.wire.InquiryResult;
import onecard.wire.ListAnswer;
import onecard.wire.ListKind;
import onecard.wire.ListRequest;
import onecard.wire.Newest;
import onecard.wire.OfflineLimits;
import onecard.wire.Parameters;
import onecard.wire.ParametersAnswer;
import onecard.wire.ParametersRequest;
import onecard.wire.PurchaseAnswer;
import onecard.wire.PurchaseDecision;
import onecard.wire.PurchaseRequest;
import onecard.wire.RecordsAnswer;
import onecard.wire.RecordsRequest;
import onecard.wire.Request;
import onecard.wire.StateAnswer;
import onecard.wire.StateRequest;
import onecard.wire.StoredRecord;
import onecard.wire.VoidAnswer;
import onecard.wire.VoidOutcome;
import onecard.wire.VoidRequest;

/// The other side of the wire, as small as the published rules allow: every number is decided once.
/// Cards that end in FF are lost; everybody else has enough.
final class LittleBooks {
    private final Map<PurchaseId, Claim> claims = new TreeMap<>(LittleBooks::compare);
    private final Map<SerialNo, Long> highest = new HashMap<>();
    private final Map<SerialNo, Parameters> parameters = new HashMap<>();
    private Optional<StateRequest> lastState = Optional.empty();
    private final List<String> heard = new ArrayList<>();
    private List<CardUid> allowed = List.of();
    private long charges;

    /// What became of a number. A record has content and no decision.
    record Claim(
            Optional<Content> content,
            Optional<PurchaseDecision> decision,
            Optional<VoidOutcome> voided) {
        /// Returns what it charged and did not give back.
        Money standing() {
            if (voided.orElse(null) instanceof VoidOutcome.Voided) {
                return Money.ZERO;
            }
            return decision.map(each -> each instanceof Approved yes ? yes.charged() : Money.ZERO)
                    .or(() -> content.map(Content::amount))
                    .orElse(Money.ZERO);
        }
    }

    record Content(Mode mode, Instrument instrument, Money amount, Instant time) {
        static Content of(StoredRecord sold) {
            return new Content(sold.mode(), sold.instrument(), sold.amount(), sold.terminalTime());
        }

        static Content of(PurchaseRequest sale) {
            return new Content(sale.mode(), sale.instrument(), sale.amount(), sale.terminalTime());
        }
    }

    private static int compare(PurchaseId one, PurchaseId other) {
        int serials = one.terminal().value().compareTo(other.terminal().value());
        return serials != 0 ? serials : Long.compare(one.seq(), other.seq());
    }

    synchronized Answer answer(SerialNo terminal, Request request) {
        return switch (request) {
            case PurchaseRequest sale -> purchase(terminal, sale);
            case VoidRequest request2 -> {
                heard.add("void " + request2.seq());
                yield new VoidAnswer(undo(terminal, request2), newest(terminal));
            }
            case InquiryRequest _ ->
                    new InquiryAnswer(
                            new InquiryResult.Holder(
                                    "张*", Money.ofCents(20_000), Money.ZERO, CardState.ISSUED),
                            newest(terminal));
            case StateRequest state -> {
                lastState = Optional.of(state);
                yield new StateAnswer(
                        List.of(),
                        highest.getOrDefault(terminal, 0L),
                        Instant.EPOCH,
                        newest(terminal));
            }
            case ParametersRequest _ ->
                    parameters.containsKey(terminal)
                            ? new ParametersAnswer(parameters.get(terminal), newest(terminal))
                            : new Failure.NoSuchResource();
            case RecordsRequest(var records) ->
                    new RecordsAnswer(
                            records.stream().map(sold -> book(terminal, sold)).toList(),
                            newest(terminal));
            case ListRequest(var kind, _) ->
                    new ListAnswer(
                            kind,
                            0,
                            1,
                            kind == ListKind.ALLOW ? allowed : List.of(),
                            List.of(),
                            newest(terminal));
            case HintRequest _ -> new Failure.NoSuchResource();
        };
    }

    private Newest newest(SerialNo terminal) {
        Parameters own = parameters.get(terminal);
        int list = allowed.isEmpty() ? 0 : 1;
        return new Newest(own == null ? 0 : own.version(), list, list, false);
    }

    private RecordsAnswer.Receipt book(SerialNo terminal, StoredRecord sold) {
        heard.add("record " + sold.seq());
        PurchaseId id = new PurchaseId(terminal, sold.seq());
        Optional<Content> content = Optional.of(Content.of(sold));
        Claim before = claims.get(id);
        RecordsAnswer.Fate fate =
                before == null
                        ? RecordsAnswer.Fate.BOOKED
                        : before.content().equals(content)
                                ? RecordsAnswer.Fate.KNOWN
                                : RecordsAnswer.Fate.DISPUTED;
        if (before == null) {
            keep(id, new Claim(content, Optional.empty(), Optional.empty()));
        }
        return new RecordsAnswer.Receipt(sold.seq(), fate);
    }

    private Answer purchase(SerialNo terminal, PurchaseRequest sale) {
        heard.add("purchase " + sale.seq());
        PurchaseId id = sale.id(terminal);
        Claim claim = claims.get(id);
        if (claim == null) {
            claim =
                    new Claim(
                            Optional.of(Content.of(sale)),
                            Optional.of(decide(sale)),
                            Optional.empty());
            keep(id, claim);
        } else if (claim.content().isEmpty()) {
            return new PurchaseAnswer(Declined.of(Refusal.NUMBER_BURNT), newest(terminal));
        } else if (!claim.content().get().equals(Content.of(sale))) {
            return new Failure.OtherContent();
        }
        return new PurchaseAnswer(claim.decision().orElseThrow(), newest(terminal));
    }

    private PurchaseDecision decide(PurchaseRequest sale) {
        if (sale.instrument() instanceof Instrument.Card(var uid, _) && uid.hex().endsWith("FF")) {
            return Declined.of(Refusal.CARD_LOST);
        }
        charges++;
        return new Approved(
                sale.amount(),
                sale.amount(),
                Money.ZERO,
                sale.amount(),
                Money.ZERO,
                Money.ofCents(20_000),
                Money.ZERO,
                "张*",
                charges);
    }

    private VoidOutcome undo(SerialNo terminal, VoidRequest request) {
        PurchaseId id = new PurchaseId(terminal, request.seq());
        Claim claim = claims.get(id);
        if (claim == null) {
            claim =
                    new Claim(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(new VoidOutcome.NothingCharged()));
            keep(id, claim);
        } else if (claim.voided().isEmpty()) {
            VoidOutcome outcome =
                    claim.decision().orElseThrow() instanceof Approved yes
                            ? new VoidOutcome.Voided(yes.charged())
                            : new VoidOutcome.NothingCharged();
            claim = new Claim(claim.content(), claim.decision(), Optional.of(outcome));
            keep(id, claim);
        }
        return claim.voided().orElseThrow();
    }

    private void keep(PurchaseId id, Claim claim) {
        claims.put(id, claim);
        highest.merge(id.terminal(), id.seq(), Math::max);
    }

    /// Returns the last heartbeat.
    synchronized StateRequest lastState() {
        return lastState.orElseThrow();
    }

    /// Returns what was asked and told of numbers, as it came.
    synchronized List<String> heard() {
        return List.copyOf(heard);
    }

    /// From now on these cards are on the allow list.
    synchronized void allow(CardUid... cards) {
        allowed = List.of(cards);
    }

    synchronized void set(SerialNo terminal, Parameters newParameters) {
        parameters.put(terminal, newParameters);
    }

    /// Returns the claims of one terminal by number.
    synchronized Map<Long, Claim> claimsOf(SerialNo terminal) {
        Map<Long, Claim> own = new TreeMap<>();
        claims.forEach((id, claim) -> {
            if (id.terminal().equals(terminal)) {
                own.put(id.seq(), claim);
            }
        });
        return own;
    }

    /// Returns the sum of what was charged and not given back.
    synchronized Money taken() {
        Money sum = Money.ZERO;
        for (Claim claim : claims.values()) {
            sum = sum.plus(claim.standing());
        }
        return sum;
    }

    static Parameters parameters(long version, Mode mode, long fixedCents) {
        return parameters(version, mode, fixedCents, 0, Duration.ofSeconds(3));
    }

    static Parameters parameters(
            long version, Mode mode, long fixedCents, int switchAfter, Duration tillTime) {
        return new Parameters(
                version,
                Optional.empty(),
                "二食堂",
                mode,
                Money.ofCents(fixedCents),
                Duration.ZERO,
                tillTime,
                Duration.ofSeconds(30),
                PurchaseMode.ONLINE,
                true,
                false,
                OfflineLimits.USUAL,
                switchAfter,
                Optional.empty());
    }
}
