package onecard.platform.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import onecard.platform.Browser;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaceServiceTest {
    private static final String SERVICE = "/api/v1/face-service";
    private static final String DEVICES = "/api/v1/face-devices";

    private final House house;
    private final Browser browser;
    private int machines;
    private String serial = "";

    FaceServiceTest(House house) {
        this.house = house;
        this.browser = house.administrator();
        browser.put("/api/v1/session/language", Map.of("language", "en"));
    }

    @BeforeEach
    void anotherSerial() {
        serial = "CGK420456%04d".formatted(++machines);
    }

    private int port() {
        return house.bean(FaceService.class).openPort();
    }

    private Machine machine() {
        return new Machine(port(), serial);
    }

    private static Map<String, Object> body(String name) {
        return Map.of(
                "name",
                name,
                "bound",
                true,
                "everybody",
                false,
                "writing",
                "GB2312",
                "size",
                "TEXT");
    }

    private JsonNode register(String name) {
        var added = browser.post(DEVICES, Map.of("serial", serial, "device", body(name)));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        return added.json();
    }

    @Test
    @DisplayName("M-224 M-225 The face service is started and stopped, and the log says so")
    void started_and_stopped() {
        assertThat(browser.post(SERVICE + "/stop", Map.of()).json().get("state").asString())
                .isEqualTo("STOPPED");
        assertThat(port()).isZero();
        var begun = browser.post(SERVICE + "/start", Map.of()).json();
        assertThat(begun.get("state").asString()).isEqualTo("RUNNING");
        assertThat(begun.get("openPort").asInt()).isEqualTo(port()).isPositive();
        var log = browser.get(SERVICE + "/log").json().get("items");
        var last = log.get(log.size() - 1);
        assertThat(last.get("event").asString()).isEqualTo("STARTED");
        assertThat(last.get("pieces").asInt()).isEqualTo(port());
        assertThat(machine().hello().status()).isEqualTo(403);
    }

    @Test
    @DisplayName("M-225 A port that is taken is said to be, and the old one comes back")
    void a_port_that_is_taken() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var etag = browser.get(SERVICE).header("ETag");
            var moved =
                    browser.with("If-Match", etag)
                            .put(SERVICE, Map.of("port", other.getLocalPort()));
            assertThat(moved.json().get("state").asString()).isEqualTo("PORT_TAKEN");
        }
        var etag = browser.get(SERVICE).header("ETag");
        var back = browser.with("If-Match", etag).put(SERVICE, Map.of());
        assertThat(back.json().get("state").asString()).isEqualTo("RUNNING");
        assertThat(browser.with("If-Match", etag).put(SERVICE, Map.of()).status()).isEqualTo(412);
        browser.without("If-Match");
    }

    @Test
    @DisplayName("W-18 A device that is not registered gets nothing and shows up to be registered")
    void an_unknown_device_gets_nothing() {
        var said = machine().hello();
        assertThat(said.status()).isEqualTo(403);
        assertThat(said.body()).isEmpty();
        assertThat(machine().table("ATTLOG", "1\t2026-01-01 10:00:00\t0\t15\n").status())
                .isEqualTo(403);
        var strangers = browser.get(DEVICES).json().get("strangers");
        assertThat(strangers)
                .anySatisfy(each -> {
                    assertThat(each.get("serial").asString()).isEqualTo(serial);
                    assertThat(each.get("address").asString()).isEqualTo("127.0.0.1");
                    assertThat(each.get("calls").asInt()).isEqualTo(2);
                });
        register("大门");
        assertThat(browser.get(DEVICES).json().get("strangers"))
                .noneSatisfy(each -> assertThat(each.get("serial").asString()).isEqualTo(serial));
        var hello = machine().hello();
        assertThat(hello.status()).isEqualTo(200);
        assertThat(hello.body()).startsWith("GET OPTION FROM: " + serial).contains("TimeZone=8\n");
        assertThat(hello.head()).containsPattern("(?i)date: .* GMT").contains("content-length: ");
        assertThat(new Machine(port(), serial, ".aspx").poll().body()).isEqualTo("OK\n");
    }

    @Test
    @DisplayName("W-18 A device is heard from its own address only, and shows when it was seen")
    void a_device_is_bound_to_its_address() {
        int id = register("二号门").get("id").asInt();
        assertThat(machine().hello().status()).isEqualTo(200);
        var item = item(id);
        assertThat(item.get("address").asString()).isEqualTo("127.0.0.1");
        assertThat(item.get("online").asBoolean()).isTrue();
        house.clock().pass(Duration.ofSeconds(16));
        assertThat(item(id).get("online").asBoolean()).isFalse();
        var elsewhere = new HashMap<>(body("二号门"));
        elsewhere.put("address", "10.9.8.7");
        change(id, elsewhere);
        assertThat(machine().hello().status()).isEqualTo(403);
        elsewhere.put("bound", false);
        change(id, elsewhere);
        assertThat(machine().hello().status()).isEqualTo(200);
        assertThat(browser.delete(DEVICES + "/" + id).status()).isEqualTo(204);
        assertThat(machine().hello().status()).isEqualTo(403);
    }

    private void change(int id, Map<String, Object> to) {
        String etag = "\"" + item(id).get("revision").asLong() + "\"";
        var changed = browser.with("If-Match", etag).put(DEVICES + "/" + id, to);
        browser.without("If-Match");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    }

    private JsonNode item(int id) {
        for (JsonNode each : browser.get(DEVICES).json().get("items")) {
            if (each.get("id").asInt() == id) {
                return each;
            }
        }
        throw new AssertionError("No device " + id);
    }

    @Test
    @DisplayName("M-270 Recognition records are kept once, and can be asked for by device")
    void recognitions_are_kept_once() {
        int id = register("食堂").get("id").asInt();
        String lines =
                "1001\t2026-03-02 11:58:07\t0\t15\t0\n1002\t2026-03-02 11:59:00\t0\t4\nnonsense\n";
        assertThat(machine().table("ATTLOG", lines).body()).isEqualTo("OK:3\n");
        assertThat(machine().table("ATTLOG", lines).body()).isEqualTo("OK:3\n");
        var page = browser.get("/api/v1/face-recognitions?limit=1&device=" + id).json();
        assertThat(page.get("items")).hasSize(1);
        var newest = page.get("items").get(0);
        assertThat(newest.get("pin").asString()).isEqualTo("1002");
        assertThat(newest.get("verify").asInt()).isEqualTo(4);
        var rest =
                browser.get(
                                "/api/v1/face-recognitions?device=%d&after=%s"
                                        .formatted(id, page.get("next").asString()))
                        .json();
        assertThat(rest.get("items")).hasSize(1);
        assertThat(rest.get("items").get(0).get("at").asString()).isEqualTo("2026-03-02T11:58:07");
    }

    @Test
    @DisplayName(
            "W-18 What is too long, broken or not offered is refused, and the next one is served")
    void what_is_wrong_is_refused() {
        register("三号门");
        var machine = machine();
        assertThat(machine.get("registry", "").status()).isEqualTo(404);
        assertThat(machine.raw("GET /" + "x".repeat(5_000) + " HTTP/1.1\r\n\r\n").status())
                .isEqualTo(400);
        assertThat(machine.raw("nonsense\r\n\r\n").status()).isEqualTo(400);
        byte[] large =
                "x".repeat(FaceListener.BODY_BYTES_MAX + 1).getBytes(StandardCharsets.US_ASCII);
        assertThat(
                        machine.raw(
                                        "POST /iclock/cdata?SN=%s&table=ATTLOG HTTP/1.1\r\nContent-Length: %d\r\n\r\n"
                                                .formatted(serial, large.length))
                                .status())
                .isEqualTo(413);
        String much = "1001\t2026-03-02 11:58:07\t0\t15\n".repeat(30_000);
        assertThat(machine.table("ATTLOG", much).body()).isEqualTo("OK:30000\n");
    }
}
