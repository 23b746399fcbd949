package onecard.platform.system.live;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import onecard.platform.system.LiveEvent;
import onecard.platform.system.Operator;
import org.jspecify.annotations.Nullable;

/// One console that looks on: what it may see, and what it has not yet read.
final class Listener {
    static final int UNREAD_MAX = 256;

    private final BlockingQueue<LiveHub.Told> unread = new ArrayBlockingQueue<>(UNREAD_MAX);
    private volatile Operator operator;
    private volatile boolean ended;
    private volatile @Nullable Thread reader;

    Listener(Operator operator) {
        this.operator = operator;
        this.reader = Thread.currentThread();
    }

    int operatorId() {
        return operator.id();
    }

    Operator operator() {
        return operator;
    }

    /// What the operator may see can change while they look on.
    void is(Operator now) {
        operator = now;
    }

    /// Takes an event if it is for this listener.
    ///
    /// @return whether there was room for it; a listener without room is over
    boolean offer(LiveHub.Told told) {
        if (!mayRead(told.event()) || unread.offer(told)) {
            return true;
        }
        end();
        return false;
    }

    boolean mayRead(LiveEvent event) {
        Operator who = operator;
        return who.may(event.needs())
                && (event.merchant().isEmpty()
                        || who.merchants().covers(event.merchant().getAsInt()));
    }

    /// Waits for an event; empty if none came.
    Optional<LiveHub.Told> next(Duration wait) throws InterruptedException {
        return Optional.ofNullable(unread.poll(wait.toMillis(), TimeUnit.MILLISECONDS));
    }

    boolean isOver() {
        return ended;
    }

    /// Ends the stream, whatever is still unread.
    void end() {
        ended = true;
        Thread waiting = reader;
        if (waiting != null) {
            waiting.interrupt();
        }
    }

    /// The reader is gone; nobody is to be woken any more.
    void closed() {
        reader = null;
    }
}
