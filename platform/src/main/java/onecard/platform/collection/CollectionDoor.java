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

/// Answers heartbeats. Stored records, parameters and lists are not served yet: who asks for them
/// is told that there is no such resource, and keeps what it has.
@Component
class CollectionDoor implements Door {
    private final UsedNumbers numbers;
    private final Heartbeats heartbeats;

    CollectionDoor(UsedNumbers numbers, Heartbeats heartbeats) {
        this.numbers = numbers;
        this.heartbeats = heartbeats;
    }

    @Override
    public Set<Resource> resources() {
        return Set.of(Resource.STATE);
    }

    @Override
    public CompletableFuture<Answer> answer(Visitor visitor, Request request) {
        return CompletableFuture.completedFuture(
                switch (request) {
                    case StateRequest state -> state(visitor, state);
                    case PurchaseRequest _,
                            VoidRequest _,
                            InquiryRequest _,
                            RecordsRequest _,
                            ParametersRequest _,
                            ListRequest _,
                            HintRequest _ ->
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
