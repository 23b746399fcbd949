package onecard.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import onecard.platform.database.TestDatabase;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.Language;
import onecard.platform.system.Operator;
import onecard.platform.system.Operators;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;

/// A platform that runs for a test.
public final class House implements AutoCloseable {
    /// Who everything may.
    public static final String ADMINISTRATOR = "admin";

    /// The administrator's password.
    public static final String PASSWORD = "correct horse battery";

    private final TestDatabase database;
    private final Path data;
    private final MovableClock clock = new MovableClock();
    private final ConfigurableApplicationContext context;
    private final AtomicBoolean administered = new AtomicBoolean();

    private House(TestDatabase database, Path data) {
        this.database = database;
        this.data = data;
        Map<String, Object> properties = new LinkedHashMap<>(database.properties());
        properties.put("onecard.data", data.toString());
        properties.put("onecard.bind", "127.0.0.1");
        properties.put("onecard.port-8001", 0);
        properties.put("onecard.port-8002", 0);
        properties.put("onecard.face-port", 0);
        properties.put("server.address", "127.0.0.1");
        properties.put("server.port", 0);
        SpringApplication application = new SpringApplication(Platform.class);
        application.setDefaultProperties(properties);
        application.setRegisterShutdownHook(false);
        application.addInitializers(starting ->
                ((GenericApplicationContext) starting)
                        .registerBean("testClock", Clock.class, () -> clock));
        this.context = application.run();
    }

    /// Starts a platform on a database.
    public static House on(TestDatabase database) {
        return new House(database, folderWith(Path.of(database.properties().get("onecard.data"))));
    }

    /// Starts another platform on the same database, a node of its own with the same secrets.
    public House neighbour() {
        return new House(database, folderWith(data));
    }

    private static Path folderWith(Path secretsOf) {
        try {
            Path data = Files.createTempDirectory("onecard-house");
            FileSystemUtils.copyRecursively(secretsOf.resolve("secrets"), data.resolve("secrets"));
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The database behind it.
    public TestDatabase database() {
        return database;
    }

    /// The platform's clock.
    public MovableClock clock() {
        return clock;
    }

    /// The data folder.
    public Path data() {
        return data;
    }

    /// Where its console is.
    public int port() {
        return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    /// What a room offers.
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /// What several rooms offer.
    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    /// What Spring has under a name.
    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /// A browser in which nobody is signed in.
    public Browser browser() {
        return new Browser("http://127.0.0.1:" + port());
    }

    /// A browser in which the administrator is signed in.
    public Browser administrator() {
        operator();
        Browser browser = browser();
        browser.signIn(ADMINISTRATOR, PASSWORD);
        return browser;
    }

    /// Does something in the administrator's name, without the web.
    public <T> T asAdministrator(Supplier<T> work) {
        return bean(CurrentOperator.class).as(operator(), work);
    }

    private Operator operator() {
        Operators operators = bean(Operators.class);
        if (administered.compareAndSet(false, true)) {
            return operators.addFirst(ADMINISTRATOR, "管理员", PASSWORD, Language.ZH_CN);
        }
        return operators.named(ADMINISTRATOR).orElseThrow();
    }

    @Override
    public void close() {
        context.close();
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
