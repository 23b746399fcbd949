package onecard.platform.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The programs are there whole or not at all, once per version.
class PostgresProgramsTest {

    private final Scratch scratch = Scratch.folder();
    private final Path parent = scratch.resolve("programs");

    @AfterEach
    void leaveNothing() throws Exception {
        scratch.close();
    }

    @Test
    void they_are_unpacked_once_and_are_of_the_version_their_folder_says() throws Exception {
        Files.createDirectories(parent.resolve("postgresql-18.6.0.new/half"));
        PostgresPrograms programs = PostgresPrograms.unpackedIn(parent);
        assertThat(programs.folder()).isEqualTo(parent.resolve("postgresql-18.6.0"));
        assertThat(programs.majorVersion()).isEqualTo("18");
        assertThat(parent.resolve("postgresql-18.6.0.new"))
                .as("what a killed process left")
                .doesNotExist();
        for (Path program : List.of(programs.postgres(), programs.initdb())) {
            assertThat(Command.run(List.of(program.toString(), "--version")).output())
                    .endsWith("(PostgreSQL) 18.6");
        }
        Path library = programs.folder().resolve("lib/libpq.so.5");
        assertThat(library).isSymbolicLink().exists();

        Files.writeString(programs.folder().resolve("mark"), "unpacked before");
        assertThat(PostgresPrograms.unpackedIn(parent)).isEqualTo(programs);
        assertThat(programs.folder().resolve("mark")).exists();
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws Exception {
        Files.writeString(parent, "a file is in the way");
        assertThatThrownBy(() -> PostgresPrograms.unpackedIn(parent))
                .isInstanceOf(PostgresFailure.class)
                .hasMessageContaining("cannot be unpacked into " + parent);
    }
}
