package onecard.platform.database;

import java.nio.file.Path;

/// What one finds when one knocks at a database.
public sealed interface DatabaseState {

    /// It can be used.
    ///
    /// @param version as the server says it, `18.6`
    record Usable(String version) implements DatabaseState {}

    /// It cannot, for a reason with a name.
    sealed interface Problem extends DatabaseState {
        /// One line: what is wrong, and what to do about it.
        String line();
    }

    record HostUnknown(String address) implements Problem {
        @Override
        public String line() {
            return "Nobody knows the host in " + address + "; correct --database-url";
        }
    }

    record NobodyListens(String address) implements Problem {
        @Override
        public String line() {
            return "Nobody listens at "
                    + address
                    + "; start PostgreSQL there, or correct host and port in --database-url";
        }
    }

    record LoginRefused(String user, String reason) implements Problem {
        @Override
        public String line() {
            return "The database refuses the user "
                    + user
                    + " ("
                    + reason
                    + "); correct user and password in --database-url, or pg_hba.conf";
        }
    }

    record DatabaseMissing(String name, String owner) implements Problem {
        @Override
        public String line() {
            return "There is no database "
                    + name
                    + "; as an administrator run: create database "
                    + Names.quoted(name)
                    + " owner "
                    + Names.quoted(owner)
                    + " encoding 'UTF8' template template0;";
        }
    }

    record TooOld(String version) implements Problem {
        @Override
        public String line() {
            return "The database is PostgreSQL "
                    + version
                    + ", Onecard needs 15 or newer; upgrade it, or leave out --database-url";
        }
    }

    record NotUtf8(String encoding) implements Problem {
        @Override
        public String line() {
            return "The database is encoded in "
                    + encoding
                    + ", Chinese names need UTF8; make a new one with encoding 'UTF8'";
        }
    }

    record MayNotCreate(String owner, String database) implements Problem {
        @Override
        public String line() {
            return "The user "
                    + owner
                    + " may not make schemas; as an administrator run: grant create on database "
                    + Names.quoted(database)
                    + " to "
                    + Names.quoted(owner)
                    + ";";
        }
    }

    /// The owner lacks the right to make our two other roles.
    ///
    /// @param script a file with the exact commands, readable by its owner only since the generated
    ///   passwords are in it
    record MayNotMakeRoles(String owner, Path script) implements Problem {
        @Override
        public String line() {
            return "The user "
                    + owner
                    + " may not make roles; as an administrator run the commands in "
                    + script
                    + ", or: alter role "
                    + Names.quoted(owner)
                    + " createrole;";
        }
    }

    record RolePasswordUnknown(String role, Path secrets) implements Problem {
        @Override
        public String line() {
            return "The role "
                    + role
                    + " exists, but its password is not the one in "
                    + secrets
                    + "; copy that file from the other Onecard server on this database, or run:"
                    + " alter role "
                    + Names.quoted(role)
                    + " password '…'; and write "
                    + role
                    + "=… into the file";
        }
    }

    record Unusable(String reason) implements Problem {
        @Override
        public String line() {
            return "The database cannot be used: " + reason;
        }
    }
}
