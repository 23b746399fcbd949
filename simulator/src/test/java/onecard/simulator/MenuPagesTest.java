package onecard.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import onecard.vocabulary.Mode;
import onecard.vocabulary.SerialNo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The menu as the page asks for it, with platforms on real sockets.
class MenuPagesTest {
    private static final SerialNo SERIAL = new SerialNo("T0000001");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LOGIN = "{\"administrator\":\"4\",\"password\":\"123456\"";

    @TempDir Path folder;
    private final LittleBooks books = new LittleBooks();
    private final TestPlatform first = new TestPlatform(books).knows(SERIAL);
    private final TestPlatform second = new TestPlatform(books).knows(SERIAL);
    private final HttpClient browser = HttpClient.newHttpClient();
    private Fleet fleet;
    private TerminalPages pages;

    @BeforeEach
    void open() throws Exception {
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
                        List.of(addressOf(first)),
                        null,
                        null,
                        null,
                        true,
                        null,
                        List.of(till),
                        List.of(
                                new FleetFile.SampleCard("04a1b2c3", "张三", "2026001"),
                                new FleetFile.SampleCard("04a1b2c3", "张三", "2026001", true)),
                        List.of(new FleetFile.MealTime("全天", "00:00", "23:59", 10)));
        fleet = new Fleet(file, folder, Watch.steady());
        pages = new TerminalPages(fleet, 0);
    }

    private static String addressOf(TestPlatform platform) {
        return "127.0.0.1:" + platform.address().getPort();
    }

    @AfterEach
    void close() {
        pages.close();
        fleet.close();
        first.close();
        second.close();
        browser.close();
    }

    private HttpResponse<String> ask(String what, String body) throws Exception {
        URI page = URI.create(pages.address());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                page.resolve(
                                        "/api/terminals/T0000001/%s?%s"
                                                .formatted(what, page.getQuery())))
                        .header("Accept-Language", "en");
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
        }
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private JsonNode answer(String what, String body) throws Exception {
        HttpResponse<String> response = ask(what, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private String refusal(String what, String body) throws Exception {
        HttpResponse<String> response = ask(what, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(409);
        return JSON.readTree(response.body()).get("detail").asString();
    }

    private static String setting(String name, String value) {
        return LOGIN + ",\"name\":\"%s\",\"value\":\"%s\"}".formatted(name, value);
    }

    private static String purchase(boolean phone) {
        return "{\"cardUid\":\"04A1B2C3\",\"amountCents\":900,\"emulated\":%b}".formatted(phone);
    }

    @Test
    @DisplayName("M-021 who does not say the right words changes nothing and is told so")
    void strangers_change_nothing() throws Exception {
        answer("login", LOGIN + "}");
        assertThat(refusal("login", "{\"administrator\":\"4\",\"password\":\"000000\"}"))
                .isEqualTo("Wrong administrator or password");
        assertThat(refusal("settings", "{\"name\":\"MACHINE_NO\",\"value\":\"12\"}"))
                .isEqualTo("Wrong administrator or password");
        assertThat(answer("settings", "").get("MACHINE_NO").asString()).isEqualTo("7");
        assertThat(answer("settings", setting("MACHINE_NO", "12")).get("MACHINE_NO").asString())
                .isEqualTo("12");
        assertThat(refusal("settings", setting("MACHINE_NO", "1000"))).contains("1 to 999");
        assertThat(ask("settings", setting("NONE", "1")).statusCode()).isEqualTo(400);
        assertThat(answer("settings", "").has("PASSWORD")).as("secrets are not told").isFalse();
    }

    @Test
    @DisplayName("M-047 M-048 the large screen's password opens its network settings")
    void the_large_screen_has_a_password_of_its_own() throws Exception {
        answer("login", "{\"screenPassword\":\"22320338\"}");
        answer("login", "{\"screenPassword\":\"12345678\"}");
        refusal("login", "{\"screenPassword\":\"123456\"}");
        String net = "STATIC 10.1.2.3 255.255.0.0 10.1.0.1";
        refusal("settings", setting("SCREEN_NETWORK", net));
        String own = "{\"screenPassword\":\"22320338\",\"name\":\"%s\",\"value\":\"%s\"}";
        assertThat(answer("settings", own.formatted("SCREEN_NETWORK", net)).get("SCREEN_NETWORK"))
                .isEqualTo(JSON.readTree("\"" + net + "\""));
        assertThat(answer("", "").get("usualScreenPassword").asBoolean()).as("flagged").isTrue();
        answer("settings", own.formatted("SCREEN_PASSWORD", "99887766"));
        assertThat(answer("", "").get("usualScreenPassword").asBoolean()).isFalse();
        refusal("login", "{\"screenPassword\":\"12345678\"}");
        answer("login", "{\"screenPassword\":\"99887766\"}");
    }

    @Test
    @DisplayName("M-026 M-027 M-028 M-029 an address is kept only if the platform answers there")
    void an_address_is_kept_only_if_the_platform_answers() throws Exception {
        String gone;
        try (TestPlatform third = new TestPlatform(books)) {
            gone = addressOf(third);
        }
        assertThat(refusal("settings", setting("TRADE_SERVER", gone))).startsWith("No answer");
        assertThat(refusal("settings", setting("UPLOAD_SERVER", gone))).startsWith("No answer");
        assertThat(answer("settings", "").get("TRADE_SERVER").asString())
                .isEqualTo(addressOf(first));
        assertThat(answer("purchase", purchase(false)).get("result").asString())
                .isEqualTo("approved");
        answer("settings", setting("TRADE_SERVER", addressOf(second)));
        int asked = second.requests();
        answer("purchase", purchase(false));
        assertThat(second.requests()).isGreaterThan(asked);
        JsonNode now = answer("settings", setting("UPLOAD_SERVER", addressOf(second)));
        assertThat(now.get("UPLOAD_SERVER").asString()).isEqualTo(addressOf(second));
        pages.close();
        fleet.close();
        second.close();
        try (TestPlatform third = new TestPlatform(books, second.address().getPort())) {
            third.knows(SERIAL);
            open();
            assertThat(answer("settings", "").get("TRADE_SERVER").asString())
                    .isEqualTo(addressOf(third));
            int before = third.requests();
            fleet.terminals().getFirst().attend();
            assertThat(third.requests()).as("after a restart as well").isGreaterThan(before);
        }
    }

    @Test
    @DisplayName("D-33 a sale is taken back with the operator's password only")
    void a_void_needs_the_operators_password() throws Exception {
        answer("purchase", purchase(false));
        assertThat(refusal("void-last", "{}")).isEqualTo("Wrong operator password");
        answer("settings", setting("OPERATOR_PASSWORD", "4321"));
        assertThat(refusal("void-last", "{\"password\":\"123456\"}")).startsWith("Wrong");
        assertThat(answer("void-last", "{\"password\":\"4321\"}").get("returnedCents").asLong())
                .isEqualTo(900);
    }

    @Test
    @DisplayName("M-039 the statistics key tells today, yesterday and each meal")
    void statistics_are_told() throws Exception {
        answer("purchase", purchase(false));
        JsonNode told = answer("statistics", "");
        assertThat(told.get("today").get("count").asInt()).isEqualTo(1);
        assertThat(told.get("yesterday").get("count").asInt()).isZero();
        assertThat(told.get("meals").get(0).get("name").asString()).isEqualTo("全天");
    }

    @Test
    @DisplayName("M-044 the rack has a phone that plays a card, and refusals are numbered")
    void the_rack_has_a_phone() throws Exception {
        URI page = URI.create(pages.address());
        var cards =
                browser.send(
                        HttpRequest.newBuilder(page.resolve("/api/cards?" + page.getQuery()))
                                .build(),
                        BodyHandlers.ofString());
        JsonNode rack = JSON.readTree(cards.body());
        assertThat(rack.get(0).get("emulated").asBoolean()).isFalse();
        assertThat(rack.get(1).get("emulated").asBoolean()).isTrue();
        answer("purchase", purchase(false));
        answer("settings", setting("WORKING_STATUS", "STORE_AND_FORWARD"));
        JsonNode no = answer("purchase", purchase(true));
        assertThat(no.get("refusal").asString()).isEqualTo("CARD_EMULATED");
        assertThat(no.get("code").asInt()).isEqualTo(38);
        assertThat(answer("", "").has("byHandSince")).isTrue();
    }
}
