package onecard.platform.terminals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import onecard.platform.Browser;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.merchants.MerchantId;
import onecard.platform.merchants.Merchants;
import onecard.vocabulary.SerialNo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TerminalsApiTest {
    private House house;
    private Browser browser;
    private int canteen;
    private int shop;

    @BeforeAll
    void prepare(House started) {
        house = started;
        browser = house.administrator();
        canteen = merchant("第一食堂");
        shop = merchant("小卖部");
    }

    private int merchant(String name) {
        return house.asAdministrator(() -> house.bean(Merchants.class).add(name)).id().value();
    }

    private Browser.Answer register(String serial, Object machineNo, int merchant) {
        return browser.post(
                "/api/v1/terminals",
                machineNo.equals("")
                        ? Map.of("serial", serial, "name", "1 号机", "merchantId", merchant)
                        : Map.of(
                                "serial", serial,
                                "machineNo", machineNo,
                                "name", "1 号机",
                                "merchantId", merchant));
    }

    private JsonNode registered(String serial, Object machineNo) {
        Browser.Answer answer = register(serial, machineNo, canteen);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private JsonNode listed(String serial) {
        return StreamSupport.stream(
                        browser.get("/api/v1/terminals").json().get("items").spliterator(), false)
                .filter(item -> item.get("serial").asString().equals(serial))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> errors(Browser.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        Set<String> fields = new HashSet<>();
        answer.json().get("errors").forEach(each -> fields.add(each.get("field").asString()));
        return fields;
    }

    @Test
    @DisplayName("M-041 M-084 a terminal is registered with serial, machine number and merchant")
    void a_terminal_is_registered() {
        JsonNode added = registered("OC-10001", 101).get("terminal");
        assertThat(added.get("merchantName").asString()).isEqualTo("第一食堂");
        assertThat(added.get("lamp").asString()).isEqualTo("RED");
        assertThat(added.get("lampReason").asString()).startsWith("还没有收到过");
        assertThat(listed("OC-10001").get("machineNo").asInt()).isEqualTo(101);
        Terminal terminal =
                house.bean(Terminals.class)
                        .current()
                        .bySerial(new SerialNo("OC-10001"))
                        .orElseThrow();
        assertThat(terminal.isServed()).isTrue();
    }

    @Test
    @DisplayName("W-01 the key is shown once, is long and random, and lies sealed in the database")
    void the_key_is_shown_once() {
        String key = registered("OC-10002", "").get("key").asString();
        assertThat(key).matches("[A-Za-z0-9]{43}");
        assertThat(registered("OC-10003", "").get("key").asString()).isNotEqualTo(key);
        assertThat(browser.get("/api/v1/terminals").text()).doesNotContain(key);
        assertThat(
                        house.database()
                                .asOwner()
                                .sql("select sealed from terminals.terminal_key")
                                .query((row, _) -> row.getBytes("sealed"))
                                .list())
                .isNotEmpty()
                .allSatisfy(sealed ->
                        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                                .doesNotContain(key.substring(0, 12)));
        assertThat(
                        house.database()
                                .asOwner()
                                .sql("select details::text as details from system.audit")
                                .query((row, _) -> row.getString("details"))
                                .list())
                .noneSatisfy(details -> assertThat(details).contains(key));
    }

    @Test
    @DisplayName("M-041 a serial number that is registered already is refused")
    void a_duplicate_serial_is_refused() {
        registered("OC-10004", "");
        assertThat(errors(register("OC-10004", "", shop))).containsExactly("serial");
    }

    @ParameterizedTest
    @DisplayName("M-023 a machine number is 1 to 999")
    @ValueSource(ints = {0, -1, 1_000, 70_000})
    void machine_numbers_are_bounded(int machineNo) {
        assertThat(errors(register("OC-10005", machineNo, canteen))).containsExactly("machineNo");
    }

    @Test
    @DisplayName("M-024 D-27 a machine number is given once; a terminal may have none")
    void a_duplicate_machine_number_is_refused() {
        registered("OC-10006", 106);
        registered("OC-10007", "");
        registered("OC-10008", "");
        assertThat(errors(register("OC-10009", 106, shop))).containsExactly("machineNo");
        int id = listed("OC-10007").get("id").asInt();
        assertThat(
                        errors(
                                browser.patch(
                                        "/api/v1/terminals/" + id,
                                        "\"1\"",
                                        Map.of("machineNo", 106))))
                .containsExactly("machineNo");
    }

    @Test
    @DisplayName("M-084 a terminal stands at a merchant that exists")
    void the_merchant_must_exist() {
        assertThat(errors(register("OC-10010", "", 9_999))).containsExactly("merchantId");
        assertThat(errors(register("x", "", canteen))).containsExactly("serial");
    }

    @Test
    @DisplayName("M-084 a terminal that moves keeps the history of its places")
    void places_are_kept() {
        JsonNode before = registered("OC-10011", 111).get("terminal");
        TerminalId id = new TerminalId(before.get("id").asInt());
        Terminals terminals = house.bean(Terminals.class);
        Instant then = house.clock().instant();
        house.clock().pass(Duration.ofMinutes(1));
        Browser.Answer moved =
                browser.patch(
                        "/api/v1/terminals/" + id.value(),
                        "\"1\"",
                        Map.of("merchantId", shop, "name", "小卖部 1 号机"));
        browser.without("If-Match");
        assertThat(moved.status()).as(moved.text()).isEqualTo(200);
        assertThat(moved.json().get("machineNo").asInt()).isEqualTo(111);
        assertThat(terminals.placeAt(id, then).map(Terminals.Place::merchant))
                .contains(new MerchantId(canteen));
        assertThat(terminals.placeAt(id, house.clock().instant()).map(Terminals.Place::merchant))
                .contains(new MerchantId(shop));
        assertThat(terminals.placeAt(id, then.minus(Duration.ofDays(1)))).isEmpty();
        assertThat(terminals.current().find(id).orElseThrow().merchant())
                .isEqualTo(new MerchantId(shop));
        Browser.Answer stale =
                browser.patch("/api/v1/terminals/" + id.value(), "\"1\"", Map.of("name", "x"));
        browser.without("If-Match");
        assertThat(stale.status()).isEqualTo(412);
    }

    @Test
    @DisplayName("D-43 the lamp is green while the terminal was heard within 90 s, red after it")
    void the_lamp_follows_the_heartbeat() {
        registered("OC-10012", 112);
        Terminals terminals = house.bean(Terminals.class);
        SerialNo serial = new SerialNo("OC-10012");
        terminals.heard(
                serial,
                new Heard(
                        house.clock().instant(),
                        "192.168.1.7:49152",
                        Optional.of(
                                new Heard.Report(
                                        Duration.ofMillis(-40),
                                        "sim 1.0",
                                        17,
                                        2,
                                        0,
                                        0,
                                        Optional.empty()))));
        JsonNode heard = listed("OC-10012");
        assertThat(heard.get("lamp").asString()).isEqualTo("GREEN");
        assertThat(heard.get("lastAddress").asString()).isEqualTo("192.168.1.7:49152");
        assertThat(heard.get("firmware").asString()).isEqualTo("sim 1.0");
        assertThat(heard.get("clockOffsetMs").asLong()).isEqualTo(-40);
        assertThat(heard.get("unsent").asInt()).isEqualTo(2);
        assertThat(heard.has("lastPurchaseAt")).isFalse();
        terminals.bought(serial, house.clock().instant());
        house.clock().pass(Duration.ofSeconds(91));
        JsonNode silent = listed("OC-10012");
        assertThat(silent.get("lamp").asString()).isEqualTo("RED");
        assertThat(silent.get("lampReason").asString()).contains("1 分钟");
        assertThat(silent.has("lastPurchaseAt")).isTrue();
    }

    @Test
    @DisplayName("D-43 signs of life are written for all terminals at once and outlive a restart")
    void signs_of_life_are_written() {
        registered("OC-10013", "");
        SerialNo serial = new SerialNo("OC-10013");
        Instant at = house.clock().instant();
        house.bean(Terminals.class).heard(serial, new Heard(at, "10.0.0.1:1", Optional.empty()));
        house.bean(SignsOfLife.class).write();
        Map<TerminalId, Sign> written = house.bean(TerminalSignTable.class).all();
        TerminalId id = new TerminalId(listed("OC-10013").get("id").asInt());
        assertThat(written)
                .hasEntrySatisfying(
                        id,
                        sign -> {
                            assertThat(sign.address()).isEqualTo("10.0.0.1:1");
                            assertThat(sign.report()).isEmpty();
                        });
    }

    @Test
    @DisplayName("M-042 who is not registered is listed as knocking; the list is bounded")
    void strangers_are_listed() {
        TerminalKeys keys = house.bean(TerminalKeys.class);
        for (int n = 0; n < 500; n++) {
            keys.knocked("STRANGER-" + n, "10.0.0.9:5");
        }
        keys.knocked("STRANGER-7", "10.0.0.8:5");
        keys.knocked("evil\n\u0000", "10.0.0.9:5");
        house.bean(SignsOfLife.class).write();
        JsonNode items = browser.get("/api/v1/terminals/knocking").json().get("items");
        assertThat(items.size()).isLessThanOrEqualTo(200);
        JsonNode seventh =
                StreamSupport.stream(items.spliterator(), false)
                        .filter(item -> item.get("serial").asString().equals("STRANGER-7"))
                        .findFirst()
                        .orElseThrow();
        assertThat(seventh.get("times").asInt()).isEqualTo(2);
        assertThat(seventh.get("address").asString()).isEqualTo("10.0.0.8:5");
        registered("STRANGER-7", "");
        assertThat(browser.get("/api/v1/terminals/knocking").text())
                .doesNotContain("\"STRANGER-7\"");
    }

    @Test
    @DisplayName("W-01 while a key is replaced both are good, until the new one was used")
    void keys_overlap() {
        int id = registered("OC-10014", "").get("terminal").get("id").asInt();
        SerialNo serial = new SerialNo("OC-10014");
        TerminalKeys keys = house.bean(TerminalKeys.class);
        await().untilAsserted(() -> assertThat(numbers(keys, serial)).containsExactly(1));
        Browser.Answer rotated = browser.post("/api/v1/terminals/" + id + "/rotate-key", Map.of());
        assertThat(rotated.json().get("key").asString()).hasSize(43);
        await().untilAsserted(() -> assertThat(numbers(keys, serial)).containsExactly(2, 1));
        keys.opened(serial, 1);
        house.bean(RegisterWatch.class).look();
        assertThat(numbers(keys, serial)).containsExactly(2, 1);
        keys.opened(serial, 2);
        house.bean(RegisterWatch.class).look();
        assertThat(numbers(keys, serial)).containsExactly(2);
        assertThat(keys.fits(serial, 1)).isFalse();
        assertThat(keys.fits(serial, 2)).isTrue();
    }

    @Test
    @DisplayName("W-01 an old key is good for a week at the longest")
    void an_overlap_ends() {
        int id = registered("OC-10015", "").get("terminal").get("id").asInt();
        SerialNo serial = new SerialNo("OC-10015");
        TerminalKeys keys = house.bean(TerminalKeys.class);
        browser.post("/api/v1/terminals/" + id + "/rotate-key", Map.of());
        browser.post("/api/v1/terminals/" + id + "/rotate-key", Map.of());
        await().untilAsserted(() -> assertThat(numbers(keys, serial)).containsExactly(3, 2));
        house.clock().pass(Duration.ofDays(8));
        assertThat(numbers(keys, serial)).containsExactly(3);
        browser = house.administrator();
    }

    @Test
    @DisplayName("W-01 a revoked terminal has no key; a new key brings it back")
    void a_terminal_is_revoked() {
        int id = registered("OC-10016", "").get("terminal").get("id").asInt();
        SerialNo serial = new SerialNo("OC-10016");
        TerminalKeys keys = house.bean(TerminalKeys.class);
        JsonNode revoked = browser.post("/api/v1/terminals/" + id + "/revoke", Map.of()).json();
        assertThat(revoked.get("state").asString()).isEqualTo("REVOKED");
        assertThat(revoked.get("lampReason").asString()).isEqualTo("密钥已吊销");
        await().untilAsserted(() -> assertThat(numbers(keys, serial)).isEmpty());
        assertThat(keys.fits(serial, 0)).isFalse();
        browser.post("/api/v1/terminals/" + id + "/rotate-key", Map.of());
        await().untilAsserted(() -> assertThat(numbers(keys, serial)).containsExactly(2));
        assertThat(listed("OC-10016").get("state").asString()).isEqualTo("ACTIVE");
    }

    @Test
    @DisplayName("W-01 every change of the register is in the audit trail")
    void changes_are_audited() {
        int id = registered("OC-10017", "").get("terminal").get("id").asInt();
        browser.post("/api/v1/terminals/" + id + "/rotate-key", Map.of());
        browser.post("/api/v1/terminals/" + id + "/revoke", Map.of());
        List<String> actions =
                house.database()
                        .asOwner()
                        .sql(
                                "select action from system.audit where subject like '%OC-10017%' order by id")
                        .query((row, _) -> row.getString("action"))
                        .list();
        assertThat(actions)
                .containsExactly(
                        "terminals.terminal-registered",
                        "terminals.key-made",
                        "terminals.terminal-revoked");
    }

    @Test
    @DisplayName("M-203 a terminal that is not ticked is known but not served")
    void a_terminal_can_be_unticked() {
        int id = registered("OC-10018", "").get("terminal").get("id").asInt();
        Browser.Answer changed =
                browser.patch("/api/v1/terminals/" + id, "\"1\"", Map.of("served", false));
        browser.without("If-Match");
        assertThat(changed.json().get("served").asBoolean()).isFalse();
        assertThat(
                        house.bean(Terminals.class)
                                .current()
                                .find(new TerminalId(id))
                                .orElseThrow()
                                .isServed())
                .isFalse();
    }

    private static List<Integer> numbers(TerminalKeys keys, SerialNo serial) {
        return keys.keysOf(serial).stream().map(TerminalKeys.Key::number).toList();
    }
}
