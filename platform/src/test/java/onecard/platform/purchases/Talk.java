package onecard.platform.purchases;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import onecard.vocabulary.Refusal;
import onecard.vocabulary.SerialNo;
import onecard.wire.Answer;
import onecard.wire.Approved;
import onecard.wire.Declined;
import onecard.wire.Failure;
import onecard.wire.Newest;
import onecard.wire.PurchaseAnswer;
import onecard.wire.PurchaseRequest;
import onecard.wire.Request;
import onecard.wire.VoidAnswer;
import onecard.wire.VoidOutcome;
import onecard.wire.VoidRequest;

/// Between what terminals say and what the kitchen understands, in a world without sockets.
final class Talk {
    private Talk() {}

    static Optional<Order> order(SerialNo serial, Request request, Instant arrivedAt) {
        return switch (request) {
            case PurchaseRequest sale ->
                    Optional.of(
                            new Order.Sale(
                                    sale.id(serial),
                                    sale.mode(),
                                    sale.instrument(),
                                    sale.amount(),
                                    sale.terminalTime(),
                                    arrivedAt));
            case VoidRequest back ->
                    Optional.of(
                            new Order.TakeBack(
                                    new onecard.vocabulary.PurchaseId(serial, back.seq()),
                                    back.reason(),
                                    arrivedAt));
            default -> Optional.empty();
        };
    }

    static Answer answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Taken taken ->
                    new PurchaseAnswer(
                            new Approved(
                                    taken.net(),
                                    taken.gross(),
                                    taken.gross().minus(taken.net()),
                                    taken.cash(),
                                    taken.subsidy(),
                                    taken.cashLeft(),
                                    taken.subsidyLeft(),
                                    taken.maskedName(),
                                    taken.number()),
                            Newest.NONE);
            case Outcome.Refused(_, Refusal reason, Optional<Outcome.Bound> bound) ->
                    new PurchaseAnswer(
                            new Declined(
                                    reason,
                                    Optional.empty(),
                                    bound.map(b ->
                                            new Declined.Usage(
                                                    b.window(), b.limit(), b.used(), b.left())),
                                    Optional.empty()),
                            Newest.NONE);
            case Outcome.Voided(_, var amount) -> voided(new VoidOutcome.Voided(amount));
            case Outcome.NothingCharged _ -> voided(new VoidOutcome.NothingCharged());
            case Outcome.NotVoided(var why) -> voided(new VoidOutcome.NotVoided(reason(why)));
            case Outcome.OtherContent _ -> new Failure.OtherContent();
            case Outcome.Unknown _ -> new Failure.Unavailable();
            case Outcome.Busy _ -> new Failure.Busy(Duration.ofSeconds(1));
        };
    }

    private static VoidAnswer voided(VoidOutcome outcome) {
        return new VoidAnswer(outcome, Newest.NONE);
    }

    private static VoidOutcome.Reason reason(Outcome.WhyNotVoided why) {
        return switch (why) {
            case TOO_LATE -> VoidOutcome.Reason.TOO_LATE;
            case OTHER_MEAL -> VoidOutcome.Reason.OTHER_MEAL;
        };
    }
}
