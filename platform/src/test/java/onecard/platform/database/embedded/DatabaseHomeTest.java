package onecard.platform.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Where the files go when the account of the server cannot get to the chosen folder.
class DatabaseHomeTest {

    private final ServerAccount account = ServerAccount.forThisProcess();
    private final Scratch scratch = Scratch.folder();
    private final Path closed = scratch.resolve("closed");
    private final Path system = scratch.resolve("system");
    private final EmbeddedPostgresSettings settings =
            EmbeddedPostgresSettings.in(closed.resolve("demo-data/postgres"))
                    .withSystemFolder(system)
                    .withProgramsIn(scratch.postgres().programs(account));

    @AfterEach
    void leaveNothing() throws IOException {
        scratch.close();
    }

    private void close() throws IOException {
        Files.createDirectories(closed);
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }

    private void open() throws IOException {
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @Test
    void a_folder_of_root_that_the_account_can_enter_is_used_as_it_is() throws Exception {
        close();
        open();
        EmbeddedPostgres.start(settings).stop();
        assertThat(settings.folder().resolve("pgdata/PG_VERSION")).exists();
        assertThat(system).doesNotExist();
    }

    @Test
    void behind_a_closed_folder_of_root_the_files_lie_in_the_system_folder_and_are_found_again()
            throws Exception {
        assumeThat(account.dropsRights()).as("only root has another account run it").isTrue();
        close();
        try (RunningPostgres first = EmbeddedPostgres.start(settings)) {
            Sql.run(first.administrator(), "create table kept as select 7 as n");
        }
        Path place = Path.of(Files.readString(settings.folder().resolve("location")));
        assertThat(place.getParent()).isEqualTo(system);
        assertThat(place.getFileName().toString()).matches("demo-data-[0-9a-f]{8}");
        assertThat(place.resolve("pgdata/PG_VERSION")).exists();
        assertThat(settings.folder().resolve("pgdata")).doesNotExist();

        open();
        assertThat(keptIn(settings)).as("even if the folder is opened later").isEqualTo("7");
    }

    @Test
    void two_data_folders_of_the_same_name_do_not_share_their_files() throws Exception {
        assumeThat(account.dropsRights()).as("only root has another account run it").isTrue();
        close();
        Path other = Files.createDirectory(closed.resolve("other"));
        EmbeddedPostgresSettings second =
                EmbeddedPostgresSettings.in(other.resolve("demo-data/postgres"))
                        .withSystemFolder(system)
                        .withProgramsIn(settings.programs(account));
        try (RunningPostgres one = EmbeddedPostgres.start(settings);
                RunningPostgres two = EmbeddedPostgres.start(second)) {
            assertThat(one.administrator()).isNotEqualTo(two.administrator());
        }
    }

    @Test
    void files_that_became_unreachable_are_named_with_the_command_that_helps() throws Exception {
        assumeThat(account.dropsRights()).as("only root has another account run it").isTrue();
        close();
        open();
        EmbeddedPostgres.start(settings).stop();
        close();
        assertThatThrownBy(() -> EmbeddedPostgres.start(settings))
                .isInstanceOf(PostgresFailure.class)
                .hasMessage(
                        "The database files are in "
                                + settings.folder()
                                + ", but the account onecard of the server cannot enter "
                                + closed
                                + "; run: chmod o+x "
                                + closed);
    }

    @Test
    void a_folder_that_is_no_database_and_files_of_another_version_are_left_alone()
            throws Exception {
        Files.createDirectories(settings.folder().resolve("pgdata"));
        Path notes = settings.folder().resolve("pgdata/notes.txt");
        Files.writeString(notes, "mine");
        assertThatThrownBy(() -> EmbeddedPostgres.start(settings))
                .isInstanceOf(PostgresFailure.class)
                .hasMessageContaining("is not a database of Onecard; move it away");
        Files.writeString(settings.folder().resolve("pgdata/PG_VERSION"), "15\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(settings))
                .isInstanceOf(PostgresFailure.class)
                .hasMessageContaining("are of PostgreSQL 15, this Onecard carries 18;");
        assertThat(notes).hasContent("mine");
    }

    private static String keptIn(EmbeddedPostgresSettings settings) throws SQLException {
        try (RunningPostgres postgres = EmbeddedPostgres.start(settings)) {
            return Sql.ask(postgres.administrator(), "select n from kept");
        }
    }
}
