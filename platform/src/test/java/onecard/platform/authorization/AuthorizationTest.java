package onecard.platform.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onecard.platform.Browser;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.gate.GateState;
import onecard.platform.gate.Till;
import onecard.platform.people.Groups;
import onecard.platform.rules.RuleDraft;
import onecard.platform.rules.RuleEntry;
import onecard.platform.rules.Rules;
import onecard.platform.terminals.Terminal;
import onecard.platform.terminals.TerminalDesk;
import onecard.platform.terminals.TerminalKeys;
import onecard.platform.terminals.Terminals;
import onecard.vocabulary.CardUid;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.Refusal;
import onecard.vocabulary.VoidReason;
import onecard.vocabulary.Window;
import onecard.wire.Answer;
import onecard.wire.Approved;
import onecard.wire.CardState;
import onecard.wire.Declined;
import onecard.wire.Failure;
import onecard.wire.InquiryAnswer;
import onecard.wire.InquiryRequest;
import onecard.wire.InquiryResult;
import onecard.wire.PurchaseAnswer;
import onecard.wire.PurchaseDecision;
import onecard.wire.PurchaseRequest;
import onecard.wire.StateAnswer;
import onecard.wire.StateRequest;
import onecard.wire.VoidAnswer;
import onecard.wire.VoidOutcome;
import onecard.wire.VoidRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A till on a platform that runs, over real sockets.
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorizationTest {
    private House house;
    private Canteen canteen;
    private Till till;
    private long seq;

    @BeforeAll
    void prepare(House started) {
        house = started;
        canteen = new Canteen(house);
        till = till("authorization");
    }

    @BeforeEach
    void aNewDay() {
        house.clock().pass(Duration.ofDays(1));
    }

    @AfterAll
    void closeTill() {
        till.close();
    }

    private Till till(String door) {
        return new Till(
                Canteen.SERIAL,
                canteen.key,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), canteen.port(door)));
    }

    private PurchaseDecision buy(long cents) throws Exception {
        house.clock().pass(Duration.ofSeconds(10));
        seq++;
        Answer answer = till.ask(Till.purchase(seq, cents));
        assertThat(answer).isInstanceOf(PurchaseAnswer.class);
        return ((PurchaseAnswer) answer).decision();
    }

    private Declined refused(long cents) throws Exception {
        PurchaseDecision decision = buy(cents);
        assertThat(decision).isInstanceOf(Declined.class);
        return (Declined) decision;
    }

    private StateRequest state(long lastSeq) {
        return new StateRequest(
                lastSeq,
                0,
                Duration.ZERO,
                1,
                Money.ofCents(810),
                0,
                0,
                0,
                house.clock().instant().plusMillis(250),
                "till 1.0",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Money.ZERO);
    }

    @Test
    @DisplayName(
            "M-264 M-221 a refusal names the rule, the window, the limit, what is used and left")
    void a_refusal_names_the_limit() throws Exception {
        for (int n = 0; n < 3; n++) {
            assertThat(buy(100)).isInstanceOf(Approved.class);
        }
        Declined declined = refused(100);
        assertThat(declined.refusal()).isEqualTo(Refusal.COUNT_LIMIT);
        assertThat(declined.rule().orElseThrow().name()).isEqualTo("学生九折");
        assertThat(declined.usage()).contains(new Declined.Usage(Optional.of(Window.DAY), 3, 3, 0));
    }

    @Test
    @DisplayName("M-214 a new limit starts with what was already bought in its running window")
    void a_new_limit_starts_with_what_was_bought() throws Exception {
        assertThat(buy(1_000)).isInstanceOf(Approved.class);
        assertThat(buy(500)).isInstanceOf(Approved.class);
        assertThat(till.ask(new VoidRequest(seq, VoidReason.NO_ANSWER)))
                .isInstanceOf(VoidAnswer.class);
        RuleEntry rule =
                house.asAdministrator(() ->
                        house.bean(Rules.class)
                                .add(
                                        RuleDraft.forGroups(
                                                        "新限额",
                                                        house.bean(Groups.class)
                                                                .byValue(1)
                                                                .orElseThrow()
                                                                .id())
                                                .limited(
                                                        Map.of(Window.MONTH, 200),
                                                        Map.of(Window.DAY, Money.ofCents(1_500)))));
        try {
            Declined declined = refused(1_000);
            assertThat(declined.refusal()).isEqualTo(Refusal.AMOUNT_LIMIT);
            assertThat(declined.usage())
                    .as("nine tenths of 10.00; what was taken back does not count")
                    .contains(new Declined.Usage(Optional.of(Window.DAY), 1_500, 900, 600));
            assertThat(buy(600)).isInstanceOf(Approved.class);
        } finally {
            house.asAdministrator(() -> {
                house.bean(Rules.class).remove(rule.id());
                return true;
            });
        }
    }

    @Test
    @DisplayName("D-33 a void gives the money back; a number never seen is burnt")
    void a_void_gives_the_money_back() throws Exception {
        long before = canteen.balance();
        assertThat(buy(900)).isInstanceOf(Approved.class);
        VoidRequest takeBack = new VoidRequest(seq, VoidReason.NO_ANSWER);
        Answer voided = till.ask(takeBack);
        assertThat(voided)
                .isInstanceOfSatisfying(
                        VoidAnswer.class,
                        answer ->
                                assertThat(answer.outcome())
                                        .isEqualTo(new VoidOutcome.Voided(Money.ofCents(810))));
        assertThat(till.ask(takeBack)).isEqualTo(voided);
        assertThat(canteen.balance()).isEqualTo(before);
        seq++;
        assertThat(till.ask(new VoidRequest(seq, VoidReason.NO_ANSWER)))
                .isInstanceOfSatisfying(
                        VoidAnswer.class,
                        answer ->
                                assertThat(answer.outcome())
                                        .isEqualTo(new VoidOutcome.NothingCharged()));
        Answer late = till.ask(Till.purchase(seq, 900));
        assertThat(((PurchaseAnswer) late).decision())
                .isInstanceOfSatisfying(
                        Declined.class,
                        declined -> assertThat(declined.refusal()).isEqualTo(Refusal.NUMBER_BURNT));
        assertThat(canteen.balance()).isEqualTo(before);
    }

    @Test
    @DisplayName("D-50 a purchase counts when it arrived, though the till's clock is a year ahead")
    void a_purchase_counts_when_it_arrived() throws Exception {
        PurchaseRequest ahead =
                new PurchaseRequest(
                        ++seq,
                        Mode.FREE_AMOUNT,
                        new Instrument.Card(Canteen.CARD, false),
                        Money.ofCents(100),
                        house.clock().instant().plus(Duration.ofDays(365)),
                        0);
        Instant sent = house.clock().instant();
        assertThat(((PurchaseAnswer) till.ask(ahead)).decision()).isInstanceOf(Approved.class);
        assertThat(canteen.newestPurchaseAt()).isBetween(sent, house.clock().instant());
        assertThat(refusedAfter(Duration.ofSeconds(1)).refusal())
                .as("the interval between two purchases is the platform's as well")
                .isEqualTo(Refusal.REPEAT_TOO_SOON);
    }

    private Declined refusedAfter(Duration pause) throws Exception {
        house.clock().pass(pause);
        seq++;
        return (Declined) ((PurchaseAnswer) till.ask(Till.purchase(seq, 100))).decision();
    }

    @Test
    @DisplayName("D-51 the same number with other content is 4.09, whatever it asks")
    void the_same_number_with_other_content_is_a_conflict() throws Exception {
        assertThat(buy(900)).isInstanceOf(Approved.class);
        long before = canteen.balance();
        assertThat(till.ask(Till.purchase(seq, 901))).isEqualTo(new Failure.OtherContent());
        assertThat(canteen.balance()).isEqualTo(before);
    }

    @Test
    @DisplayName("M-045 an inquiry tells name and balances, and books nothing")
    void an_inquiry_books_nothing() throws Exception {
        long journal = canteen.journal();
        Answer answer = till.ask(new InquiryRequest(new Instrument.Card(Canteen.CARD, false)));
        assertThat(((InquiryAnswer) answer).result())
                .isInstanceOfSatisfying(
                        InquiryResult.Holder.class,
                        holder -> {
                            assertThat(holder.maskedName()).isEqualTo("张*三");
                            assertThat(holder.cardState()).isEqualTo(CardState.ISSUED);
                            assertThat(holder.cashLeft().plus(holder.subsidyLeft()).cents())
                                    .isEqualTo(canteen.balance());
                        });
        Answer unknown =
                till.ask(new InquiryRequest(new Instrument.Card(new CardUid("FFFFFFFF"), false)));
        assertThat(((InquiryAnswer) unknown).result())
                .isEqualTo(new InquiryResult.Withheld(Refusal.ILLEGAL_CARD));
        assertThat(canteen.journal()).isEqualTo(journal);
    }

    @Test
    @DisplayName("W-01 D-43 a heartbeat is answered on both ports: highest number, gaps, our time")
    void a_heartbeat_is_answered_on_both_ports() throws Exception {
        assertThat(buy(100)).isInstanceOf(Approved.class);
        long gap = seq + 1;
        seq = seq + 3;
        assertThat(buy(100)).isInstanceOf(Approved.class);
        try (Till other = till("collection")) {
            for (Till each : List.of(till, other)) {
                StateAnswer answer = (StateAnswer) each.ask(state(seq + 1));
                assertThat(answer.highestSeq()).isEqualTo(seq);
                assertThat(answer.missing())
                        .endsWith(
                                new StateAnswer.SeqRange(gap, gap + 2),
                                new StateAnswer.SeqRange(seq + 1, seq + 1));
                assertThat(answer.platformTime())
                        .isBetween(
                                house.clock().instant().minusSeconds(5), house.clock().instant());
            }
            assertThat(other.ask(Till.purchase(seq + 9, 100)))
                    .as("8001 does not sell")
                    .isEqualTo(new Failure.NoSuchResource());
        }
        assertThat(house.administrator().get("/api/v1/terminals").text())
                .contains("\"firmware\":\"till 1.0\"")
                .contains("\"lamp\":\"GREEN\"")
                .contains("\"lastPurchaseAt\"");
    }

    @Test
    @DisplayName(
            "M-204 a terminal that is not ticked is refused by name, and its number is used up")
    void a_terminal_that_is_not_served_is_refused() throws Exception {
        Terminal terminal =
                house.bean(Terminals.class).current().bySerial(Canteen.SERIAL).orElseThrow();
        serve(terminal, false);
        try {
            assertThat(refused(100).refusal()).isEqualTo(Refusal.TERMINAL_NOT_SERVED);
        } finally {
            serve(terminal, true);
        }
        assertThat(buy(100)).as("at the next transaction").isInstanceOf(Approved.class);
    }

    private void serve(Terminal terminal, boolean served) {
        house.asAdministrator(() ->
                house.bean(TerminalDesk.class)
                        .change(
                                terminal.id(),
                                new TerminalDesk.Change(
                                        terminal.machineNo(),
                                        terminal.name(),
                                        terminal.merchant(),
                                        terminal.outlet(),
                                        served,
                                        Optional.empty())));
    }

    @Test
    @DisplayName("M-206 each service is stopped and started alone")
    void services_stop_alone() throws Exception {
        AuthorizationService service = house.bean(AuthorizationService.class);
        assertThat(buy(100)).isInstanceOf(Approved.class);
        Browser browser = house.administrator();
        assertThat(browser.post("/api/v1/services/1/stop", Map.of()).status()).isEqualTo(200);
        assertThat(service.gate().state()).isEqualTo(new GateState.Closed());
        try (Till other = till("collection")) {
            assertThat(other.ask(state(seq))).isInstanceOf(StateAnswer.class);
        }
        till.patience = Duration.ofSeconds(1);
        assertThat(till.ask("purchase", new byte[0])).as("nobody is there").isNull();
        till.patience = Till.PATIENCE;
        assertThat(browser.post("/api/v1/services/1/start", Map.of()).status()).isEqualTo(200);
        till.close();
        till = till("authorization");
        assertThat(buy(100)).isInstanceOf(Approved.class);
    }

    @Test
    @DisplayName("W-01 a revoked terminal is cut off at once, in the midst of its session")
    void a_revoked_terminal_is_cut_off() throws Exception {
        assertThat(buy(100)).isInstanceOf(Approved.class);
        Terminal terminal =
                house.bean(Terminals.class).current().bySerial(Canteen.SERIAL).orElseThrow();
        TerminalDesk desk = house.bean(TerminalDesk.class);
        house.asAdministrator(() -> desk.revoke(terminal.id()));
        long journal = canteen.journal();
        await().atMost(Duration.ofSeconds(3))
                .until(() -> house.bean(AuthorizationService.class).gate().counts().inside() == 0);
        till.patience = Duration.ofSeconds(2);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> till.ask("purchase", new byte[] {(byte) 0xA0}) == null);
        till.patience = Till.PATIENCE;
        assertThat(canteen.journal()).isEqualTo(journal);
        String fresh = house.asAdministrator(() -> desk.rotateKey(terminal.id()));
        till.close();
        await().until(() -> house.bean(TerminalKeys.class).fits(Canteen.SERIAL, 0));
        canteen.key = fresh;
        till = till("authorization");
        assertThat(buy(100)).isInstanceOf(Approved.class);
    }
}
