package onecard.platform.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A CoAP client that nobody here wrote: one of Debian's package `libcoap3-bin`.
record ForeignClient(String program, Path folder) {
    private static final int PATIENCE_SECONDS = 4;

    /// What the client got.
    ///
    /// @param body what it was answered, if it was
    /// @param said what it printed, codes of failures among it
    record Got(Optional<byte[]> body, String said) {}

    Got post(String identity, String key, int port, String path, byte[] request)
            throws IOException, InterruptedException {
        assertThat(Path.of("/usr/bin", program))
                .as("the foreign client; install Debian's package libcoap3-bin")
                .isExecutable();
        Path question = Files.write(folder.resolve("question.cbor"), request);
        Path answer = folder.resolve("answer.cbor");
        Files.deleteIfExists(answer);
        Process client =
                new ProcessBuilder(
                                program,
                                "-m",
                                "post",
                                "-t",
                                "60",
                                "-B",
                                Integer.toString(PATIENCE_SECONDS),
                                "-f",
                                question.toString(),
                                "-o",
                                answer.toString(),
                                "-u",
                                identity,
                                "-k",
                                key,
                                "coaps://127.0.0.1:%d/%s".formatted(port, path))
                        .redirectErrorStream(true)
                        .start();
        String said = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(client.waitFor(30, TimeUnit.SECONDS)).isTrue();
        boolean answered = Files.exists(answer) && Files.size(answer) > 0;
        return new Got(answered ? Optional.of(Files.readAllBytes(answer)) : Optional.empty(), said);
    }

    static List<String> programs() {
        return List.of("coap-client-openssl", "coap-client-gnutls");
    }
}
