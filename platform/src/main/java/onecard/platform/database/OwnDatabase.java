package onecard.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// The database inside our own server, which nobody else administers: here we may simply set every
/// password to the one in our file. The owner gets no more rights than an owner elsewhere has, so
/// that a migration which would fail on a foreign server fails here too.
final class OwnDatabase {

    private OwnDatabase() {}

    /// Makes the database and its owner where they are missing, and returns the owner's login.
    static DatabaseLogin ensure(
            DatabaseLogin administrator,
            String name,
            DatabaseRoles roles,
            RolePasswords passwords) {
        try (Connection connection = DatabaseCheck.connect(administrator);
                Statement statement = connection.createStatement()) {
            if (missing(statement, "pg_roles where rolname = " + Names.text(name))) {
                statement.execute("create role " + Names.quoted(name) + " login createrole");
            }
            for (String role : List.of(name, roles.app(), roles.report())) {
                if (!missing(statement, "pg_roles where rolname = " + Names.text(role))) {
                    statement.execute(
                            "alter role "
                                    + Names.quoted(role)
                                    + " password "
                                    + Names.text(passwords.of(role)));
                }
            }
            if (missing(statement, "pg_database where datname = " + Names.text(name))) {
                statement.execute(
                        "create database " + Names.quoted(name) + " owner " + Names.quoted(name));
            }
            return administrator.at(name).as(name, passwords.of(name));
        } catch (SQLException e) {
            throw new DatabaseFailure("The database cannot be made: " + e.getMessage(), e);
        }
    }

    private static boolean missing(Statement statement, String where) throws SQLException {
        try (ResultSet row = statement.executeQuery("select 1 from " + where)) {
            return !row.next();
        }
    }
}
