package onecard.platform.database;

import java.util.Objects;

/// How one role reaches one database. The password is never printed.
///
/// @param url a JDBC address, `jdbc:postgresql://host:port/database?…`
public record DatabaseLogin(String url, String user, String password) {

    public DatabaseLogin {
        Objects.requireNonNull(password);
        if (!url.startsWith("jdbc:postgresql://")) {
            throw new IllegalArgumentException(
                    "A database address begins with jdbc:postgresql://, not " + url);
        }
    }

    @Override
    public String toString() {
        return "DatabaseLogin[" + user + " at " + url + "]";
    }
}
