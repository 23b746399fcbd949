package onecard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import onecard.platform.database.DatabaseCheck.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each cause has a name and a line that says what to do.
@DatabaseTest
class DatabaseCheckTest {

    private final DatabaseLogin owner;

    DatabaseCheckTest(TestDatabase database) {
        this.owner = database.ownerLogin();
    }

    @Test
    void a_database_that_fits_is_usable() {
        assertThat(DatabaseCheck.of(owner)).isInstanceOf(DatabaseState.Usable.class);
    }

    @Test
    void a_closed_port() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        DatabaseLogin login =
                new DatabaseLogin("jdbc:postgresql://127.0.0.1:" + closed + "/x", "u", "p");
        assertThat(line(login))
                .isEqualTo(
                        "Nobody listens at 127.0.0.1:"
                                + closed
                                + "; start PostgreSQL there, or correct host and port in"
                                + " --database-url");
    }

    @Test
    void an_unknown_host() {
        assertThat(line(new DatabaseLogin("jdbc:postgresql://nowhere.invalid:1/x", "u", "p")))
                .isEqualTo("Nobody knows the host in nowhere.invalid:1; correct --database-url");
    }

    @Test
    void a_wrong_password_and_an_unknown_user() {
        assertThat(line(owner.as(owner.user(), "guessed")))
                .startsWith("The database refuses the user " + owner.user() + " (")
                .doesNotContain("guessed");
        assertThat(DatabaseCheck.of(owner.as("nobody_here", "guessed")))
                .isInstanceOf(DatabaseState.LoginRefused.class);
    }

    @Test
    void a_missing_database() {
        assertThat(line(owner.at("not_there")))
                .isEqualTo(
                        "There is no database not_there; as an administrator run: create database"
                                + " not_there owner "
                                + owner.user()
                                + " encoding 'UTF8' template template0;");
    }

    @Test
    void a_version_before_15_another_encoding_and_a_missing_right() {
        assertThat(DatabaseCheck.judge("o", new Answer(14, "14.19", "UTF8", "d", true)))
                .isEqualTo(new DatabaseState.TooOld("14.19"));
        assertThat(DatabaseCheck.judge("o", new Answer(15, "15.1", "UTF8", "d", true)))
                .isEqualTo(new DatabaseState.Usable("15.1"));
        assertThat(DatabaseCheck.judge("o", new Answer(15, "15.1", "SQL_ASCII", "d", true)))
                .isEqualTo(new DatabaseState.NotUtf8("SQL_ASCII"));
        assertThat(DatabaseCheck.judge("o", new Answer(15, "15.1", "UTF8", "d-1", false)))
                .isInstanceOfSatisfying(
                        DatabaseState.MayNotCreate.class,
                        problem ->
                                assertThat(problem.line())
                                        .endsWith("run: grant create on database \"d-1\" to o;"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    postgresql://o:p%40ss@db:5433/card     | jdbc:postgresql://db:5433/card             | o | p@ss
                    postgres://o@db/card?sslmode=require   | jdbc:postgresql://db/card?sslmode=require  | o | given
                    jdbc:postgresql://a:1,b:2/c?user=o&targetServerType=primary&password=x+y| jdbc:postgresql://a:1,b:2/c?targetServerType=primary | o | x+y
                    postgresql://o:p@a:1,b:2/card          | jdbc:postgresql://a:1,b:2/card             | o | p
                    jdbc:postgresql://db/card              | jdbc:postgresql://db/card                  | given | given
                    """)
    void addresses_are_read_as_people_write_them(
            String text, String url, String user, String password) {
        Optional<String> given = Optional.of("given");
        assertThat(DatabaseAddress.external(text, given, given).owner())
                .isEqualTo(new DatabaseLogin(url, user, password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://o:secret@db/card",
                "postgresql://o:secret@db",
                "postgresql://o:se cret@db/card",
                "postgresql://db/card?password=secret",
                "secret",
                ""
            })
    void an_address_of_another_form_is_refused_without_repeating_its_password(String text) {
        assertThatThrownBy(() -> DatabaseAddress.external(text, Optional.empty(), Optional.empty()))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageStartingWith("The database address is not of the form")
                .hasMessageNotContainingAny("secret", "se cret");
    }

    private static String line(DatabaseLogin login) {
        return switch (DatabaseCheck.of(login)) {
            case DatabaseState.Problem problem -> problem.line();
            case DatabaseState.Usable usable -> throw new AssertionError(usable);
        };
    }
}
