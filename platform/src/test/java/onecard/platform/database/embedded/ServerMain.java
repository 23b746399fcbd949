package onecard.platform.database.embedded;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Scanner;

/// A process of its own that runs an embedded server, for tests that end it in rude ways.
///
/// It prints one line `READY <port> <password>` and then obeys one word on its input: `stop` ends
/// in order, `throw` ends with an exception in main while the server runs.
final class ServerMain {

    private ServerMain() {}

    public static void main(String[] arguments) {
        EmbeddedPostgresSettings settings = EmbeddedPostgresSettings.in(Path.of(arguments[0]));
        Optional<Path> programs =
                arguments.length > 1 ? Optional.of(Path.of(arguments[1])) : Optional.empty();
        RunningPostgres postgres =
                EmbeddedPostgres.start(programs.map(settings::withProgramsIn).orElse(settings));
        PostgresLogin login = postgres.administrator();
        System.out.println("READY " + login.url() + " " + login.password());
        try (Scanner words = new Scanner(System.in, StandardCharsets.UTF_8)) {
            String word = words.nextLine();
            if (word.equals("throw")) {
                throw new IllegalStateException("Planted, with the server running");
            }
        }
        postgres.stop();
    }
}
