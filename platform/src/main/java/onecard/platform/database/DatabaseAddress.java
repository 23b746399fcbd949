package onecard.platform.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onecard.platform.database.embedded.EmbeddedPostgresSettings;

/// Where the database is: in our own server, or in one that somebody else runs.
public sealed interface DatabaseAddress {

    /// The server that Onecard carries along.
    record Embedded(EmbeddedPostgresSettings settings) implements DatabaseAddress {}

    /// A server of PostgreSQL 15 or newer that somebody else runs.
    ///
    /// @param owner the role that owns the database; it runs the migrations
    /// @param rolePrefix the first part of the names of our two other roles; without one it is the
    ///   name of the database
    record External(DatabaseLogin owner, Optional<String> rolePrefix) implements DatabaseAddress {}

    /// The server that Onecard carries along, with its files in this data folder if it can.
    static Embedded embeddedIn(Path data) {
        return new Embedded(EmbeddedPostgresSettings.in(data.resolve("postgres")));
    }

    /// Reads an address as people write it: `postgresql://user:password@host:port/database`, or the
    /// JDBC form with `user` and `password` as parameters. Either may leave the user or the
    /// password to the second and third argument.
    static External external(String url, Optional<String> user, Optional<String> password) {
        List<String> rest = new ArrayList<>();
        Optional<String> foundUser = user;
        Optional<String> foundPassword = password;
        URI uri = uri(url);
        int at = uri.getRawAuthority().lastIndexOf('@');
        if (at >= 0) {
            List<String> info = List.of(uri.getRawAuthority().substring(0, at).split(":", 2));
            foundUser = Optional.of(decode(info.getFirst()));
            foundPassword = info.size() > 1 ? Optional.of(decode(info.getLast())) : password;
        }
        for (String parameter : parameters(uri)) {
            if (parameter.startsWith("user=")) {
                foundUser = Optional.of(decode(parameter.substring("user=".length())));
            } else if (parameter.startsWith("password=")) {
                foundPassword = Optional.of(decode(parameter.substring("password=".length())));
            } else {
                rest.add(parameter);
            }
        }
        String jdbc =
                "jdbc:postgresql://" + uri.getRawAuthority().substring(at + 1) + uri.getRawPath();
        String query = rest.isEmpty() ? "" : "?" + String.join("&", rest);
        return new External(
                new DatabaseLogin(
                        jdbc + query,
                        foundUser.orElseThrow(() -> malformed("it names no user")),
                        foundPassword.orElse("")),
                Optional.empty());
    }

    private static URI uri(String url) {
        String plain = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
        try {
            URI uri = new URI(plain);
            String path = uri.getRawPath();
            if (!List.of("postgresql", "postgres").contains(String.valueOf(uri.getScheme()))
                    || uri.getRawAuthority() == null
                    || path == null
                    || path.length() < 2) {
                throw malformed("it is another kind of address");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw malformed("it cannot be read, perhaps a sign in the password needs %-encoding");
        }
    }

    private static List<String> parameters(URI uri) {
        return uri.getRawQuery() == null ? List.of() : List.of(uri.getRawQuery().split("&", -1));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /// The address itself is not repeated: there may be a password in it.
    private static DatabaseFailure malformed(String why) {
        return new DatabaseFailure(
                "The database address is not of the form"
                        + " postgresql://user:password@host:port/database: "
                        + why);
    }
}
