package onecard.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onecard.platform.database.embedded.PrivateFile;

/// Makes the two working roles where they are missing, as the owner of the database.
final class RoleMaker {

    private static final String EXISTS = "select 1 from pg_roles where rolname = ?";
    private static final String MAY_MAKE =
            "select rolcreaterole or rolsuper from pg_roles where rolname = current_user";

    private final DatabaseLogin owner;
    private final DatabaseRoles roles;
    private final RolePasswords passwords;

    RoleMaker(DatabaseLogin owner, DatabaseRoles roles, RolePasswords passwords) {
        this.owner = owner;
        this.roles = roles;
        this.passwords = passwords;
    }

    /// Returns what is in the way, if anything is. `connection` is the owner's.
    Optional<DatabaseState.Problem> ensure(Connection connection) throws SQLException {
        List<String> missing = new ArrayList<>();
        for (String role : List.of(roles.app(), roles.report())) {
            if (!exists(connection, role)) {
                missing.add(role);
            }
        }
        if (!missing.isEmpty() && !mayMake(connection)) {
            return Optional.of(
                    new DatabaseState.MayNotMakeRoles(owner.user(), writeScript(missing)));
        }
        try (Statement statement = connection.createStatement()) {
            for (String role : missing) {
                statement.execute(create(role));
            }
            limitToRoles(statement, owner.database(), roles);
            statement.execute("revoke all on schema public from public");
        }
        for (String role : List.of(roles.app(), roles.report())) {
            if (!canLogIn(role)) {
                return Optional.of(new DatabaseState.RolePasswordUnknown(role, passwords.file()));
            }
        }
        return Optional.empty();
    }

    /// Only our roles may enter, and none may make anything outside the rooms' schemas, not even a
    /// temporary table.
    static void limitToRoles(Statement statement, String database, DatabaseRoles roles)
            throws SQLException {
        String name = Names.quoted(database);
        String both = Names.quoted(roles.app()) + ", " + Names.quoted(roles.report());
        statement.execute("revoke all on database " + name + " from public");
        statement.execute("grant connect on database " + name + " to " + both);
    }

    private String create(String role) {
        return "create role "
                + Names.quoted(role)
                + " login password "
                + Names.text(passwords.of(role));
    }

    private Path writeScript(List<String> missing) {
        Path script = passwords.file().resolveSibling("create-roles.sql");
        StringBuilder commands = new StringBuilder();
        missing.forEach(role -> commands.append(create(role)).append(";\n"));
        try {
            PrivateFile.write(script, commands.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + script, e);
        }
        return script;
    }

    private boolean canLogIn(String role) throws SQLException {
        return DatabaseCheck.logsIn(owner.as(role, passwords.of(role)));
    }

    private static boolean exists(Connection connection, String role) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EXISTS)) {
            statement.setString(1, role);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private static boolean mayMake(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(MAY_MAKE)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
