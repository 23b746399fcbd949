package onecard.platform.authorization;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import onecard.platform.gate.Door;
import onecard.platform.gate.Heartbeats;
import onecard.platform.gate.Noticeboard;
import onecard.platform.gate.Visitor;
import onecard.platform.purchases.Order;
import onecard.platform.purchases.Outcome;
import onecard.platform.purchases.Purchases;
import onecard.platform.purchases.UsedNumbers;
import onecard.platform.terminals.Terminals;
import onecard.vocabulary.PurchaseId;
import onecard.wire.Answer;
import onecard.wire.Failure;
import onecard.wire.HintRequest;
import onecard.wire.InquiryRequest;
import onecard.wire.ListRequest;
import onecard.wire.ParametersRequest;
import onecard.wire.PurchaseRequest;
import onecard.wire.RecordsRequest;
import onecard.wire.Request;
import onecard.wire.Resource;
import onecard.wire.StateAnswer;
import onecard.wire.StateRequest;
import onecard.wire.VoidRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Turns a message into an order, carries it to the kitchen, and carries the outcome back after the
/// commit. It decides nothing.
@Component
class AuthorizationDoor implements Door {
    private static final Logger LOG = LoggerFactory.getLogger(AuthorizationDoor.class);

    private final Purchases purchases;
    private final UsedNumbers numbers;
    private final Terminals terminals;
    private final Heartbeats heartbeats;
    private final Noticeboard noticeboard;

    AuthorizationDoor(
            Purchases purchases,
            UsedNumbers numbers,
            Terminals terminals,
            Heartbeats heartbeats,
            Noticeboard noticeboard) {
        this.purchases = purchases;
        this.numbers = numbers;
        this.terminals = terminals;
        this.heartbeats = heartbeats;
        this.noticeboard = noticeboard;
    }

    @Override
    public Set<Resource> resources() {
        return Set.of(Resource.PURCHASE, Resource.VOID, Resource.INQUIRY, Resource.STATE);
    }

    @Override
    public CompletableFuture<Answer> answer(Visitor visitor, Request request) {
        heartbeats.heard(visitor);
        return switch (request) {
            case PurchaseRequest sale -> sell(visitor, sale);
            case VoidRequest takeBack -> takeBack(visitor, takeBack);
            case InquiryRequest(var instrument) ->
                    now(
                            Answers.toInquiry(
                                    purchases.inquire(visitor.terminal(), instrument),
                                    instrument,
                                    noticeboard.newest(visitor.terminal())));
            case StateRequest state -> now(state(visitor, state));
            case RecordsRequest _, ParametersRequest _, ListRequest _, HintRequest _ ->
                    now(new Failure.NoSuchResource());
        };
    }

    private CompletableFuture<Answer> sell(Visitor visitor, PurchaseRequest request) {
        PurchaseId id = request.id(visitor.terminal());
        var sale =
                new Order.Sale(
                        id,
                        request.mode(),
                        request.instrument(),
                        request.amount(),
                        request.terminalTime(),
                        visitor.arrivedAt());
        return purchases
                .take(sale)
                .thenApply(outcome -> {
                    note(visitor, id, outcome);
                    return Answers.toSale(outcome, noticeboard.newest(visitor.terminal()));
                });
    }

    private CompletableFuture<Answer> takeBack(Visitor visitor, VoidRequest request) {
        var id = new PurchaseId(visitor.terminal(), request.seq());
        return purchases
                .take(new Order.TakeBack(id, request.reason(), visitor.arrivedAt()))
                .thenApply(outcome -> {
                    note(visitor, id, outcome);
                    return Answers.toVoid(outcome, noticeboard.newest(visitor.terminal()));
                });
    }

    /// Tells the register of sales and the duty officer of what should not happen.
    private void note(Visitor visitor, PurchaseId id, Outcome outcome) {
        switch (outcome) {
            case Outcome.Taken _ -> terminals.bought(visitor.terminal(), visitor.arrivedAt());
            case Outcome.OtherContent _ ->
                    LOG.warn(
                            "ALARM {} came again with other content from {}: the terminal was"
                                    + " reset, or its key is used by another device",
                            id,
                            visitor.address());
            case Outcome.Unknown(String why) -> LOG.info("No decision about {}: {}", id, why);
            case Outcome.Refused _,
                    Outcome.Busy _,
                    Outcome.Voided _,
                    Outcome.NothingCharged _,
                    Outcome.NotVoided _ -> {}
        }
    }

    private Answer state(Visitor visitor, StateRequest state) {
        UsedNumbers.Known known = numbers.of(visitor.terminal(), state.lastSeq());
        return heartbeats.answer(
                visitor,
                state,
                new Heartbeats.Known(
                        known.highest(),
                        known.missing().stream()
                                .map(each -> new StateAnswer.SeqRange(each.first(), each.last()))
                                .toList()));
    }

    private static CompletableFuture<Answer> now(Answer answer) {
        return CompletableFuture.completedFuture(answer);
    }
}
