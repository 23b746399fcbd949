package onecard.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import onecard.wire.Limits;
import onecard.wire.Newest;
import onecard.wire.ParametersAnswer;
import onecard.wire.ParametersRequest;
import onecard.wire.StateAnswer;
import onecard.wire.StateRequest;

/// What a terminal tells and fetches without being asked: `/state`, the highest number the platform
/// knows, newer parameters.
final class Heartbeat implements AutoCloseable {
    private static final String FIRMWARE = "onecard-simulator 0.1";

    /// Time for one heartbeat; nobody waits at the till for it.
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LAST_RETRY = Duration.ofSeconds(15);

    private final SlipBook book;
    private final Conversation records;
    private final Conversation trade;
    private final Watch watch;
    private final RandomGenerator random;
    private volatile Instant due = Instant.MIN;
    private volatile Newest newest = Newest.NONE;
    private Duration retry = FIRST_RETRY;
    private long unfetchable;

    Heartbeat(
            SlipBook book,
            Conversation records,
            Conversation trade,
            Watch watch,
            RandomGenerator random) {
        this.book = book;
        this.records = records;
        this.trade = trade;
        this.watch = watch;
        this.random = random;
    }

    /// Takes note of the versions beside an answer.
    void heard(Newest versions) {
        newest = versions;
        if (versions.waiting()) {
            hurry();
        }
    }

    /// The next look is now.
    void hurry() {
        due = Instant.MIN;
    }

    boolean isDue() {
        return !watch.instant().isBefore(due);
    }

    /// Asks the trade port for the highest number the platform knows: this terminal may have lost
    /// its counter.
    boolean learnCounter(TerminalSetup setup, Instant deadline) {
        return trade.ask(state(setup), StateAnswer.class, deadline, () -> false)
                        instanceof Conversation.Told<StateAnswer>(StateAnswer answer)
                && learn(answer);
    }

    private boolean learn(StateAnswer answer) {
        newest = answer.newest();
        book.jump(answer.highestSeq(), watch.instant());
        return true;
    }

    /// Sends `/state` and fetches what is newer, if it is time.
    ///
    /// @return the setup from now on
    TerminalSetup beatIfDue(TerminalSetup setup) {
        Instant begun = watch.instant();
        if (begun.isBefore(due)) {
            return fetch(setup);
        }
        due = begun.plus(spread(setup.heartbeat()));
        if (records.ask(state(setup), StateAnswer.class, begun.plus(PATIENCE), () -> false)
                instanceof Conversation.Told<StateAnswer>(StateAnswer answer)) {
            learn(answer);
        }
        return fetch(setup);
    }

    /// Terminals that start together shall not beat together.
    private Duration spread(Duration interval) {
        long millis = interval.toMillis();
        return Duration.ofMillis(millis - random.nextLong(millis / 5 + 1));
    }

    private TerminalSetup fetch(TerminalSetup setup) {
        long wanted = newest.parameterVersion();
        if (wanted <= setup.parameterVersion() || wanted == unfetchable) {
            return setup;
        }
        return switch (records.ask(
                new ParametersRequest(),
                ParametersAnswer.class,
                watch.instant().plus(PATIENCE),
                () -> false)) {
            case Conversation.Told<ParametersAnswer>(ParametersAnswer answer) ->
                    setup.with(answer.parameters());
            case Conversation.Unreadable<ParametersAnswer> _,
                    Conversation.Contested<ParametersAnswer> _,
                    Conversation.Untold<ParametersAnswer> _ -> {
                unfetchable = wanted;
                yield setup;
            }
        };
    }

    private StateRequest state(TerminalSetup setup) {
        Instant clock = watch.instant();
        Totals today = book.totals(clock);
        Duration age =
                book.oldestUnanswered()
                        .map(since -> Duration.between(since, clock))
                        .filter(Duration::isPositive)
                        .orElse(Duration.ZERO);
        String error = trade.lastError();
        return new StateRequest(
                book.lastSeq(),
                book.unanswered(),
                age,
                today.count(),
                today.sum(),
                0,
                0,
                setup.parameterVersion(),
                clock,
                FIRMWARE,
                error.isEmpty() ? Optional.empty() : Optional.of(shortened(error)));
    }

    private static String shortened(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return plain.substring(0, Math.min(plain.length(), Limits.MAX_ERROR_CHARS));
    }

    /// Returns the time until there is something to do again. While something is untold it doubles
    /// up to a bound, spread so that a fleet does not ask in step.
    Duration next(boolean allTold, TerminalSetup setup) {
        if (allTold) {
            retry = FIRST_RETRY;
            Duration rest = Duration.between(watch.instant(), due);
            return rest.compareTo(setup.heartbeat()) < 0 && rest.isPositive() ? rest : FIRST_RETRY;
        }
        Duration wait = spread(retry);
        retry =
                retry.multipliedBy(2).compareTo(LAST_RETRY) > 0
                        ? LAST_RETRY
                        : retry.multipliedBy(2);
        return wait;
    }

    @Override
    public void close() {
        records.close();
    }
}
