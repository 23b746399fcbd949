package onecard.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Compares this node's clock with the database's. Several nodes book into the same books by their
/// own clocks, so a node whose clock is off by more than a second must not write.
///
/// It is the only place that asks the database for the time.
public final class ClockGuard implements SmartLifecycle {

    /// What a comparison found.
    public sealed interface Reading {}

    /// @param ahead how far this node is ahead of the database; below zero when it is behind
    public record Agrees(Duration ahead) implements Reading {}

    /// @param ahead how far this node is ahead of the database; below zero when it is behind
    public record Differs(Duration ahead) implements Reading {}

    /// The database did not answer.
    public record Unknown() implements Reading {}

    private static final Logger LOG = LoggerFactory.getLogger(ClockGuard.class);
    private static final Duration DIFFERENCE_MAX = Duration.ofSeconds(1);
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final int SAMPLES = 3;
    private static final String QUESTION = "select clock_timestamp()";

    private final DataSource dataSource;
    private final Clock clock;
    private Optional<ScheduledExecutorService> timer = Optional.empty();
    private volatile Reading latest = new Unknown();

    ClockGuard(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /// The latest comparison that had an answer.
    public Reading latest() {
        return latest;
    }

    /// Whether this node may book by its own clock: only while it is known to be right.
    public boolean mayWrite() {
        return switch (latest) {
            case Agrees _ -> true;
            case Differs _, Unknown _ -> false;
        };
    }

    /// Compares now.
    public Reading measure() {
        Reading reading = read();
        switch (reading) {
            case Differs(Duration ahead) when !(latest instanceof Differs) ->
                    LOG.error(
                            "This node's clock is {} ahead of the database's; it books nothing"
                                    + " until they agree within {}. Set the time (NTP) here or"
                                    + " there",
                            ahead,
                            DIFFERENCE_MAX);
            case Agrees _ when latest instanceof Differs ->
                    LOG.info("This node's clock agrees with the database's; it books again");
            case Differs _, Agrees _, Unknown _ -> {}
        }
        if (!(reading instanceof Unknown)) {
            latest = reading;
        }
        return reading;
    }

    /// The quickest of a few answers is the most exact one. What its journey may have taken counts
    /// in favour of the node.
    private Reading read() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            return IntStream.range(0, SAMPLES)
                    .mapToObj(_ -> sample(statement))
                    .flatMap(Optional::stream)
                    .min(Comparator.comparing(Sample::journey))
                    .map(Sample::reading)
                    .orElseGet(Unknown::new);
        } catch (SQLException e) {
            LOG.debug("The database's clock cannot be read", e);
            return new Unknown();
        }
    }

    private record Sample(Duration ahead, Duration journey) {
        Reading reading() {
            Duration allowed = DIFFERENCE_MAX.plus(journey.dividedBy(2));
            return ahead.abs().compareTo(allowed) > 0 ? new Differs(ahead) : new Agrees(ahead);
        }
    }

    /// Empty when our clock was set back meanwhile, or the database gave no answer.
    private Optional<Sample> sample(Statement statement) {
        try {
            Instant asked = clock.instant();
            Instant there = ask(statement);
            Duration journey = Duration.between(asked, clock.instant());
            return journey.isNegative()
                    ? Optional.empty()
                    : Optional.of(
                            new Sample(
                                    Duration.between(there, asked.plus(journey.dividedBy(2))),
                                    journey));
        } catch (SQLException e) {
            LOG.debug("The database's clock cannot be read", e);
            return Optional.empty();
        }
    }

    private static Instant ask(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(QUESTION)) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    @Override
    public synchronized void start() {
        if (timer.isEmpty()) {
            measure();
            ScheduledExecutorService fresh =
                    Executors.newSingleThreadScheduledExecutor(
                            Thread.ofPlatform().daemon().name("clock-guard").factory());
            var _ =
                    fresh.scheduleWithFixedDelay(
                            this::measure, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
            timer = Optional.of(fresh);
        }
    }

    @Override
    public synchronized void stop() {
        timer.ifPresent(ScheduledExecutorService::shutdownNow);
        timer = Optional.empty();
    }

    @Override
    public synchronized boolean isRunning() {
        return timer.isPresent();
    }

    /// Before whoever books, and after them when stopping.
    @Override
    public int getPhase() {
        return -1;
    }
}
