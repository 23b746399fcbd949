package onecard.platform.gate;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import onecard.vocabulary.Money;
import onecard.wire.Answer;
import onecard.wire.Approved;
import onecard.wire.Newest;
import onecard.wire.PurchaseAnswer;
import onecard.wire.PurchaseRequest;
import onecard.wire.Request;
import onecard.wire.Resource;

/// A door with a cashier behind it who says yes to every purchase, when the test lets him.
final class Counter implements Door {
    final List<Request> asked = new CopyOnWriteArrayList<>();
    final List<Visitor> visitors = new CopyOnWriteArrayList<>();
    volatile UnaryOperator<CompletableFuture<Answer>> pace = UnaryOperator.identity();

    @Override
    public Set<Resource> resources() {
        return Set.of(Resource.PURCHASE, Resource.INQUIRY);
    }

    @Override
    public CompletableFuture<Answer> answer(Visitor visitor, Request request) {
        visitors.add(visitor);
        asked.add(request);
        return pace.apply(CompletableFuture.completedFuture(yes((PurchaseRequest) request)));
    }

    static Answer yes(PurchaseRequest request) {
        Money price = request.amount();
        return new PurchaseAnswer(
                new Approved(
                        price,
                        price,
                        Money.ZERO,
                        price,
                        Money.ZERO,
                        Money.ofCents(5_000),
                        Money.ZERO,
                        "张*",
                        request.seq()),
                Newest.NONE);
    }
}
