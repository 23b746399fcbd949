package onecard.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import onecard.platform.Platform;
import onecard.platform.database.Database;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A platform with its web server and doors on any free ports of loopback, on an embedded database
/// of its own.
final class BenchPlatform implements AutoCloseable {
    /// Everybody of the largest site we measure.
    private static final int REGULARS = 1_000_000;

    private final ConfigurableApplicationContext context;

    private BenchPlatform(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static BenchPlatform start(Path data, int recordsPort, int tradePort) throws IOException {
        Files.createDirectories(data);
        Map<String, Object> properties =
                Map.of(
                        "onecard.data",
                        data.toString(),
                        "server.port",
                        0,
                        "server.address",
                        "127.0.0.1",
                        "onecard.port-8001",
                        recordsPort,
                        "onecard.port-8002",
                        tradePort,
                        "onecard.bind",
                        "127.0.0.1",
                        "onecard.purchases.regulars",
                        REGULARS);
        return new BenchPlatform(
                new SpringApplicationBuilder(Platform.class).properties(properties).run());
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    <T> T door(Class<T> type) {
        return context.getBean(type);
    }

    /// Where its console is.
    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /// SQL with all rights.
    JdbcClient owner() {
        var login = door(Database.class).owner();
        return JdbcClient.create(
                new DriverManagerDataSource(login.url(), login.user(), login.password()));
    }

    @Override
    public void close() {
        context.close();
    }
}
