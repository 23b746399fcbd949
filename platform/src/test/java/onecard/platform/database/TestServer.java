package onecard.platform.database;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import onecard.platform.database.embedded.EmbeddedPostgres;
import onecard.platform.database.embedded.Passwords;
import onecard.platform.database.embedded.PostgresLogin;
import onecard.platform.database.embedded.RunningPostgres;
import onecard.platform.database.embedded.Scratch;

/// The one server of a test run, with a migrated template from which every test class gets a copy.
final class TestServer implements AutoCloseable {

    static final String VARIABLE = "ONECARD_TEST_DATABASE_URL";
    private static final Map<String, String> TUNING =
            Map.of("shared_buffers", "128MB", "max_connections", "200", "max_wal_size", "1GB");

    /// On a foreign server every one that is started needs names of its own.
    private static final AtomicInteger STARTED = new AtomicInteger();

    private static final Duration DROP_WITHIN = Duration.ofSeconds(30);

    private final Scratch scratch;
    private final Optional<RunningPostgres> embedded;
    private final DatabaseLogin owner;
    private final String template;
    private final AtomicInteger copies = new AtomicInteger();

    private TestServer(
            Scratch scratch,
            Optional<RunningPostgres> embedded,
            DatabaseLogin owner,
            String template) {
        this.scratch = scratch;
        this.embedded = embedded;
        this.owner = owner;
        this.template = template;
    }

    static TestServer start() {
        Scratch scratch = Scratch.folder();
        Optional<String> foreign =
                Optional.ofNullable(System.getProperty(VARIABLE))
                        .or(() -> Optional.ofNullable(System.getenv(VARIABLE)));
        Optional<RunningPostgres> embedded =
                foreign.isPresent()
                        ? Optional.empty()
                        : Optional.of(
                                EmbeddedPostgres.start(scratch.postgres().withTuning(TUNING)));
        DatabaseLogin owner =
                embedded.map(server -> ordinaryOwner(server.administrator()))
                        .orElseGet(() ->
                                DatabaseAddress.external(
                                                foreign.orElseThrow(),
                                                Optional.empty(),
                                                Optional.empty())
                                        .owner());
        String template =
                "onecard_t" + ProcessHandle.current().pid() + "s" + STARTED.incrementAndGet();
        TestServer server = new TestServer(scratch, embedded, owner, template);
        server.makeTemplate();
        return server;
    }

    /// Migrations and tests have the rights of an ordinary owner, so that nothing works here which
    /// would fail on a foreign server.
    private static DatabaseLogin ordinaryOwner(PostgresLogin login) {
        DatabaseLogin administrator =
                new DatabaseLogin(login.url(), login.user(), login.password());
        String password = Passwords.fresh();
        run(
                administrator,
                "create role onecard_test login createdb createrole password "
                        + Names.text(password));
        return administrator.as("onecard_test", password);
    }

    private void makeTemplate() {
        run(owner, "create database " + template + " encoding 'UTF8' template template0");
        Database.open(
                        new DatabaseAddress.External(owner.at(template), Optional.of(template)),
                        secrets())
                .close();
        // So that the owner may end their sessions when a database is dropped.
        run(owner, "grant " + template + "_app, " + template + "_report to current_user");
    }

    private Path secrets() {
        return scratch.resolve("secrets");
    }

    TestDatabase freshDatabase() {
        String name = template + "_" + copies.incrementAndGet();
        DatabaseRoles roles = DatabaseRoles.named(template);
        try (Connection connection = DatabaseCheck.connect(owner);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template);
            RoleMaker.limitToRoles(statement, name, roles);
        } catch (SQLException e) {
            throw new IllegalStateException("No database for this test", e);
        }
        RolePasswords passwords = RolePasswords.in(secrets());
        return new TestDatabase(
                owner.at(name),
                owner.at(name).as(roles.app(), passwords.of(roles.app())),
                owner.at(name).as(roles.report(), passwords.of(roles.report())),
                template,
                scratch.path(),
                () -> drop(owner, name));
    }

    @Override
    public void close() throws IOException {
        if (embedded.isPresent()) {
            embedded.get().stop();
        } else {
            drop(owner, template);
            run(owner, "drop role " + template + "_app, " + template + "_report");
        }
        scratch.close();
    }

    /// Drops a database and ends its sessions.
    ///
    /// A worker of autovacuum in it belongs to the superuser, whom an ordinary owner may not send
    /// away: the server says `insufficient_privilege`. The worker leaves by itself within moments.
    static void drop(DatabaseLogin owner, String name) {
        await().atMost(DROP_WITHIN)
                .untilAsserted(
                        () -> run(owner, "drop database " + Names.quoted(name) + " with (force)"));
    }

    private static void run(DatabaseLogin login, String command) {
        try (Connection connection = DatabaseCheck.connect(login);
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw new AssertionError(command, e);
        }
    }
}
