package onecard.platform.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import onecard.platform.Browser;
import onecard.platform.Canteen;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.system.ThisNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrintsTest {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final House house;
    private final LoopbackPrinter printer = new LoopbackPrinter();
    private Canteen site;
    private Browser administrator;
    private int number;

    PrintsTest(House house) {
        this.house = house;
    }

    @BeforeAll
    void a_school() {
        site = new Canteen(house);
        site.at("2026-03-02 11:30:00");
        administrator = house.administrator();
    }

    @AfterAll
    void switchOff() throws IOException {
        printer.close();
    }

    /// A printer in the network, by the number of a port on this machine.
    private Browser.Answer add(Browser who, String name, String host, int port) {
        return who.post(
                "/api/v1/receipt-printers",
                Map.of(
                        "name", name,
                        "host", host,
                        "port", port,
                        "width", "COLUMNS_32",
                        "rare", "SEND"));
    }

    private int aPrinter(int port) {
        number++;
        var added = add(administrator, "窗口" + number, "127.0.0.1", port);
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        return added.json().get("id").intValue();
    }

    /// What was done last with somebody.
    private String aTopUp(Browser who, String name) {
        var eater = site.eater(name, 50_00, 0);
        var operations = who.get("/api/v1/people/" + eater.id().value() + "/operations?limit=1");
        return operations.json().get("items").get(0).get("operationId").asString();
    }

    private JsonNode print(Browser who, String operation, String way, Map<String, Object> more) {
        return print(who, UUID.randomUUID(), operation, way, more);
    }

    private JsonNode print(
            Browser who, UUID key, String operation, String way, Map<String, Object> more) {
        var body = new HashMap<>(more);
        body.put("way", way);
        who.with("Idempotency-Key", key.toString());
        var done = who.post("/api/v1/receipts/OPERATION/" + operation + "/prints", body);
        assertThat(done.status()).as(done.text()).isEqualTo(201);
        return done.json();
    }

    private JsonNode state(long print) {
        return administrator.get("/api/v1/receipt-prints/" + print).json();
    }

    private JsonNode ended(long print) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> state(print), now -> !now.get("state").asString().equals("WAITING"));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, GB18030);
    }

    @Test
    @DisplayName("M-151 A receipt goes to the printer in the network; printed again, it says so")
    void a_receipt_goes_to_the_printer() throws InterruptedException {
        int id = aPrinter(printer.port());
        var operation = aTopUp(administrator, "𠮷小三");
        var key = UUID.randomUUID();
        var first = print(administrator, key, operation, "PRINTER", Map.of("printer", id));
        var paper = text(Objects.requireNonNull(printer.next()));
        assertThat(paper).contains("充值", "𠮷小三", "50.00", "管理员").doesNotContain("补打");
        assertThat(ended(first.at("/print/printId").longValue()).get("state").asString())
                .isEqualTo("DONE");
        var same = print(administrator, key, operation, "PRINTER", Map.of("printer", id));
        assertThat(same.at("/print/printId").longValue())
                .as("the same key prints once")
                .isEqualTo(first.at("/print/printId").longValue());
        var second = print(administrator, operation, "PRINTER", Map.of("printer", id));
        assertThat(second.at("/print/copy").intValue()).isEqualTo(2);
        assertThat(text(Objects.requireNonNull(printer.next()))).contains("补打 第 1 次");
        assertThat(printer.hasMore()).isFalse();
        var counted = administrator.get("/api/v1/receipts/OPERATION/" + operation).json();
        assertThat(counted.get("prints")).hasSize(2);
        assertThat(counted.at("/prints/0/operatorName").asString()).isEqualTo("管理员");
        var audit = administrator.get("/api/v1/audit?limit=50").text();
        assertThat(audit).contains("补打小票");
    }

    @Test
    @DisplayName("M-151 Bytes for the desk's bridge, and the browser, count as prints as well")
    void bytes_for_the_bridge() {
        var operation = aTopUp(administrator, "张小五");
        var first = print(administrator, operation, "BRIDGE", Map.of("width", "COLUMNS_32"));
        var bytes = Base64.getDecoder().decode(first.get("escpos").asString());
        assertThat(text(bytes)).contains("张小五", "-".repeat(32)).doesNotContain("-".repeat(33));
        assertThat(first.at("/print/state").asString()).isEqualTo("HANDED");
        var second = print(administrator, operation, "BROWSER", Map.of());
        assertThat(second.has("escpos")).isFalse();
        assertThat(second.has("reprintedAt")).isTrue();
        assertThat(second.at("/receipt/figures/0/text").asString()).isEqualTo("50.00");
    }

    @Test
    @DisplayName("M-151 A dead printer: money goes on, the receipt waits, fails, and is sent again")
    void a_dead_printer() throws IOException, InterruptedException {
        int port;
        try (var dead = new LoopbackPrinter()) {
            port = dead.port();
        }
        int id = aPrinter(port);
        var operation = aTopUp(administrator, "李小六");
        var print = print(administrator, operation, "PRINTER", Map.of("printer", id));
        long number = print.at("/print/printId").longValue();
        assertThat(print.at("/print/state").asString()).isEqualTo("WAITING");
        assertThat(aTopUp(administrator, "李小七")).isNotEqualTo(operation);
        assertThat(ended(number).get("trouble").asString()).isEqualTo("NOT_REACHED");
        var list = administrator.get("/api/v1/receipt-printers").json().get("items");
        int revision = revisionOf(list, id);
        administrator.with("If-Match", "\"" + revision + "\"");
        var moved =
                administrator.put(
                        "/api/v1/receipt-printers/" + id,
                        Map.of(
                                "name", "修好了",
                                "host", "127.0.0.1",
                                "port", printer.port(),
                                "width", "COLUMNS_32",
                                "rare", "SEND"));
        assertThat(moved.status()).as(moved.text()).isEqualTo(200);
        var again = administrator.post("/api/v1/receipt-prints/" + number + "/again", Map.of());
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(text(Objects.requireNonNull(printer.next())))
                .as("nothing was on paper, so it is no reprint")
                .contains("李小六")
                .doesNotContain("补打");
        assertThat(ended(number).get("state").asString()).isEqualTo("DONE");
        assertThat(
                        administrator
                                .post("/api/v1/receipt-prints/" + number + "/again", Map.of())
                                .status())
                .isEqualTo(409);
    }

    private static int revisionOf(JsonNode printers, int id) {
        for (var each : printers) {
            if (each.get("id").intValue() == id) {
                return each.get("revision").intValue();
            }
        }
        throw new AssertionError("There is no printer " + id);
    }

    @Test
    @DisplayName("M-151 A full queue refuses the next receipt and keeps nobody waiting")
    void a_full_queue() throws IOException {
        int port;
        try (var dead = new LoopbackPrinter()) {
            port = dead.port();
        }
        int id = aPrinter(port);
        var operation = aTopUp(administrator, "王小八");
        var prints = new ArrayList<PrintRow>();
        house.asAdministrator(() -> {
            var wanted =
                    new Prints.Wanted(
                            ReceiptSubject.OPERATION,
                            operation,
                            PrintWay.PRINTER,
                            Optional.of(id),
                            new Paper(Paper.Width.COLUMNS_48, Paper.RareCharacters.REPLACE));
            // A dead printer holds each receipt for seconds: the queue fills faster than it drains.
            do {
                prints.add(house.bean(Prints.class).print(UUID.randomUUID(), wanted).row());
            } while (prints.getLast().state() == PrintState.WAITING
                    && prints.size() < 4 * PrintQueues.WAITING_MAX);
            return true;
        });
        assertThat(prints.getLast().trouble()).contains(PrintTrouble.QUEUE_FULL);
        assertThat(prints).hasSizeGreaterThan(PrintQueues.WAITING_MAX);
        assertThat(prints.stream().map(PrintRow::copy)).doesNotHaveDuplicates();
        var table = house.bean(PrintTable.class);
        int node = house.bean(ThisNode.class).number();
        table.stopped(node, house.clock().instant());
        assertThat(table.find(prints.get(prints.size() - 2).id()).orElseThrow().trouble())
                .as("what waited when the platform ended is not printed any more")
                .contains(PrintTrouble.STOPPED);
    }

    @Test
    @DisplayName(
            "M-151 Printers are named by who changes the settings, inside the house, once each")
    void printers_are_named_by_who_changes_the_settings() {
        var clerk = site.hires("clerk", "CLERK", "zh-CN", List.of());
        assertThat(add(clerk, "外面", "127.0.0.1", 9100).status()).isEqualTo(403);
        var outside = add(administrator, "外面", "8.8.8.8", 9100);
        assertThat(outside.status()).isEqualTo(422);
        assertThat(outside.text()).contains("内网的 IP 地址");
        aPrinter(printer.port());
        assertThat(add(administrator, "窗口" + number, "127.0.0.1", 9100).text())
                .contains("printer-name-taken");
        var seen = clerk.get("/api/v1/receipt-printers").json().get("items").get(0);
        assertThat(seen.has("host")).as("a clerk chooses by name").isFalse();
        assertThat(seen.get("name").asString()).isNotEmpty();
        int id = aPrinter(printer.port());
        assertThat(administrator.delete("/api/v1/receipt-printers/" + id).status()).isEqualTo(204);
    }

    @Test
    @DisplayName("M-151 A test page is printed by who changes the settings only")
    void a_test_page() throws InterruptedException {
        int id = aPrinter(printer.port());
        var path = "/api/v1/receipts/TEST/" + id + "/prints";
        var body = Map.of("way", "PRINTER", "printer", id);
        var clerk = site.hires("clerk2", "CLERK", "zh-CN", List.of());
        clerk.with("Idempotency-Key", UUID.randomUUID().toString());
        assertThat(clerk.post(path, body).status()).isEqualTo(403);
        administrator.with("Idempotency-Key", UUID.randomUUID().toString());
        assertThat(administrator.post(path, body).status()).isEqualTo(201);
        assertThat(text(Objects.requireNonNull(printer.next())))
                .contains("打印测试", "1234.56", "㐀 𠮷");
    }
}
