package onecard.platform.database;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// Knocks at a database once and says what is there.
public final class DatabaseCheck {

    private static final int OLDEST_MAJOR = 15;
    private static final String TIMEOUT_SECONDS = "5";
    private static final String WRONG_PASSWORD = "28P01";
    private static final String QUESTION =
            """
            select current_setting('server_version_num')::int / 10000 as major,
                   current_setting('server_version') as version,
                   current_setting('server_encoding') as encoding,
                   current_database() as name,
                   has_database_privilege(current_database(), 'create') as may_create
            """;

    private DatabaseCheck() {}

    /// Connects as the owner and looks at what Onecard needs.
    public static DatabaseState of(DatabaseLogin owner) {
        try (Connection connection = connect(owner);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUESTION)) {
            row.next();
            return judge(
                    owner.user(),
                    new Answer(
                            row.getInt("major"),
                            row.getString("version"),
                            row.getString("encoding"),
                            row.getString("name"),
                            row.getBoolean("may_create")));
        } catch (SQLException e) {
            return cause(owner, e);
        }
    }

    /// What a database says of itself.
    record Answer(int major, String version, String encoding, String name, boolean mayCreate) {}

    static DatabaseState judge(String owner, Answer answer) {
        if (answer.major() < OLDEST_MAJOR) {
            return new DatabaseState.TooOld(answer.version());
        }
        if (!answer.encoding().equals("UTF8")) {
            return new DatabaseState.NotUtf8(answer.encoding());
        }
        if (!answer.mayCreate()) {
            return new DatabaseState.MayNotCreate(owner, answer.name());
        }
        return new DatabaseState.Usable(answer.version());
    }

    /// Whether this password is the right one; any other trouble is thrown.
    static boolean logsIn(DatabaseLogin login) throws SQLException {
        try (Connection _ = connect(login)) {
            return true;
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    static Connection connect(DatabaseLogin login) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("connectTimeout", TIMEOUT_SECONDS);
        properties.setProperty("loginTimeout", TIMEOUT_SECONDS);
        properties.setProperty("ApplicationName", "onecard");
        return DriverManager.getConnection(login.url(), properties);
    }

    private static DatabaseState cause(DatabaseLogin login, SQLException e) {
        String address = address(login);
        if (causedBy(e, UnknownHostException.class)) {
            return new DatabaseState.HostUnknown(address);
        }
        if (causedBy(e, ConnectException.class) || causedBy(e, SocketTimeoutException.class)) {
            return new DatabaseState.NobodyListens(address);
        }
        return switch (String.valueOf(e.getSQLState())) {
            case "28P01", "28000", "08004" ->
                    new DatabaseState.LoginRefused(login.user(), firstLine(e));
            case "3D000" -> new DatabaseState.DatabaseMissing(login.database(), login.user());
            default -> new DatabaseState.Unusable(firstLine(e) + " at " + address);
        };
    }

    private static boolean causedBy(Throwable failure, Class<? extends Throwable> kind) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static String firstLine(SQLException e) {
        return Optional.ofNullable(e.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse("no reason given");
    }

    /// Host and port, without parameters that nobody needs to read.
    private static String address(DatabaseLogin login) {
        String rest = login.url().substring("jdbc:postgresql://".length());
        return rest.substring(0, rest.indexOf('/') < 0 ? rest.length() : rest.indexOf('/'));
    }
}
