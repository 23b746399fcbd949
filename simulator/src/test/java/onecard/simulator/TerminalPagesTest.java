package onecard.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.SerialNo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The small screen's API from a browser's side, with a terminal that talks to a real socket.
class TerminalPagesTest {
    private static final SerialNo SERIAL = new SerialNo("T0000001");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TILL = "/api/terminals/T0000001";
    private static final String OPERATOR = "{\"password\":\"123456\"}";
    private static final String NINE = "{\"cardUid\":\"04A1B2C3\",\"amountCents\":900}";

    @TempDir Path folder;
    private final LittleBooks books = new LittleBooks();
    private final TestPlatform platform = new TestPlatform(books).knows(SERIAL);
    private final HttpClient browser = HttpClient.newHttpClient();
    private Fleet fleet;
    private TerminalPages pages;
    private URI address;

    @BeforeEach
    void open() throws IOException {
        FleetFile.Till till =
                new FleetFile.Till(
                        SERIAL.value(),
                        TestPlatform.KEY,
                        7,
                        "一食堂",
                        Mode.FREE_AMOUNT,
                        null,
                        0,
                        null,
                        null,
                        false);
        FleetFile file =
                new FleetFile(
                        null,
                        List.of("127.0.0.1:" + platform.address().getPort()),
                        null,
                        null,
                        null,
                        false,
                        null,
                        List.of(till),
                        List.of(new FleetFile.SampleCard("04a1b2c3", "张三", "2026001")),
                        null);
        fleet = new Fleet(file, folder, Watch.steady());
        pages = new TerminalPages(fleet, 0);
        address = URI.create(pages.address());
    }

    @AfterEach
    void close() {
        pages.close();
        fleet.close();
        platform.close();
        browser.close();
    }

