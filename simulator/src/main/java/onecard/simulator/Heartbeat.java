package onecard.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import onecard.wire.Limits;
import onecard.wire.ListKind;
import onecard.wire.Newest;
import onecard.wire.StateAnswer;
import onecard.wire.StateRequest;

/// What a terminal tells and fetches without being asked: `/state`, the highest number the platform
/// knows, newer parameters, the lists of cards.
final class Heartbeat implements AutoCloseable {
    private static final String FIRMWARE = "onecard-simulator 0.1";

    /// Time for one heartbeat; nobody waits at the till for it.
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LAST_RETRY = Duration.ofSeconds(15);

    private final TerminalBooks books;
    private final SlipBook book;
    private final Conversation records;
    private final Conversation trade;
    private final ListFetch lists;
    private final ParameterFetch parameters;
    private final RecordUpload upload;
    private final Watch watch;
    private final RandomGenerator random;
    private volatile Instant due = Instant.MIN;
    private volatile Newest newest = Newest.NONE;
    private volatile List<StateAnswer.SeqRange> missing = List.of();
    private Duration retry = FIRST_RETRY;

    Heartbeat(
            TerminalBooks books,
            Conversation records,
            Conversation trade,
            Watch watch,
            RandomGenerator random) {
        this.books = books;
        this.book = books.slips();
        this.records = records;
        this.trade = trade;
        this.lists = new ListFetch(books.lists(), records, watch);
        this.parameters = new ParameterFetch(books.parameters(), records, watch);
        this.upload = new RecordUpload(book, records, trade, watch);
        this.watch = watch;
        this.random = random;
    }

    /// Takes note of the versions beside an answer.
    void heard(Newest versions) {
        boolean news = !versions.equals(newest);
        newest = versions;
        if (versions.waiting() || (news && (lists.lags(versions) || parameters.lags(versions)))) {
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
    boolean learnCounter(Instant deadline) {
        return askTrade(deadline, () -> false) instanceof Conversation.Told<StateAnswer>;
    }

    /// Asks the trade port whether anybody is there.
    Conversation.End<StateAnswer> askTrade(Instant deadline, BooleanSupplier stopped) {
        var end = trade.ask(state(), StateAnswer.class, deadline, stopped);
        if (end instanceof Conversation.Told<StateAnswer>(StateAnswer answer)) {
            learn(answer);
        }
        return end;
    }

    private void learn(StateAnswer answer) {
        newest = answer.newest();
        missing = answer.missing();
        book.jump(answer.highestSeq(), watch.instant());
    }

    /// Sends `/state`, if it is time, and fetches what differs.
    void beatIfDue(TerminalSetup setup) {
        Instant begun = watch.instant();
        if (begun.isBefore(due)) {
            fetch();
            return;
        }
        due = begun.plus(spread(setup.heartbeat()));
        if (records.ask(state(), StateAnswer.class, begun.plus(PATIENCE), () -> false)
                instanceof Conversation.Told<StateAnswer>(StateAnswer answer)) {
            learn(answer);
        }
        fetch();
    }

    /// Brings what was sold without asking, and what the platform misses; nothing while a number
    /// that was given up is untold. Nobody at the till waits for it.
    ///
    /// @param atTill does what must not meet a sale, or leaves it
    void report(Consumer<Runnable> atTill) {
        if (book.voiding().isEmpty() && upload.send()) {
            List<StateAnswer.SeqRange> ranges = missing;
            missing = List.of();
            upload.fill(ranges, atTill);
        }
    }

    /// Returns when the platform last said which lists are the newest.
    Optional<Instant> lastHeard() {
        Optional<Instant> told = book.lastTold();
        return Stream.of(records.lastHeard(), trade.lastHeard(), told)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    /// What came is told at once: the platform shows it, and answers what has come since.
    private void fetch() {
        boolean came = parameters.fetch(newest);
        if (lists.fetch(newest) || came) {
            hurry();
        }
    }

    /// Terminals that start together shall not beat together.
    private Duration spread(Duration interval) {
        long millis = interval.toMillis();
        return Duration.ofMillis(millis - random.nextLong(millis / 5 + 1));
    }

    private StateRequest state() {
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
                lists.book().version(ListKind.ALLOW),
                lists.book().version(ListKind.BLOCK),
                parameters.version(),
                clock,
                FIRMWARE,
                error.isEmpty() ? Optional.empty() : Optional.of(shortened(error)),
                parameters.notApplied(),
                books.aloneByHand().or(book.switchover()::aloneSince),
                book.stored().sum());
    }

    static String shortened(String text) {
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
