package onecard.platform.faces;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks again and again what is missing at the terminals: new, changed and withdrawn photos,
/// people who left or have another name. A look at ten thousand people is two statements.
@Component
class FaceUpkeep implements SmartLifecycle {
    static final Duration EVERY = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(FaceUpkeep.class);

    private final DeviceTable devices;
    private final Orders orders;
    private @Nullable ScheduledExecutorService timer;

    FaceUpkeep(DeviceTable devices, Orders orders) {
        this.devices = devices;
        this.orders = orders;
    }

    /// Looks at every terminal once.
    void look() {
        for (Device device : devices.all()) {
            orders.fill(device.id());
        }
    }

    private void lookQuietly() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("The face terminals could not be looked at: {}", e.toString());
        }
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService fresh =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("face-upkeep").factory());
        var _ =
                fresh.scheduleWithFixedDelay(
                        this::lookQuietly,
                        EVERY.toMillis(),
                        EVERY.toMillis(),
                        TimeUnit.MILLISECONDS);
        timer = fresh;
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService running = timer;
        timer = null;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }
}