    private HttpRequest.Builder to(String path) {
        String token = address.getQuery();
        return HttpRequest.newBuilder(
                address.resolve(path + (path.contains("?") ? "&" : "?") + token));
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> response = browser.send(to(path).build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return browser.send(
                to(path).header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private JsonNode posted(String path, String body) throws Exception {
        HttpResponse<String> response = post(path, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    @DisplayName("M-045 the screen shows what was charged and what is left, or why not")
    @Test
    void the_screen_shows_what_was_charged_and_what_is_left_or_why_not() throws Exception {
        JsonNode yes = posted(TILL + "/purchase", NINE);
        assertThat(yes.get("result").asString()).isEqualTo("approved");
        assertThat(yes.get("chargedCents").asLong()).isEqualTo(900);
        assertThat(yes.get("cashLeftCents").asLong()).isEqualTo(20_000);
        assertThat(yes.get("name").asString()).isEqualTo("张*");
        JsonNode no = posted(TILL + "/purchase", NINE.replace("04A1B2C3", "040000FF"));
        assertThat(no.get("result").asString()).isEqualTo("declined");
        assertThat(no.get("refusal").asString()).isEqualTo("CARD_LOST");
        assertThat(get(TILL + "/statistics").get("today").get("cents").asLong()).isEqualTo(900);
        JsonNode slips = get(TILL + "/slips");
        assertThat(slips.get(0).get("state").asString()).isEqualTo("DECLINED");
        assertThat(slips.get(1).get("state").asString()).isEqualTo("APPROVED");
        assertThat(get(TILL + "/slips?after=2")).hasSize(1);
    }

    @Test
    void a_sale_is_taken_back_once() throws Exception {
        posted(TILL + "/purchase", NINE);
        JsonNode taken = posted(TILL + "/void-last", OPERATOR);
        assertThat(taken.get("returnedCents").asLong()).isEqualTo(900);
        assertThat(post(TILL + "/void-last", OPERATOR).statusCode()).isEqualTo(409);
        assertThat(get(TILL + "/slips").get(0).get("voided").asBoolean()).isTrue();
        assertThat(books.taken()).isEqualTo(Money.ZERO);
    }

    @DisplayName("M-267 no answer is shown as such, and giving up leaves nothing charged")
    @Test
    void no_answer_is_shown_as_such_and_giving_up_leaves_nothing_charged() throws Exception {
        posted(TILL + "/purchase", NINE);
        platform.silent(true);
        assertThat(posted(TILL + "/purchase", NINE).get("result").asString()).isEqualTo("noAnswer");
        assertThat(get(TILL).get("online").asBoolean()).isFalse();
        assertThat(get(TILL).get("openSeq").asLong()).isEqualTo(2);
        platform.silent(false);
        assertThat(posted(TILL + "/give-up", "{}").get("state").asString())
                .isEqualTo("NOTHING_CHARGED");
        assertThat(books.taken()).isEqualTo(Money.ofCents(900));
    }

    @Test
    void an_inquiry_shows_the_holder() throws Exception {
        JsonNode holder = posted(TILL + "/inquiry", "{\"cardUid\":\"04A1B2C3\"}");
        assertThat(holder.get("name").asString()).isEqualTo("张*");
        assertThat(holder.get("cardState").asString()).isEqualTo("ISSUED");
    }

    @Test
    void terminals_and_cards_are_listed() throws Exception {
        JsonNode till = get("/api/terminals").get(0);
        assertThat(till.get("machineNo").asInt()).isEqualTo(7);
        assertThat(till.get("merchant").asString()).isEqualTo("一食堂");
        assertThat(till.get("mode").asString()).isEqualTo("FREE_AMOUNT");
        assertThat(get("/api/cards").get(0).get("uid").asString()).isEqualTo("04A1B2C3");
    }

    @Test
    void a_change_is_told_to_whoever_listens() throws Exception {
        HttpResponse<Stream<String>> stream =
                browser.send(to(TILL + "/events").build(), BodyHandlers.ofLines());
        try (Stream<String> lines = stream.body()) {
            Iterator<String> events = lines.iterator();
            assertThat(events.next()).isEqualTo("event: state");
            assertThat(events.next()).contains("\"online\":false");
            posted(TILL + "/purchase", NINE);
            String line = events.next();
            while (!line.contains("\"online\":true")) {
                line = events.next();
            }
        }
    }

    @Test
    void the_files_of_the_page_need_no_token_and_carry_a_strict_policy() throws Exception {
        HttpResponse<String> response =
                browser.send(
                        HttpRequest.newBuilder(address.resolve("/only-in-tests.css")).build(),
                        BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("text/css; charset=utf-8");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'")
                .doesNotContain("unsafe-eval");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "POST, /api/terminals/T0000001/purchase, '{}', 400",
        "POST, /api/terminals/T0000001/purchase, not JSON, 400",
        "POST, /api/terminals/T0000001/purchase, '[]', 400",
        "POST, /api/terminals/T0000001/purchase, '{\"cardUid\":\"04A1B2C3\"}', 400",
        "POST, /api/terminals/T0000001/purchase, '{\"cardUid\":\"XX\",\"amountCents\":1}', 400",
        "POST, /api/terminals/T0000001/purchase, '{\"cardUid\":\"04A1B2C3\",\"amountCents\":0}', 400",
        "POST, /api/terminals/T0000001/purchase, '{\"cardUid\":\"04A1B2C3\",\"amountCents\":1.5}', 400",
        "POST, /api/terminals/T0000001/purchase, '{\"cardUid\":\"04A1B2C3\",\"amountCents\":99999999999999999999}', 400",
        "POST, /api/terminals/T0000001/inquiry, '{\"cardUid\":4}', 400",
        "POST, /api/terminals/T9999999/purchase, '{}', 404",
        "POST, /api/terminals/%2e%2e/purchase, '{}', 404",
        "POST, /api/terminals/T0000001/nothing, '{}', 404",
        "DELETE, /api/terminals, '{}', 405",
        "GET, /api/terminals/T0000001/purchase, '{}', 404",
        "GET, /../../etc/passwd, '{}', 404",
        "GET, /nothing.js, '{}', 404",
        "POST, /index.html, '{}', 405",
    })
    void nonsense_is_refused_and_nothing_is_charged(
            String method, String path, String body, int status) throws Exception {
        HttpRequest request =
                to(path).header("Content-Type", "application/json")
                        .method(
                                method,
                                method.equals("GET")
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body))
                        .build();
        assertThat(browser.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(status);
        assertThat(books.claimsOf(SERIAL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "token=", "token=0000", "nekot=1"})
    void without_the_token_there_is_no_api(String query) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve("/api/terminals?" + query)).build();
        assertThat(browser.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    }

    @Test
    void a_form_of_another_site_is_not_read() throws Exception {
        HttpRequest request =
                to(TILL + "/purchase")
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString(NINE))
                        .build();
        assertThat(browser.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example",
                "Host: 127.0.0.1:1",
                "Host: {own}\r\nOrigin: http://evil.example",
                "Host: {own}\r\nOrigin: null",
            })
    void a_foreign_name_or_origin_is_refused_even_with_the_token(String headers) throws Exception {
        String own = "127.0.0.1:" + address.getPort();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.getOutputStream()
                    .write(
                            ("GET /api/terminals?"
                                            + address.getQuery()
                                            + " HTTP/1.1\r\n"
                                            + headers.replace("{own}", own)
                                            + "\r\nConnection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            BufferedReader reader =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(reader.readLine()).contains("403");
        }
    }
}
