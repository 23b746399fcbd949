package onecard.simulator;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import onecard.wire.Newest;
import onecard.wire.NotApplied;
import onecard.wire.NotApplied.Reason;
import onecard.wire.Parameters;
import onecard.wire.ParametersAnswer;
import onecard.wire.ParametersRequest;

/// Fetches the parameters when the platform has others than the terminal works by, and says why it
/// does not work by those it got.
final class ParameterFetch {
    /// Time for one answer; nobody waits at the till for it.
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final ParameterBook book;
    private final Conversation records;
    private final Watch watch;
    private final Rest rest;
    private volatile Optional<NotApplied> notApplied = Optional.empty();

    ParameterFetch(ParameterBook book, Conversation records, Watch watch) {
        this.book = book;
        this.records = records;
        this.watch = watch;
        this.rest = new Rest(watch);
    }

    /// Tells whether the platform has others than the terminal, and it makes sense to fetch them.
    /// Those that it cannot work by it will not be able to work by later.
    boolean lags(Newest newest) {
        long wanted = newest.parameterVersion();
        return wanted != 0
                && wanted != book.version()
                && notApplied
                        .filter(not -> not.version() == wanted && not.reason() != Reason.NOT_STORED)
                        .isEmpty();
    }

    long version() {
        return book.version();
    }

    /// Returns what the platform is to be told of parameters that do not work here.
    Optional<NotApplied> notApplied() {
        return notApplied;
    }

    /// Fetches what differs; what fails on the way is tried again a little later.
    ///
    /// @return whether something came, so that the platform should be told what became of it
    boolean fetch(Newest newest) {
        if (newest.parameterVersion() == book.version()) {
            notApplied = Optional.empty();
        }
        if (!lags(newest) || !rest.isOver()) {
            return false;
        }
        return switch (records.ask(
                new ParametersRequest(),
                ParametersAnswer.class,
                watch.instant().plus(PATIENCE),
                () -> false)) {
            case Conversation.Told<ParametersAnswer>(ParametersAnswer answer) -> {
                notApplied = apply(answer.parameters());
                if (notApplied.filter(not -> not.reason() == Reason.NOT_STORED).isPresent()) {
                    rest.begin();
                }
                yield true;
            }
            case Conversation.Unreadable<ParametersAnswer> _,
                    Conversation.Contested<ParametersAnswer> _ -> {
                rest.begin();
                yield false;
            }
            case Conversation.Untold<ParametersAnswer>(String why, _) -> {
                if (!Reply.Silent.isUnreadable(why)) {
                    rest.begin();
                    yield false;
                }
                notApplied = not(newest.parameterVersion(), Reason.UNREADABLE, why);
                yield true;
            }
        };
    }

    /// Keeps the parameters, unless they ask for what this terminal cannot do.
    private Optional<NotApplied> apply(Parameters parameters) {
        if (!parameters.physicalNumber()) {
            return not(
                    parameters.version(),
                    Reason.UNSUPPORTED,
                    "this reader reads the physical number of a card, nothing written on it");
        }
        try {
            book.keep(parameters);
            return Optional.empty();
        } catch (UncheckedIOException e) {
            return not(parameters.version(), Reason.NOT_STORED, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<NotApplied> not(long version, Reason reason, String words) {
        return Optional.of(new NotApplied(version, reason, Heartbeat.shortened(words)));
    }
}
