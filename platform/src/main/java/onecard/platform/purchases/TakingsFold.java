package onecard.platform.purchases;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Lets the roll-up follow the journal, every second, on every node, whoever wrote the rows. What
/// it has not reached is read from the journal instead, so a round that is late or fails costs
/// readers a moment and nothing else.
@Component
class TakingsFold implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TakingsFold.class);
    private static final long ROUND_MILLIS = 1_000;

    private final TakingsTable takings;
    private @Nullable ScheduledExecutorService rounds;

    TakingsFold(TakingsTable takings) {
        this.takings = takings;
    }

    @Override
    public synchronized void start() {
        if (rounds == null) {
            rounds =
                    Executors.newSingleThreadScheduledExecutor(
                            Thread.ofPlatform().name("takings-fold").daemon().factory());
            var _ =
                    rounds.scheduleWithFixedDelay(
                            this::guardedFold, ROUND_MILLIS, ROUND_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /// A round that fails is made again at its next time: the database may be away for a moment.
    private void guardedFold() {
        try {
            takings.fold();
        } catch (RuntimeException e) {
            LOG.warn("The roll-up cannot follow the journal: {}", e.toString());
        }
    }

    @Override
    public synchronized void stop() {
        if (rounds != null) {
            rounds.close();
            rounds = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return rounds != null;
    }
}
