package onecard.platform.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import onecard.platform.database.embedded.EmbeddedPostgres;
import onecard.platform.database.embedded.EmbeddedPostgresSettings;
import onecard.platform.database.embedded.PostgresFailure;
import onecard.platform.database.embedded.PostgresLogin;
import onecard.platform.database.embedded.RunningPostgres;

/// A database that is there: reachable, with its roles, and with the tables of every room up to
/// date. It must be closed after everything that uses it.
public final class Database implements AutoCloseable {

    private static final String NAME = "onecard";

    /// Nodes that start at the same time prepare the database one after the other.
    private static final long ONE_AT_A_TIME = 0x6f6e6563617264L;

    private final Optional<RunningPostgres> server;
    private final DatabaseLogin owner;
    private final DatabaseLogin app;
    private final DatabaseLogin report;

    private Database(Optional<RunningPostgres> server, DatabaseLogin owner, Roles roles) {
        this.server = server;
        this.owner = owner;
        this.app = owner.as(roles.names().app(), roles.passwords().of(roles.names().app()));
        this.report =
                owner.as(roles.names().report(), roles.passwords().of(roles.names().report()));
    }

    private record Roles(DatabaseRoles names, RolePasswords passwords) {}

    /// Opens the database, after starting the server, making roles and running migrations where
    /// that is due. What is in the way is said by a [DatabaseFailure].
    ///
    /// @param secrets the folder in which the generated passwords of the roles are kept
    public static Database open(DatabaseAddress address, Path secrets) {
        RolePasswords passwords = RolePasswords.in(secrets);
        return switch (address) {
            case DatabaseAddress.Embedded(var settings) -> embedded(settings, passwords);
            case DatabaseAddress.External(var owner, var prefix) ->
                    prepared(
                            Optional.empty(),
                            owner,
                            new Roles(
                                    DatabaseRoles.named(prefix.orElse(owner.database())),
                                    passwords));
        };
    }

    private static Database embedded(EmbeddedPostgresSettings settings, RolePasswords passwords) {
        RunningPostgres server = start(settings);
        boolean opened = false;
        try {
            Roles roles = new Roles(DatabaseRoles.named(NAME), passwords);
            DatabaseLogin owner =
                    OwnDatabase.ensure(
                            login(server.administrator()), NAME, roles.names(), passwords);
            Database database = prepared(Optional.of(server), owner, roles);
            opened = true;
            return database;
        } finally {
            if (!opened) {
                server.stop();
            }
        }
    }

    private static RunningPostgres start(EmbeddedPostgresSettings settings) {
        try {
            return EmbeddedPostgres.start(settings);
        } catch (PostgresFailure e) {
            throw new DatabaseFailure(e.line(), e);
        }
    }

    private static DatabaseLogin login(PostgresLogin login) {
        return new DatabaseLogin(login.url(), login.user(), login.password());
    }

    private static Database prepared(
            Optional<RunningPostgres> server, DatabaseLogin owner, Roles roles) {
        switch (DatabaseCheck.of(owner)) {
            case DatabaseState.Problem problem -> throw new DatabaseFailure(problem.line());
            case DatabaseState.Usable _ -> prepare(owner, roles);
        }
        return new Database(server, owner, roles);
    }

    private static void prepare(DatabaseLogin owner, Roles roles) {
        try (Connection connection = DatabaseCheck.connect(owner);
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + ONE_AT_A_TIME + ")");
            new RoleMaker(owner, roles.names(), roles.passwords())
                    .ensure(connection)
                    .ifPresent(problem -> {
                        throw new DatabaseFailure(problem.line());
                    });
            Migrations.migrate(connection, roles.names());
        } catch (SQLException e) {
            throw new DatabaseFailure("The database cannot be prepared: " + e.getMessage(), e);
        }
    }

    /// The role that owns the tables; for migrations and for nothing else.
    public DatabaseLogin owner() {
        return owner;
    }

    /// The role under which the platform works.
    public DatabaseLogin app() {
        return app;
    }

    /// The role of reports: sees schema `reporting` only.
    public DatabaseLogin report() {
        return report;
    }

    @Override
    public void close() {
        server.ifPresent(RunningPostgres::stop);
    }
}
