package onecard.platform.database.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/// The server started by hand, without anything of our launcher: the control of some tests.
final class PlainPostgres {

    private PlainPostgres() {}

    /// What a server prints that is expected to refuse at once.
    static String endOf(EmbeddedPostgresSettings settings, ServerAccount account) {
        return Command.run(command(settings, account, "unix_socket_directories=")).output();
    }

    /// A server that does not wait for the disk.
    static PostgresLogin withoutFsync(EmbeddedPostgresSettings settings, ServerAccount account)
            throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Process _ =
                Command.builder(
                                command(
                                        settings,
                                        account,
                                        "unix_socket_directories=",
                                        "fsync=off",
                                        "port=" + port))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        Awaitility.await()
                .until(() ->
                        Postmaster.running(settings.folder().resolve("pgdata"))
                                .filter(found -> found.port() == port)
                                .isPresent());
        return PostgresLogin.administrator(
                port, Files.readString(settings.folder().resolve("administrator.password")));
    }

    private static List<String> command(
            EmbeddedPostgresSettings settings, ServerAccount account, String... parameters) {
        List<String> command = new ArrayList<>();
        command.add(PostgresPrograms.unpackedIn(settings.programs(account)).postgres().toString());
        command.add("-D");
        command.add(settings.folder().resolve("pgdata").toString());
        for (String parameter : parameters) {
            command.add("-c");
            command.add(parameter);
        }
        return account.command(command);
    }
}
