package onecard.platform.database.embedded;

import java.nio.file.Path;
import java.util.List;

/// The server started by hand, without anything of our launcher: the control of some tests.
final class PlainPostgres {

    private PlainPostgres() {}

    /// What a server prints that is expected to refuse at once.
    static String endOf(EmbeddedPostgresSettings settings, ServerAccount account) {
        Path parent =
                settings.programsFolder()
                        .orElse(
                                account.dropsRights()
                                        ? settings.systemFolder()
                                        : settings.folder());
        Path program = PostgresPrograms.unpackedIn(parent).postgres();
        Command.Ended ended =
                Command.run(
                        account.command(
                                List.of(
                                        program.toString(),
                                        "-D",
                                        settings.folder().resolve("pgdata").toString(),
                                        "-c",
                                        "unix_socket_directories=")));
        return ended.output();
    }
}
