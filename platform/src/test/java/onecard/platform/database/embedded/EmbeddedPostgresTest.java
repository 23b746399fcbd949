package onecard.platform.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What one can see of a server that runs.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedPostgresTest {

    private final Scratch scratch = Scratch.folder();
    private final EmbeddedPostgresSettings settings =
            scratch.postgres().withTuning(Map.of("shared_buffers", "96MB"));
    private final Path home = settings.folder();
    private RunningPostgres postgres;

    @BeforeAll
    void start() {
        postgres = EmbeddedPostgres.start(settings);
    }

    @AfterAll
    void stop() throws Exception {
        postgres.stop();
        scratch.close();
    }

    @ParameterizedTest(name = "{0} is {1}", quoteTextArguments = false)
    @CsvSource(
            textBlock =
                    """
                    fsync,                      on
                    full_page_writes,           on
                    synchronous_commit,         on
                    data_checksums,             on
                    listen_addresses,           127.0.0.1
                    unix_socket_directories,    ''
                    ssl,                        off
                    password_encryption,        scram-sha-256
                    wal_compression,            off
                    checkpoint_timeout,         15min
                    jit,                        off
                    lock_timeout,               0
                    statement_timeout,          0
                    idle_in_transaction_session_timeout, 0
                    server_encoding,            UTF8
                    shared_buffers,             96MB
                    """)
    void the_server_runs_with(String parameter, String value) throws SQLException {
        assertThat(Sql.ask(postgres.administrator(), "show " + parameter)).isEqualTo(value);
    }

    @Test
    void texts_are_sorted_by_code_point_whatever_the_operating_system_thinks() throws SQLException {
        assertThat(
                        Sql.ask(
                                postgres.administrator(),
                                """
                                select datlocprovider::text || ' ' || datlocale
                                  from pg_database where datname = 'template1'
                                """))
                .isEqualTo("b C.UTF-8");
    }

    @Test
    void no_way_in_goes_without_a_password() throws SQLException {
        assertThat(
                        Sql.ask(
                                postgres.administrator(),
                                """
                                select string_agg(distinct type || ' ' || auth_method, ', ')
                                  from pg_hba_file_rules
                                """))
                .isEqualTo("host scram-sha-256, local reject");
        PostgresLogin right = postgres.administrator();
        PostgresLogin wrong = new PostgresLogin(right.url(), right.user(), "guessed");
        assertThatThrownBy(() -> Sql.ask(wrong, "select 1"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void the_server_runs_under_an_account_without_rights_that_cannot_change_its_programs()
            throws Exception {
        long pid = Postmaster.pidFile(home.resolve("pgdata")).orElseThrow().pid();
        ServerAccount account = ServerAccount.forThisProcess();
        assertThat(account.uid()).isNotZero();
        assertThat(account.owns(Path.of("/proc/" + pid))).isTrue();
        assertThat(Files.readString(Path.of("/proc/" + pid + "/status")))
                .contains(account.dropsRights() ? "NoNewPrivs:\t1" : "Name:")
                .contains("CapEff:\t0000000000000000");
        if (account.dropsRights()) {
            Path programs = settings.systemFolder().resolve("postgresql-18.6.0");
            for (Path file : new Path[] {programs, programs.resolve("bin/postgres")}) {
                assertThat(account.owns(file)).isFalse();
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rwxr-xr-x");
            }
            assertThat(account.owns(home)).isFalse();
        }
    }

    @Test
    void passwords_and_database_files_are_closed_to_others() throws Exception {
        assertThat(mode(home.resolve("administrator.password"))).isEqualTo("rw-------");
        assertThat(mode(home.resolve("pgdata"))).isEqualTo("rwx------");
        assertThat(home.resolve("initdb.password")).doesNotExist();
        assertThat(postgres.administrator().toString())
                .doesNotContain(postgres.administrator().password());
    }

    @Test
    void a_second_start_in_the_same_folder_is_refused_with_the_name_of_the_holder() {
        assertThatThrownBy(() -> EmbeddedPostgres.start(settings))
                .isInstanceOf(PostgresFailure.class)
                .hasMessageContaining("is in use by process " + ProcessHandle.current().pid());
        assertThatThrownBy(() -> ServerProcess.start(settings))
                .hasMessageContaining("is in use by process " + ProcessHandle.current().pid());
        assertThat(postgres.isRunning()).isTrue();
    }

    @Test
    void what_guards_the_books_is_not_for_tuning() {
        assertThatThrownBy(() -> settings.withTuning(Map.of("fsync", "off")))
                .hasMessage("The parameter fsync of the embedded server is not for tuning");
    }

    private static String mode(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
