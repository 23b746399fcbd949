package onecard.platform.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        Path question = Files.write(folder.resolve("question.cbor"), request);
        return ask(
                List.of("-m", "post", "-t", "60", "-f", question.toString()),
                identity,
                key,
                port,
                path);
    }

    Got get(String identity, String key, int port, String path)
            throws IOException, InterruptedException {
        return ask(List.of("-m", "get"), identity, key, port, path);
    }

    private Got ask(List<String> how, String identity, String key, int port, String path)
            throws IOException, InterruptedException {
        assertThat(Path.of("/usr/bin", program))
                .as("the foreign client; install Debian's package libcoap3-bin")
                .isExecutable();
        Path answer = folder.resolve("answer.cbor");
        Files.deleteIfExists(answer);
        List<String> words = new ArrayList<>(List.of(program));
        words.addAll(how);
        words.addAll(
                List.of(
                        "-B",
                        Integer.toString(PATIENCE_SECONDS),
                        "-o",
                        answer.toString(),
                        "-u",
                        identity,
                        "-k",
                        key,
                        "coaps://127.0.0.1:%d/%s".formatted(port, path)));
        Process client = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(client.waitFor(30, TimeUnit.SECONDS)).isTrue();
        boolean answered = Files.exists(answer) && Files.size(answer) > 0;
        return new Got(answered ? Optional.of(Files.readAllBytes(answer)) : Optional.empty(), said);
    }

    static List<String> programs() {
        return List.of("coap-client-openssl", "coap-client-gnutls");
    }
}
