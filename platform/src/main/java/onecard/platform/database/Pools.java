package onecard.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/// The pools of connections, each with the limits that its work can bear.
final class Pools {

    private static final int APP_CONNECTIONS_MAX = 16;
    private static final int MONEY_CONNECTIONS_MAX = 8;
    private static final int REPORT_CONNECTIONS_MAX = 4;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(10);
    private static final Duration REPORT_LIMIT = Duration.ofMinutes(2);
    private static final Duration MONEY_SOCKET_TIMEOUT = Duration.ofSeconds(10);

    private Pools() {}

    /// For everything that does not move purchases: pages, imports, jobs.
    static HikariDataSource app(DatabaseLogin login) {
        return new HikariDataSource(config("app", login, APP_CONNECTIONS_MAX, Map.of()));
    }

    /// For money. A session that hangs in the midst of a transaction would keep accounts locked, so
    /// the server ends it; one that waits for a lock gives up and says nothing to the terminal,
    /// which asks again. There is no query timeout and no cancel on purpose: with replication, a
    /// cancelled commit answers "done" though it may be lost. A dead line is found by the sockets'
    /// own limits, and the outcome then is *unknown*.
    static HikariDataSource money(DatabaseLogin login) {
        HikariConfig config =
                config(
                        "money",
                        login,
                        MONEY_CONNECTIONS_MAX,
                        Map.of(
                                "idle_in_transaction_session_timeout", "3s",
                                "lock_timeout", "2s",
                                "tcp_user_timeout", "10s"));
        config.addDataSourceProperty(
                "socketTimeout", Long.toString(MONEY_SOCKET_TIMEOUT.toSeconds()));
        return new HikariDataSource(config);
    }

    /// For reports, which only read and must not run for ever.
    static HikariDataSource report(DatabaseLogin login) {
        HikariConfig config =
                config(
                        "report",
                        login,
                        REPORT_CONNECTIONS_MAX,
                        Map.of(
                                "default_transaction_read_only",
                                "on",
                                "statement_timeout",
                                REPORT_LIMIT.toMillis() + "ms"));
        config.setReadOnly(true);
        return new HikariDataSource(config);
    }

    private static HikariConfig config(
            String name, DatabaseLogin login, int connectionsMax, Map<String, String> session) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(login.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(connectionsMax);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
        config.addDataSourceProperty("ApplicationName", "onecard " + name);
        config.addDataSourceProperty("connectTimeout", Long.toString(CONNECT_TIMEOUT.toSeconds()));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("options", options(session));
        return config;
    }

    private static String options(Map<String, String> session) {
        return session.entrySet().stream()
                .map(entry -> "-c " + entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
