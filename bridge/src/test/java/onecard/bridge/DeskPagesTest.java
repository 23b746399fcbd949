package onecard.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class DeskPagesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CONSOLE = "https://localhost:8443";

    @TempDir private Path folder;
    private final List<String> codes = new CopyOnWriteArrayList<>();
    private final CardStream cards = new CardStream();
    private final HttpClient client = HttpClient.newHttpClient();
    private LoopbackPrinter printer;
    private PrintQueue printing;
    private DeskPages pages;

    @BeforeEach
    void open() throws IOException {
        printer = new LoopbackPrinter();
        printing = new PrintQueue(Printer.at(printer.address()), Duration.ofMillis(10));
        var pairings = new Pairings(folder.resolve("pairings.json"), codes::add);
        pages = new DeskPages(0, pairings, cards, Optional.of(printing), Duration.ZERO);
    }

    @AfterEach
    void close() throws IOException {
        pages.close();
        printing.close();
        printer.close();
        client.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + pages.port() + path))
                .header("Origin", CONSOLE)
                .timeout(Duration.ofSeconds(20));
    }

    private HttpRequest.Builder paired(String path) throws Exception {
        var answer = post(request("/pair"), "{\"code\":\"" + codes.getLast() + "\"}");
        assertThat(answer).startsWith("200 {\"token\":\"");
        String token = JSON.readTree(answer.substring(4)).path("token").asString();
        return request(path).header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest request) throws Exception {
        var answer = client.send(request, BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    private String post(HttpRequest.Builder request, String body) throws Exception {
        return send(request.POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    @Test
    void a_paired_page_hears_of_cards() throws Exception {
        cards.publish(new ReaderNews.Listening(List.of("ER-906")));
        var stream = client.send(paired("/cards").build(), BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(stream.body(), UTF_8))) {
            assertThat(lines.readLine())
                    .isEqualTo("{\"reader\":\"LISTENING\",\"names\":[\"ER-906\"]}");
            cards.publish(new ReaderNews.CardSeen("04A1B2C3"));
            assertThat(lines.readLine()).isEqualTo("{\"uid\":\"04A1B2C3\"}");
        }
    }

    @Test
    void a_page_that_is_not_paired_learns_nothing() throws Exception {
        for (String path : List.of("/state", "/cards", "/print/1", "/")) {
            assertThat(send(request(path).build()))
                    .isEqualTo("401 {\"type\":\"urn:onecard:bridge:not-paired\",\"status\":401}");
        }
        assertThat(post(request("/print"), "x")).startsWith("401 ");
        assertThat(post(request("/pair"), "{\"code\":\"none\"}"))
                .isEqualTo("403 {\"type\":\"urn:onecard:bridge:wrong-code\",\"status\":403}");
        assertThat(post(request("/pair"), "nonsense")).startsWith("400 ");
        assertThat(printer.printed).isEmpty();
    }

    @Test
    void a_token_is_of_one_console() throws Exception {
        HttpRequest mine = paired("/state").build();
        assertThat(send(mine))
                .startsWith("200 {\"program\":\"onecard-bridge\",\"version\":\"dev\"");
        var theirs = HttpRequest.newBuilder(mine, (_, _) -> true);
        assertThat(send(theirs.setHeader("Origin", "https://x").build())).startsWith("401 ");
    }

    @Test
    void a_foreign_name_and_a_request_without_origin_are_shut_out() throws Exception {
        for (String head :
                List.of(
                        "GET /state HTTP/1.1\r\nHost: bad.example:%d\r\nOrigin: " + CONSOLE,
                        "GET /state HTTP/1.1\r\nHost: 127.0.0.1:%d",
                        "GET /state HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nOrigin: null")) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), pages.port())) {
                socket.setSoTimeout(20_000);
                String request = head.formatted(pages.port()) + "\r\nConnection: close\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(UTF_8));
                assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                        .startsWith("HTTP/1.1 403 ")
                        .doesNotContain("Access-Control");
            }
        }
    }

    @Test
    void the_browser_is_told_that_the_console_may_ask() throws Exception {
        var asked = request("/print").method("OPTIONS", HttpRequest.BodyPublishers.noBody());
        var answer = client.send(asked.build(), BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(CONSOLE);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Private-Network"))
                .contains("true");
    }

    @Test
    void a_receipt_is_printed() throws Exception {
        HttpRequest.Builder print = paired("/print");
        assertThat(post(print, "\u001b@充值")).startsWith("202 {\"job\":1,\"state\":\"WAITING\"");
        assertThat(printer.printed.poll(60, TimeUnit.SECONDS))
                .isEqualTo("\u001b@充值".getBytes(UTF_8));
        String token = print.build().headers().firstValue("Authorization").orElseThrow();
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        send(request("/print/1").header("Authorization", token).build())
                                .equals("200 {\"job\":1,\"state\":\"DONE\",\"attempts\":1}"));
        assertThat(post(request("/print/1/again").header("Authorization", token), ""))
                .startsWith("202 {\"job\":2,");
        assertThat(printer.printed.poll(60, TimeUnit.SECONDS))
                .isEqualTo("\u001b@充值".getBytes(UTF_8));
        assertThat(post(request("/print").header("Authorization", token), "")).startsWith("413 ");
        assertThat(post(request("/print/9/again").header("Authorization", token), ""))
                .startsWith("404 ");
    }

    @Test
    void a_dead_printer_is_told_of() throws Exception {
        HttpRequest.Builder print = paired("/print");
        String token = print.build().headers().firstValue("Authorization").orElseThrow();
        printer.close();
        assertThat(post(print, "one")).startsWith("202 ");
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        send(request("/print/1").header("Authorization", token).build())
                                .contains("\"state\":\"FAILED\",\"attempts\":3,\"problem\":"));
        assertThat(post(request("/print/1/again").header("Authorization", token), ""))
                .startsWith("202 {\"job\":2,");
    }
}
