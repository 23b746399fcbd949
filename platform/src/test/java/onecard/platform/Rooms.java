package onecard.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import onecard.platform.database.TestDatabase;
import onecard.platform.system.CurrentOperator;
import onecard.platform.system.DataFolder;
import onecard.platform.system.Language;
import onecard.platform.system.MerchantScope;
import onecard.platform.system.Operator;
import onecard.platform.system.Permission;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Some rooms with the floors below them, wired as in the platform, on the database of a test class
/// and with a clock that the test moves. Without the web server and without timers.
public final class Rooms implements AutoCloseable {
    /// What belongs to a running platform and not to a room on its own.
    private static final String NOT_HERE =
            "onecard\\.platform\\.system\\.(web|setup|live)\\..*"
                    + "|onecard\\.platform\\.system\\.answers\\.(?!Bundles).*"
                    + "|onecard\\.platform\\.system\\.signin\\.(?!OperatorAtWork).*"
                    + "|onecard\\.platform\\.system\\.node\\.DailyJobs"
                    + "|onecard\\.platform\\.system\\..*Controller";

    private final TestDatabase database;
    private final Clock clock;
    private final String[] names;
    private final DataFolder data;
    private final Map<Class<?>, Object> above;
    private final AnnotationConfigApplicationContext context;

    private Rooms(TestDatabase database, Clock clock, DataFolder data, String... names) {
        this(database, clock, data, Map.of(), names);
    }

    private Rooms(
            TestDatabase database,
            Clock clock,
            DataFolder data,
            Map<Class<?>, Object> above,
            String... names) {
        this.above = above;
        this.database = database;
        this.clock = clock;
        this.names = names;
        this.data = data;
        this.context = wired();
        database.beforeEnd(context::close);
    }

    /// Opens rooms by their names, with `ledger` and `system` below.
    public static Rooms open(TestDatabase database, Clock clock, String... names) {
        return new Rooms(database, clock, new DataFolder(folder()), names);
    }

    /// Opens rooms with something that a room above them would offer.
    public static Rooms open(
            TestDatabase database, Clock clock, Map<Class<?>, Object> above, String... names) {
        return new Rooms(database, clock, new DataFolder(folder()), above, names);
    }

    /// Opens the same rooms as a second node on the same database, with a copy of the master key.
    public Rooms besides() {
        var folder = new DataFolder(folder());
        try {
            Files.createDirectories(folder.secrets());
            Files.copy(
                    data.secrets().resolve("master.key"), folder.secrets().resolve("master.key"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Rooms(database, clock, folder, names);
    }

    private AnnotationConfigApplicationContext wired() {
        var wired = new AnnotationConfigApplicationContext();
        wired.registerBean(DataSource.class, database::dataSource);
        wired.registerBean(JdbcClient.class, database::jdbc);
        wired.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database.dataSource()));
        wired.registerBean(PlatformTransactionManager.class, database::transactionManager);
        wired.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(wired.getBean(PlatformTransactionManager.class)));
        wired.registerBean(Clock.class, () -> clock);
        wired.registerBean(JsonMapper.class, Rooms::json);
        wired.registerBean(DataFolder.class, () -> data);
        wired.register(Transactions.class);
        above.forEach((type, bean) -> bean(wired, type, bean));
        var scanner = new ClassPathBeanDefinitionScanner(wired);
        scanner.addExcludeFilter(new RegexPatternTypeFilter(Pattern.compile(NOT_HERE)));
        scanner.scan("onecard.platform.ledger", "onecard.platform.system");
        for (var name : names) {
            scanner.scan("onecard.platform." + name);
        }
        wired.refresh();
        return wired;
    }

    private static <T> void bean(
            AnnotationConfigApplicationContext wired, Class<T> type, Object bean) {
        wired.registerBean(type, () -> type.cast(bean));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {}

    /// Returns a door of one of the rooms.
    public <T> T door(Class<T> type) {
        return context.getBean(type);
    }

    /// Does something in the name of an operator who may do everything.
    public <T> T as(Operator operator, Supplier<T> work) {
        return door(CurrentOperator.class).as(operator, work);
    }

    /// An operator who may do everything.
    public static Operator clerk(int id, String name) {
        return new Operator(
                id, name, name, Language.EN, MerchantScope.ALL, Set.of(Permission.values()));
    }

    /// JSON as the platform writes it.
    public static JsonMapper json() {
        return JsonMapper.builder()
                .changeDefaultPropertyInclusion(
                        value -> value.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .build();
    }

    private static Path folder() {
        try {
            var folder = Files.createTempDirectory("onecard-rooms");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
