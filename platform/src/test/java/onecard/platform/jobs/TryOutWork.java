package onecard.platform.jobs;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Permission;
import onecard.platform.system.Problem;
import onecard.platform.system.ProblemKind;
import org.springframework.stereotype.Component;

/// Work that a test leads by the hand: it counts to a number and takes a permit for each.
@Component
class TryOutWork implements JobWork<TryOutWork.Order> {
    final Semaphore permits = new Semaphore(0);
    volatile CountDownLatch begun = new CountDownLatch(1);
    private final CurrentOperator operator;

    TryOutWork(CurrentOperator operator) {
        this.operator = operator;
    }

    record Order(int upTo, String ending) {}

    record Result(int counted, String by) {}

    @Override
    public String kind() {
        return "try-out";
    }

    @Override
    public Permission needs(Order order) {
        return Permission.EDIT_PEOPLE;
    }

    @Override
    public Class<Order> order() {
        return Order.class;
    }

    @Override
    public Object run(Order order, JobRun run) {
        begun.countDown();
        int counted = 0;
        while (counted < order.upTo()) {
            run.check();
            if (taken()) {
                counted++;
                run.progress(counted, order.upTo());
            }
        }
        return switch (order.ending()) {
            case "problem" ->
                    throw Problem.of(new ProblemKind("group-taken", 409)).with("field", "code");
            case "broken" -> throw new IllegalStateException("nobody foresaw this");
            default -> {
                run.file(
                        "失败.txt",
                        "text/plain",
                        out -> out.write("ok".getBytes(StandardCharsets.UTF_8)));
                yield new Result(counted, operator.get().name());
            }
        };
    }

    private boolean taken() {
        try {
            return permits.tryAcquire(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
