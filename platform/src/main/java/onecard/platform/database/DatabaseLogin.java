package onecard.platform.database;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How one role reaches one database. The password is never printed.
///
/// @param url a JDBC address, `jdbc:postgresql://host:port/database?…`
public record DatabaseLogin(String url, String user, String password) {

    private static final Pattern URL =
            Pattern.compile("(jdbc:postgresql://[^/?]+/)([^/?]+)(\\?.*)?");

    public DatabaseLogin {
        Objects.requireNonNull(password);
        if (!URL.matcher(url).matches()) {
            throw new IllegalArgumentException(
                    "A database address is jdbc:postgresql://host:port/database, not " + url);
        }
    }

    /// The name of the database.
    public String database() {
        return parts().group(2);
    }

    /// The same role at another database of the same server.
    public DatabaseLogin at(String database) {
        Matcher parts = parts();
        String parameters = parts.group(3) == null ? "" : parts.group(3);
        return new DatabaseLogin(parts.group(1) + database + parameters, user, password);
    }

    /// Another role at the same database.
    public DatabaseLogin as(String role, String itsPassword) {
        return new DatabaseLogin(url, role, itsPassword);
    }

    private Matcher parts() {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new IllegalStateException("Checked when it was made: " + url);
        }
        return parts;
    }

    @Override
    public String toString() {
        return "DatabaseLogin[" + user + " at " + url + "]";
    }
}
