package onecard.platform.terminals;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import onecard.vocabulary.SerialNo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Looks every second whether the register was changed, on whichever node, and every few seconds at
/// the lamps; writes what was heard.
@Component
class RegisterWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RegisterWatch.class);
    private static final long LOOK_SECONDS = 1;
    private static final long WRITE_SECONDS = 5;

    /// Before the doors open, after they close.
    private static final int PHASE = 100;

    private final RegisterSnapshot register;
    private final StoredKeys keys;
    private final SignsOfLife signs;
    private final Lamps lamps;
    private final ParameterUpkeep parameters;
    private final AloneSigns alone;
    private final ToldDays toldDays;
    private final ApplicationEventPublisher news;
    private @Nullable ScheduledExecutorService rounds;
    private long seen = -1;
    private Map<TerminalId, WantedParameters> seenParameters = Map.of();

    RegisterWatch(
            RegisterSnapshot register,
            StoredKeys keys,
            SignsOfLife signs,
            Lamps lamps,
            ParameterUpkeep parameters,
            AloneSigns alone,
            ToldDays toldDays,
            ApplicationEventPublisher news) {
        this.register = register;
        this.keys = keys;
        this.signs = signs;
        this.lamps = lamps;
        this.parameters = parameters;
        this.alone = alone;
        this.toldDays = toldDays;
        this.news = news;
    }

    @Override
    public synchronized void start() {
        if (rounds != null) {
            return;
        }
        seenParameters = register.current().parameters();
        rounds =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("terminals-watch").daemon().factory());
        round(rounds, LOOK_SECONDS, "looks at the register", this::look);
        round(rounds, WRITE_SECONDS, "writes what was heard", this::write);
    }

    private static void round(
            ScheduledExecutorService rounds, long seconds, String what, Runnable work) {
        var _ =
                rounds.scheduleWithFixedDelay(
                        () -> guarded(what, work), seconds, seconds, TimeUnit.SECONDS);
    }

    /// A round that fails is made again at its next time: the database may be away for a moment.
    private static void guarded(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("The watch over terminals {}, but: {}", what, e.toString());
        }
    }

    /// Takes note of changes, and tells those who keep sessions.
    synchronized void look() {
        keys.noteUses();
        var now = register.current();
        if (now.version() != seen) {
            seen = now.version();
            news.publishEvent(new TerminalsChanged());
            var before = seenParameters;
            seenParameters = now.parameters();
            tell(before, now);
        }
        parameters.write();
        alone.write();
    }

    private void tell(Map<TerminalId, WantedParameters> before, RegisterSnapshot.State now) {
        Set<SerialNo> changed =
                now.parameters().values().stream()
                        .filter(wanted -> !wanted.equals(before.get(wanted.terminal())))
                        .flatMap(wanted -> now.find(wanted.terminal()).stream())
                        .map(Terminal::serial)
                        .collect(Collectors.toSet());
        if (!changed.isEmpty()) {
            news.publishEvent(new ParametersChanged(changed));
        }
    }

    private void write() {
        signs.write();
        toldDays.write();
        lamps.showAll();
        parameters.refresh();
    }

    /// The register is being changed on this node: when that is committed there is no need to wait
    /// for the next round.
    void lookAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        lookSoon();
                    }
                });
    }

    private synchronized void lookSoon() {
        if (rounds != null) {
            rounds.execute(() -> guarded("looks at the register", this::look));
        }
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService ending = rounds;
        rounds = null;
        if (ending == null) {
            return;
        }
        ending.shutdown();
        guarded("writes what was heard", signs::write);
        guarded("writes what terminals say", parameters::write);
        guarded("writes what terminals sell", alone::write);
        guarded("writes what terminals say of their days", toldDays::write);
    }

    @Override
    public synchronized boolean isRunning() {
        return rounds != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
