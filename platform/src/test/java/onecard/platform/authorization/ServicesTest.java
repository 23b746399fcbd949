package onecard.platform.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import onecard.platform.Browser;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.gate.Till;
import onecard.platform.terminals.Terminals;
import onecard.wire.Answer;
import onecard.wire.Approved;
import onecard.wire.Failure;
import onecard.wire.PurchaseAnswer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServicesTest {
    private static final String PATH = "/api/v1/services";
    private static final int STANDARD = 1;

    private House house;
    private Canteen canteen;
    private Browser browser;
    private long seq;

    @BeforeAll
    void prepare(House started) {
        house = started;
        canteen = new Canteen(house);
        browser = house.administrator();
    }

    /// The default instance as it was in the beginning.
    @AfterEach
    void asItWas() {
        change(STANDARD, wish(null, null, true, List.of()));
        post("/1/start");
    }

    private static Map<String, Object> wish(
            @Nullable String name,
            @Nullable Integer port,
            boolean everybody,
            List<Integer> terminals) {
        var body = new HashMap<String, Object>();
        if (name != null) {
            body.put("name", name);
        }
        if (port != null) {
            body.put("port", port);
        }
        body.put("everybody", everybody);
        body.put("terminals", terminals);
        return body;
    }

    private Browser.Answer change(int id, Map<String, ?> wish) {
        browser.with("If-Match", "\"" + service(id).get("revision").asLong() + "\"");
        Browser.Answer answer = browser.put(PATH + "/" + id, wish);
        browser.without("If-Match");
        return answer;
    }

    private Browser.Answer add(String name, int port, boolean everybody, List<Integer> terminals) {
        var body = new HashMap<>(wish(name, port, everybody, terminals));
        body.put("kind", "AUTHORIZATION");
        return browser.post(PATH, body);
    }

    private Browser.Answer post(String path) {
        return browser.post(PATH + path, Map.of());
    }

    private JsonNode service(int id) {
        return StreamSupport.stream(browser.get(PATH).json().get("items").spliterator(), false)
                .filter(item -> item.get("id").asInt() == id)
                .findFirst()
                .orElseThrow();
    }

    private int openPort(int id) {
        return service(id).get("openPort").asInt();
    }

    private Till till(int port) {
        return new Till(
                Canteen.SERIAL,
                canteen.key,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /// Each on a day of its own, so that no limit stands in the way.
    private Answer ask(Till till) throws Exception {
        house.clock().pass(Duration.ofDays(1));
        browser = house.administrator();
        return till.ask(Till.purchase(++seq, 100));
    }

    private static void assertBought(Answer answer) {
        assertThat(((PurchaseAnswer) answer).decision()).isInstanceOf(Approved.class);
    }

    private static int freePort() throws Exception {
        try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private List<JsonNode> log(int id) {
        return StreamSupport.stream(
                        browser.get(PATH + "/" + id + "/log").json().get("items").spliterator(),
                        false)
                .toList();
    }

    private static String wrongField(Browser.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        return answer.json().get("errors").get(0).get("field").asString();
    }

    @Test
    @DisplayName("M-203 M-095 one instance of each kind is there from the beginning and runs")
    void two_instances_are_there() {
        JsonNode trade = service(1);
        JsonNode records = service(2);
        assertThat(trade.get("kind").asString()).isEqualTo("AUTHORIZATION");
        assertThat(records.get("kind").asString()).isEqualTo("COLLECTION");
        for (JsonNode each : List.of(trade, records)) {
            assertThat(each.get("state").asString()).isEqualTo("RUNNING");
            assertThat(each.get("everybody").asBoolean()).isTrue();
            assertThat(each.get("openPort").asInt()).isPositive();
        }
        Browser.Answer removed = browser.delete(PATH + "/1");
        assertThat(removed.status()).isEqualTo(409);
        assertThat(removed.text()).contains("service-standard");
    }

    @Test
    @DisplayName(
            "M-203 D-31 the port of the default instance is edited, and its sessions go on there")
    void an_instance_moves() throws Exception {
        int from = openPort(STANDARD);
        try (Till before = till(from)) {
            assertBought(ask(before));
        }
        long journal = canteen.journal();
        int to = freePort();
        Browser.Answer moved = change(STANDARD, wish("食堂联机", to, true, List.of()));
        assertThat(moved.status()).as(moved.text()).isEqualTo(200);
        assertThat(moved.json().get("openPort").asInt()).isEqualTo(to);
        try (Till after = till(to)) {
            assertBought(ask(after));
        }
        assertThat(canteen.journal()).isEqualTo(journal + 1);
        assertThat(log(STANDARD)).as("the log goes on").hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    @DisplayName("M-206 M-209 a stopped instance starts again where it was, with its sessions")
    void a_restart_loses_nothing() throws Exception {
        int port = freePort();
        assertThat(change(STANDARD, wish(null, port, true, List.of())).status()).isEqualTo(200);
        try (Till till = till(port)) {
            assertBought(ask(till));
            long handshakes = handshakes();
            assertThat(post("/1/stop").json().get("state").asString()).isEqualTo("STOPPED");
            assertThat(service(2).get("state").asString()).as("alone").isEqualTo("RUNNING");
            assertThat(post("/1/start").json().get("state").asString()).isEqualTo("RUNNING");
            assertBought(ask(till));
            assertThat(handshakes()).as("the same session").isEqualTo(handshakes);
        }
    }

    private long handshakes() {
        return house.bean(AuthorizationService.class).gate().counts().handshakes();
    }

    @Test
    @DisplayName(
            "M-204 an instance answers the ticked terminals alone; another is refused and logged")
    void only_ticked_terminals_are_served() throws Exception {
        int terminal =
                house.bean(Terminals.class)
                        .current()
                        .bySerial(Canteen.SERIAL)
                        .orElseThrow()
                        .id()
                        .value();
        int port = freePort();
        Browser.Answer added = add("二食堂", port, false, List.of());
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        int id = added.json().get("id").asInt();
        assertThat(added.json().get("state").asString()).isEqualTo("STOPPED");
        assertThat(post("/" + id + "/start").json().get("openPort").asInt()).isEqualTo(port);
        long journal = canteen.journal();
        try (Till here = till(port);
                Till there = till(openPort(STANDARD))) {
            assertThat(ask(here)).isInstanceOf(Failure.NotServed.class);
            assertThat(canteen.journal()).as("nothing was decided").isEqualTo(journal);
            assertBought(ask(there));
            JsonNode line = log(id).getLast();
            assertThat(line.get("result").asString()).isEqualTo("NOT_SERVED");
            assertThat(line.get("serial").asString()).isEqualTo(Canteen.SERIAL.value());
            assertThat(service(id).get("notServed").asLong()).isEqualTo(1);

            change(id, wish("二食堂", port, false, List.of(terminal)));
            assertBought(ask(here));
            assertBought(ask(there));
        }
        assertThat(browser.delete(PATH + "/" + id).status()).isEqualTo(204);
        try (var mine = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
            assertThat(mine.isBound()).as("the port is free again").isTrue();
        }
    }

    @Test
    @DisplayName("M-203 a port that another program or another service has is refused by name")
    void a_taken_port_is_refused() throws Exception {
        try (var other = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Browser.Answer taken = add("占用", other.getLocalPort(), true, List.of());
            assertThat(wrongField(taken)).isEqualTo("port");
            assertThat(taken.text()).contains("UDP " + other.getLocalPort() + " 被其他程序占用");
        }
        int port = freePort();
        int id = add("第一", port, true, List.of()).json().get("id").asInt();
        Browser.Answer twice = add("第二", port, true, List.of());
        assertThat(wrongField(twice)).isEqualTo("port");
        assertThat(twice.text()).contains("已被列表中的另一个服务使用");
        assertThat(wrongField(add("零", 0, true, List.of()))).isEqualTo("port");
        assertThat(wrongField(add("大", 65_536, true, List.of()))).isEqualTo("port");
        assertThat(wrongField(add(" ", freePort(), true, List.of()))).isEqualTo("name");
        try (var other = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
            assertThat(other.isBound()).isTrue();
            Browser.Answer started = post("/" + id + "/start");
            assertThat(wrongField(started)).isEqualTo("port");
            assertThat(service(id).get("state").asString()).isEqualTo("STOPPED");
        }
        assertThat(browser.delete(PATH + "/" + id).status()).isEqualTo(204);
    }

    @Test
    @DisplayName("M-209 what was answered stands in the log, a refusal with its reason")
    void the_log_says_why() throws Exception {
        try (Till till = till(openPort(STANDARD))) {
            assertBought(ask(till));
            long last = log(STANDARD).getLast().get("no").asLong();
            house.clock().pass(Duration.ofMinutes(1));
            var poor = Till.purchase(++seq, 99_000_00);
            assertThat(till.ask(poor)).isInstanceOf(PurchaseAnswer.class);
            assertThat(till.ask("purchase", new byte[] {0x01}).getCode().value).isEqualTo(0x80);
            var news =
                    StreamSupport.stream(
                                    browser.get(PATH + "/1/log?after=" + last)
                                            .json()
                                            .get("items")
                                            .spliterator(),
                                    false)
                            .toList();
            assertThat(news).hasSize(2);
            assertThat(news.get(0).get("result").asString()).isEqualTo("DECLINED");
            assertThat(news.get(0).get("refusal").asString()).isEqualTo("INSUFFICIENT_BALANCE");
            assertThat(news.get(0).get("terminalName").asString()).isEqualTo("1 号机");
            assertThat(news.get(1).get("result").asString()).isEqualTo("MALFORMED");
            assertThat(news.get(1).get("words").asString()).isNotBlank();
        }
    }

    @Test
    @DisplayName("M-210 M-095 the port is knocked at as a terminal would, and says how it is")
    void the_port_is_tested() {
        JsonNode open = post("/1/test-port").json();
        assertThat(open.get("verdict").asString()).isEqualTo("LOOPBACK_ONLY");
        assertThat(open.get("knocks").get(0).get("answered").asBoolean()).isTrue();
        post("/1/stop");
        assertThat(post("/1/test-port").json().get("verdict").asString()).isEqualTo("NOT_RUNNING");
    }

    @Test
    @DisplayName("M-205 every change is in the audit trail, in words")
    void changes_are_audited() throws Exception {
        int id = add("审计", freePort(), true, List.of()).json().get("id").asInt();
        post("/" + id + "/start");
        post("/" + id + "/stop");
        assertThat(browser.delete(PATH + "/" + id).status()).isEqualTo(204);
        assertThat(
                        house.database()
                                .asOwner()
                                .sql(
                                        "select action from system.audit where subject like 'service "
                                                + id
                                                + " %' order by id")
                                .query((row, _) -> row.getString("action"))
                                .list())
                .containsExactly(
                        "gate.service-added",
                        "gate.service-started",
                        "gate.service-stopped",
                        "gate.service-removed");
    }
}
