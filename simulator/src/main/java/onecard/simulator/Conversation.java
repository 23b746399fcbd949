package onecard.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import onecard.wire.Answer;
import onecard.wire.Failure;
import onecard.wire.Request;

/// Asks the same question until it is answered or the time is over.
final class Conversation implements AutoCloseable {
    /// One request waits this long before it counts as silent; three of them fit into the usual
    /// time at the till, so that a lost session is found and replaced within it.
    private static final Duration SILENT_AFTER = Duration.ofMillis(950);

    /// Least time between two requests, so that an unreachable network is not stormed.
    private static final Duration BREATH = Duration.ofMillis(100);

    private volatile Link link;
    private final Watch watch;
    private volatile boolean up;
    private volatile boolean closed;
    private volatile Optional<Instant> lastHeard = Optional.empty();
    private volatile String lastError = "";

    Conversation(Link link, Watch watch) {
        this.link = link;
        this.watch = watch;
    }

    /// How asking ended.
    sealed interface End<A extends Answer> {}

    record Told<A extends Answer>(A answer) implements End<A> {}

    /// The platform knows the number with other content.
    record Contested<A extends Answer>() implements End<A> {}

    /// The platform cannot read the request, and never will.
    record Unreadable<A extends Answer>(String why) implements End<A> {}

    /// No decision so far.
    record Untold<A extends Answer>(String why, Cause cause) implements End<A> {}

    /// Why there is no decision.
    enum Cause {
        /// The time was over, and nobody had decided.
        SILENCE,
        /// The platform answers, but does not serve this terminal.
        TURNED_AWAY,
        /// The asking was stopped, or there was no time for it.
        STOPPED
    }

    <A extends Answer> End<A> ask(
            Request request, Class<A> expected, Instant deadline, BooleanSupplier stopped) {
        return ask(request, expected, deadline, stopped, SILENT_AFTER);
    }

    /// Asks for something long, which comes in many messages: only their end counts.
    <A extends Answer> End<A> askLong(Request request, Class<A> expected, Instant deadline) {
        Duration whole = Duration.between(watch.instant(), deadline);
        return ask(request, expected, deadline, () -> false, whole);
    }

    private <A extends Answer> End<A> ask(
            Request request,
            Class<A> expected,
            Instant deadline,
            BooleanSupplier stopped,
            Duration silentAfter) {
        String why = "no time left";
        Instant first = watch.instant();
        while (!closed && !stopped.getAsBoolean()) {
            Instant begun = watch.instant();
            Duration left = Duration.between(begun, deadline);
            if (!left.isPositive()) {
                boolean waited = !first.plus(SILENT_AFTER).isAfter(begun);
                return new Untold<>(why, waited ? Cause.SILENCE : Cause.STOPPED);
            }
            Reply reply = link.ask(request, left.compareTo(silentAfter) < 0 ? left : silentAfter);
            Optional<End<A>> end = end(reply, expected);
            if (end.isPresent()) {
                return end.get();
            }
            why = lastError;
            Duration rest = rest(reply).minus(Duration.between(begun, watch.instant()));
            if (rest.isPositive() && !stopped.getAsBoolean()) {
                Duration until = Duration.between(watch.instant(), deadline);
                watch.pause(rest.compareTo(until) < 0 ? rest : until);
            }
        }
        return new Untold<>("given up", Cause.STOPPED);
    }

    private <A extends Answer> Optional<End<A>> end(Reply reply, Class<A> expected) {
        return switch (reply) {
            case Reply.Silent(String why) -> {
                up = false;
                lastError = why;
                yield Optional.empty();
            }
            case Reply.Answered(Failure failure) -> {
                heard();
                yield end(failure);
            }
            case Reply.Answered(Answer answer) -> {
                heard();
                if (expected.isInstance(answer)) {
                    yield Optional.of(new Told<>(expected.cast(answer)));
                }
                lastError = "answer to another question";
                yield Optional.empty();
            }
        };
    }

    private <A extends Answer> Optional<End<A>> end(Failure failure) {
        return switch (failure) {
            case Failure.BadRequest(String field, String reason) -> {
                lastError = field.isEmpty() ? reason : field + ": " + reason;
                yield Optional.of(new Unreadable<>(lastError));
            }
            case Failure.TooLarge _ -> {
                lastError = "too large";
                yield Optional.of(new Unreadable<>(lastError));
            }
            case Failure.OtherContent _ -> {
                lastError = "number in use for something else";
                yield Optional.of(new Contested<>());
            }
            case Failure.Unauthorized _ -> away("not registered");
            case Failure.NotServed _ -> away("not served");
            case Failure.NoSuchResource _ -> away("no such resource on this port");
            case Failure.Busy _ -> {
                lastError = "platform busy";
                yield Optional.empty();
            }
            case Failure.Unavailable _ -> {
                lastError = "platform cannot decide now";
                yield Optional.empty();
            }
        };
    }

    private <A extends Answer> Optional<End<A>> away(String why) {
        lastError = why;
        return Optional.of(new Untold<>(why, Cause.TURNED_AWAY));
    }

    private static Duration rest(Reply reply) {
        return reply instanceof Reply.Answered(Failure.Busy(Duration retryAfter))
                        && retryAfter.compareTo(BREATH) > 0
                ? retryAfter
                : BREATH;
    }

    private void heard() {
        up = true;
        lastHeard = Optional.of(watch.instant());
    }

    /// Goes on over another session, which takes the place of the one before.
    void moveTo(Link other) {
        Link before = link;
        link = other;
        before.close();
    }

    Link link() {
        return link;
    }

    boolean isUp() {
        return up;
    }

    Optional<Instant> lastHeard() {
        return lastHeard;
    }

    String lastError() {
        return lastError;
    }

    void interrupt() {
        link.interrupt();
    }

    @Override
    public void close() {
        closed = true;
        link.close();
    }
}
