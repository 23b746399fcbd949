package onecard.platform.collection;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import onecard.platform.gate.Door;
import onecard.platform.gate.Heartbeats;
import onecard.platform.gate.Visitor;
import onecard.platform.purchases.UsedNumbers;
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
import org.springframework.stereotype.Component;

/// Answers heartbeats, takes up records, hands out parameters and lists of cards.
@Component
class CollectionDoor implements Door {
    private final UsedNumbers numbers;
    private final Heartbeats heartbeats;
    private final ListCounter lists;
    private final RecordCounter records;
    private final ParameterCounter parameters;

    CollectionDoor(
            UsedNumbers numbers,
            Heartbeats heartbeats,
            ListCounter lists,
            RecordCounter records,
            ParameterCounter parameters) {
        this.numbers = numbers;
        this.heartbeats = heartbeats;
        this.lists = lists;
        this.records = records;
        this.parameters = parameters;
    }

    @Override
    public Set<Resource> resources() {
        return Set.of(
                Resource.STATE,
                Resource.RECORDS,
                Resource.PARAMETERS,
                Resource.ALLOW_LIST,
                Resource.BLOCK_LIST);
    }

    @Override
    public void heard(Visitor visitor) {
        heartbeats.heard(visitor);
    }

    @Override
    public CompletableFuture<Answer> answer(Visitor visitor, Request request) {
        return CompletableFuture.completedFuture(
                switch (request) {
                    case StateRequest state -> state(visitor, state);
                    case ListRequest(var list, long since) -> {
                        heartbeats.heard(visitor);
                        yield lists.since(list, since);
                    }
                    case RecordsRequest sold -> {
                        heartbeats.heard(visitor);
                        yield records.take(visitor, sold);
                    }
                    case ParametersRequest _ -> {
                        heartbeats.heard(visitor);
                        yield parameters.of(visitor.terminal());
                    }
                    case PurchaseRequest _, VoidRequest _, InquiryRequest _, HintRequest _ ->
                            new Failure.NoSuchResource();
                });
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
}
