package onecard.platform.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import onecard.platform.Browser;
import onecard.platform.Canteen;
import onecard.platform.Canteen.Eater;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.gate.Till;
import onecard.platform.merchants.Merchant;
import onecard.platform.system.OpenDoor;
import onecard.platform.terminals.NewTerminal;
import onecard.platform.terminals.Terminal;
import onecard.platform.terminals.TerminalDesk;
import onecard.vocabulary.MachineNo;
import onecard.vocabulary.Money;
import onecard.vocabulary.SerialNo;
import onecard.vocabulary.VoidReason;
import onecard.wire.StateAnswer;
import onecard.wire.StateRequest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/// The completeness board over a day and the morning after, with terminals that tell over real
/// sockets what they sold.
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CompletenessTest {
    private static final String PATH = "/api/v1/reports/completeness";
    private static final String MONDAY = "?day=2026-03-02";

    private House house;
    private Canteen site;
    private Merchant canteen;
    private Merchant shop;
    private Eater eater;
    private Machine good;
    private Machine behind;
    private Machine wrong;
    private Machine mute;
    private Browser keeper;

    /// A terminal with what it needs to tell how it is.
    private record Machine(Terminal terminal, String key) {}

    @BeforeAll
    void open(House started) {
        house = started;
        site = new Canteen(house);
        site.at("2026-03-02 08:00:00");
        canteen = site.merchant("第一食堂");
        shop = site.merchant("小卖部");
        eater = site.eater("张小三", 200_00, 0);
        good = machine(house, 1, canteen);
        behind = machine(house, 2, canteen);
        wrong = machine(house, 3, canteen);
        mute = machine(house, 4, shop);
        machine(house, 5, shop);
        keeper = site.hires("keeper", "ACCOUNTANT", "en", List.of(shop.id().value()));
    }

    private static Machine machine(House house, int no, Merchant merchant) {
        return house.asAdministrator(() -> {
            var registered =
                    house.bean(TerminalDesk.class)
                            .register(
                                    new NewTerminal(
                                            new SerialNo("BOARD-%02d".formatted(no)),
                                            Optional.of(new MachineNo(no)),
                                            no + "号窗口",
                                            merchant.id(),
                                            Optional.empty()));
            return new Machine(registered.terminal(), registered.key());
        });
    }

    /// What a terminal says of itself by its clock, which is right.
    private StateRequest state(long lastSeq, int count, long cents, int unsent, Duration age) {
        return new StateRequest(
                lastSeq,
                unsent,
                age,
                count,
                Money.ofCents(cents),
                0,
                0,
                0,
                house.clock().instant(),
                "test 1",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Money.ZERO);
    }

    private void tells(Machine machine, StateRequest state) throws Exception {
        int port =
                house.beans(OpenDoor.class).stream()
                        .filter(each -> each.name().equals("collection"))
                        .findFirst()
                        .orElseThrow()
                        .port();
        var gate = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (var till = new Till(machine.terminal().serial(), machine.key(), gate)) {
            assertThat(till.ask(state)).isInstanceOf(StateAnswer.class);
        }
    }

    private JsonNode board(Browser who, String query) {
        Browser.Answer answer = who.get(PATH + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("adds").booleanValue()).as(answer.text()).isTrue();
        return answer.json();
    }

    /// What is told is written every few seconds.
    private JsonNode boardWithReports(int reports, String since) {
        var read = new ArrayList<JsonNode>();
        Browser browser = house.administrator();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> {
                    read.addFirst(board(browser, MONDAY));
                    int fresh = 0;
                    for (JsonNode row : read.getFirst().get("rows")) {
                        if (row.has("reportedAt")
                                && row.get("reportedAt").asString().compareTo(since) >= 0) {
                            fresh++;
                        }
                    }
                    return fresh == reports;
                });
        return read.getFirst();
    }

    private static Map<Integer, String> states(JsonNode board) {
        var states = new HashMap<Integer, String>();
        for (JsonNode row : board.get("rows")) {
            var lacks = new StringBuilder(row.get("state").asString());
            row.get("lacks").forEach(lack -> lacks.append(' ').append(lack.asString()));
            states.put(row.get("machineNo").intValue(), lacks.toString());
        }
        return states;
    }

    private static List<String> bridge(JsonNode board, int machineNo) {
        var steps = new ArrayList<String>();
        for (JsonNode row : board.get("rows")) {
            if (row.get("machineNo").intValue() == machineNo) {
                row.get("bridge")
                        .forEach(step ->
                                steps.add(
                                        "%s %d %d"
                                                .formatted(
                                                        step.get("kind").asString(),
                                                        step.get("count").longValue(),
                                                        step.get("sumCents").longValue())));
            }
        }
        return steps;
    }

    @Test
    @Order(1)
    @DisplayName("W-04 Before any terminal was heard the board says so")
    void an_empty_board() {
        JsonNode board = board(house.administrator(), "");
        assertThat(board.get("verdict").asString()).isEqualTo("NOTHING");
        assertThat(board.get("day").asString()).isEqualTo("2026-03-02");
        assertThat(states(board)).hasSize(5).containsEntry(1, "UNUSED");
    }

    @Test
    @Order(2)
    @DisplayName(
            "W-04 The board names what is missing of each terminal: records not sent, numbers never"
                    + " seen, other figures, silence")
    void what_is_missing_is_named() throws Exception {
        aMiddaySale();
        lowersTheFirst();
        entersByHand();
        site.at("2026-03-02 12:30:00");
        tells(good, state(3, 2, 15_00, 0, Duration.ZERO));
        tells(behind, state(4, 2, 9_00, 1, Duration.ofMinutes(10)));
        tells(wrong, state(1, 2, 8_00, 0, Duration.ZERO));
        JsonNode board = boardWithReports(3, "2026-03-02T04:30");
        assertThat(states(board))
                .containsOnly(
                        Map.entry(1, "IN"),
                        Map.entry(2, "WAITING 1 条记录未上传，最早 12:20 3 个流水号没有收到（2–4）"),
                        Map.entry(3, "MISSING 机器自己的统计与平台不符：+1 笔，3.00 元"),
                        Map.entry(4, "WAITING 12:05 交易之后没有报告"),
                        Map.entry(5, "UNUSED"));
        assertThat(board.get("verdict").asString()).isEqualTo("MISSING");
        assertThat(board.get("line").asString())
                .isEqualTo(
                        "还差 3 台：2 号机 2号窗口：1 条记录未上传，最早 12:20，3 个流水号没有收到（2–4）；"
                                + "3 号机 3号窗口：机器自己的统计与平台不符：+1 笔，3.00 元；"
                                + "4 号机 4号窗口：12:05 交易之后没有报告");
        assertThat(bridge(board, 1))
                .as("corrections and back-entries lead from its figures to the takings")
                .containsExactly(
                        "TOLD 2 1500",
                        "OWN 2 1500",
                        "CORRECTIONS 0 -200",
                        "BACK_ENTRIES 1 400",
                        "TAKINGS 3 1700");
        assertThat(bridge(board, 3))
                .containsExactly("TOLD 2 800", "UNEXPLAINED -1 -300", "OWN 1 500", "TAKINGS 1 500");
    }

    /// One purchase at the first terminal is taken back.
    private void aMiddaySale() {
        site.at("2026-03-02 12:00:00");
        site.buys(eater, good.terminal(), 10_00);
        site.at("2026-03-02 12:01:00");
        site.buys(eater, good.terminal(), 5_00);
        site.at("2026-03-02 12:02:00");
        site.buys(eater, good.terminal(), 7_00);
        site.takesBack(good.terminal(), VoidReason.NO_ANSWER);
        site.at("2026-03-02 12:03:00");
        site.buys(eater, behind.terminal(), 6_00);
        site.at("2026-03-02 12:04:00");
        site.buys(eater, wrong.terminal(), 5_00);
        site.at("2026-03-02 12:05:00");
        site.buys(eater, mute.terminal(), 4_00);
    }

    /// Ten yuan should have been eight.
    private void lowersTheFirst() {
        Browser browser = house.administrator();
        JsonNode charge =
                browser.get("/api/v1/people/" + eater.id().value() + "/charges?day=2026-03-02")
                        .json()
                        .get("items")
                        .valueStream()
                        .filter(each -> each.get("netCents").longValue() == 10_00)
                        .findFirst()
                        .orElseThrow();
        browser.with("Idempotency-Key", UUID.randomUUID().toString());
        Browser.Answer answer =
                browser.post(
                        "/api/v1/corrections",
                        Map.of(
                                "number",
                                charge.get("number").asString(),
                                "bookedOn",
                                charge.get("bookedOn").asString(),
                                "shouldCents",
                                8_00,
                                "reason",
                                "多刷了"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private void entersByHand() {
        Browser browser = house.administrator();
        browser.with("Idempotency-Key", UUID.randomUUID().toString());
        Browser.Answer answer =
                browser.post(
                        "/api/v1/back-entries",
                        Map.of(
                                "personId",
                                eater.id().value(),
                                "terminalId",
                                good.terminal().id().value(),
                                "at",
                                "2026-03-02T11:50:00+08:00",
                                "amountCents",
                                4_00,
                                "remark",
                                "忘带卡"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    @Test
    @Order(3)
    @DisplayName("W-04 Who answers for one merchant sees the terminals of that merchant alone")
    void one_merchant_alone() {
        site.at("2026-03-02 12:30:30");
        keeper.signIn("keeper", House.PASSWORD);
        assertThat(states(board(keeper, MONDAY)))
                .containsOnly(
                        Map.entry(4, "WAITING no report since its sale at 12:05"),
                        Map.entry(5, "UNUSED"));
        assertThat(keeper.get(PATH + "?merchantId=" + canteen.id().value()).status())
                .isEqualTo(404);
        assertThat(states(board(house.administrator(), "?merchantId=" + shop.id().value())))
                .containsOnlyKeys(4, 5);
        assertThat(keeper.get(PATH + "?day=2026-03-03").status()).isEqualTo(422);
        assertThat(
                        site.hires("clerk", "CLERK", "en", List.of(shop.id().value()))
                                .get(PATH)
                                .status())
                .isEqualTo(403);
    }

    @Test
    @Order(4)
    @DisplayName("W-04 When everything has come, one green line says: all in")
    void all_in() throws Exception {
        site.at("2026-03-02 12:40:00");
        tells(good, state(3, 2, 15_00, 0, Duration.ZERO));
        tells(behind, state(1, 1, 6_00, 0, Duration.ZERO));
        tells(wrong, state(1, 1, 5_00, 0, Duration.ZERO));
        tells(mute, state(1, 1, 4_00, 0, Duration.ZERO));
        JsonNode board = boardWithReports(4, "2026-03-02T04:40");
        assertThat(board.get("line").asString()).isEqualTo("全部到齐：4 台消费机，6 笔，32.00 元");
        assertThat(board.get("verdict").asString()).isEqualTo("ALL_IN");
        assertThat(board.get("isOver").booleanValue()).isFalse();
    }

    @Test
    @Order(5)
    @DisplayName(
            "W-04 What is told on the day after says nothing of the day before, whose figures stay")
    void the_day_after() throws Exception {
        site.at("2026-03-02 20:00:00");
        assertThat(board(house.administrator(), MONDAY).get("verdict").asString())
                .as("nobody has told anything for hours")
                .isEqualTo("WAITING");
        site.at("2026-03-03 08:00:00");
        for (Machine each : List.of(good, behind, wrong, mute)) {
            tells(each, state(each.equals(good) ? 3 : 1, 0, 0, 0, Duration.ZERO));
        }
        JsonNode board = boardWithReports(4, "2026-03-03");
        assertThat(board.get("verdict").asString()).isEqualTo("ALL_IN");
        assertThat(board.get("isOver").booleanValue()).isTrue();
        assertThat(bridge(board, 1)).startsWith("TOLD 2 1500");
    }
}
