package onecard.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import onecard.platform.system.OpenDoor;
import onecard.platform.system.StartFailure;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// A platform that runs, until somebody closes it or a signal comes.
final class Started implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Deque<Runnable> before = new ConcurrentLinkedDeque<>();

    private Started(ConfigurableApplicationContext context) {
        this.context = context;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end"));
    }

    /// Starts a platform in this process.
    static Started with(Path data, Map<String, Object> properties) {
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new StartFailure(
                    "The data folder %s cannot be made (%s); choose one with --data"
                            .formatted(data, e),
                    e);
        }
        SpringApplication application = new SpringApplication(Platform.class);
        application.setDefaultProperties(properties);
        application.setRegisterShutdownHook(false);
        return new Started(application.run());
    }

    /// Returns what a room offers.
    <T> T door(Class<T> type) {
        return context.getBean(type);
    }

    int webPort() {
        if (context instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            return web.getWebServer().getPort();
        }
        throw new IllegalStateException("The platform has a web server");
    }

    /// Returns the ports on which rooms listen, by name.
    Map<String, Integer> doors() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        context.getBeansOfType(OpenDoor.class).values().stream()
                .sorted(Comparator.comparing(OpenDoor::name))
                .forEach(door -> ports.put(door.name(), door.port()));
        return ports;
    }

    /// Has something ended before the platform is, and before what was named earlier.
    void endFirst(Runnable first) {
        before.addFirst(first);
    }

    /// Waits until the platform has ended.
    void await() throws InterruptedException {
        closed.await();
    }

    /// Waits until the platform has ended, so long at most.
    void await(Duration most) throws InterruptedException {
        closed.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            try {
                before.forEach(Runnable::run);
            } finally {
                context.close();
                closed.countDown();
            }
        }
    }
}
