package onecard.platform.collection;

import static onecard.platform.ModeSlot.slot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import onecard.platform.Browser;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.platform.merchants.Merchants;
import onecard.simulator.Ending;
import onecard.simulator.MemoryJournal;
import onecard.simulator.Terminal;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Mode;
import onecard.vocabulary.Money;
import onecard.vocabulary.PurchaseMode;
import onecard.vocabulary.Refusal;
import onecard.wire.Approved;
import onecard.wire.Declined;
import onecard.wire.OfflineLimits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// Parameters on their way from the console to virtual terminals, over real sockets. The terminals
/// beat every ten minutes: what comes sooner comes by a hint.
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParametersAtTerminalsTest {
    private static final String PARAMETERS = "/api/v1/terminals/parameters";

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Money KEYED = Money.ofCents(900);

    private House house;
    private Machines machines;
    private Browser administrator;

    @BeforeAll
    void prepare(House started) {
        house = started;
        machines = new Machines(house);
        administrator = house.administrator();
    }

    @AfterAll
    void switchOff() {
        machines.close();
    }

    private JsonNode item(Machines.Machine machine) {
        for (JsonNode item : administrator.get("/api/v1/terminals").json().get("items")) {
            if (item.get("serial").asString().equals(machine.serial().value())) {
                return item;
            }
        }
        throw new AssertionError("not listed: " + machine.serial());
    }

    private JsonNode state(Machines.Machine machine) {
        return item(machine).get("parameters");
    }

    private String standing(Machines.Machine machine) {
        return state(machine).get("standing").asString();
    }

    private Browser.Answer send(List<Machines.Machine> chosen, Map<String, ?> change) {
        return administrator.post(
                PARAMETERS,
                Map.of(
                        "terminalIds",
                        chosen.stream().map(each -> item(each).get("id").asInt()).toList(),
                        "change",
                        change));
    }

    private void set(Machines.Machine machine, Map<String, ?> change) {
        assertThat(send(List.of(machine), change).status()).isEqualTo(200);
    }

    /// Switches a terminal on and waits until the platform knows it.
    private Terminal on(Machines.Machine machine) {
        Terminal terminal = machines.on(machine);
        await().atMost(LONG).until(() -> item(machine).hasNonNull("reportedAt"));
        return terminal;
    }

    private void awaitApplied(Machines.Machine machine) {
        await().atMost(LONG).until(() -> standing(machine).equals("APPLIED"));
    }

    private static Instrument.Card card(Machines.Holder holder) {
        return new Instrument.Card(holder.card(), false);
    }

    @Test
    @DisplayName("M-098 M-101 Parameters reach chosen terminals within seconds, and no others")
    void parameters_arrive_at_once() {
        var chosen = Stream.generate(machines::register).limit(3).toList();
        var other = machines.register();
        var terminals = chosen.stream().map(this::on).toList();
        var apart = on(other);
        assertThat(standing(chosen.getFirst())).isEqualTo("NONE");
        assertThat(
                        send(chosen, Map.of("mode", "FIXED_AMOUNT", "fixedCents", 1_200))
                                .json()
                                .get("terminals")
                                .asInt())
                .isEqualTo(3);
        await().atMost(SOON)
                .until(() ->
                        terminals.stream()
                                .allMatch(each -> each.setup().mode() == Mode.FIXED_AMOUNT));
        chosen.forEach(this::awaitApplied);
        JsonNode state = state(chosen.getFirst());
        assertThat(state.get("applied")).isEqualTo(state.get("wanted"));
        assertThat(state.get("appliedAt").asString()).isNotEmpty();
        assertThat(apart.setup().mode()).isEqualTo(Mode.FREE_AMOUNT);
        assertThat(standing(other)).isEqualTo("NONE");
        var holder = machines.aHolder();
        var ending = (Ending.Decided) terminals.getFirst().purchase(card(holder), KEYED);
        assertThat(((Declined) ending.decision()).refusal())
                .isEqualTo(Refusal.INSUFFICIENT_BALANCE);
        assertThat(lastOf(holder).get("grossCents").asLong())
                .as("the fixed amount, whatever was keyed")
                .isEqualTo(1_200);
        terminals.forEach(machines::off);
        machines.off(apart);
    }

    private JsonNode lastOf(Machines.Holder holder) {
        return administrator
                .get("/api/v1/purchases?personId=" + holder.person().value())
                .json()
                .get("items")
                .get(0);
    }

    @Test
    @DisplayName("M-102 M-100 In count mode no money moves and one count is recorded")
    void count_mode() {
        var machine = machines.register();
        var terminal = on(machine);
        var holder = machines.aHolder();
        set(machine, Map.of("mode", "COUNT"));
        await().atMost(SOON).until(() -> terminal.setup().mode() == Mode.COUNT);
        var ending = (Ending.Decided) terminal.purchase(card(holder), KEYED);
        assertThat(((Approved) ending.decision()).charged()).isEqualTo(Money.ZERO);
        JsonNode row = lastOf(holder);
        assertThat(row.get("result").asString()).isEqualTo("TAKEN");
        assertThat(row.get("netCents").asLong()).isZero();
        assertThat(terminal.today().count()).isEqualTo(1);
        set(machine, Map.of("mode", "FREE_AMOUNT"));
        await().atMost(SOON).until(() -> terminal.setup().mode() == Mode.FREE_AMOUNT);
        assertThat(terminal.purchase(card(machines.aHolder()), KEYED))
                .isInstanceOfSatisfying(
                        Ending.Decided.class,
                        priced ->
                                assertThat(((Declined) priced.decision()).refusal())
                                        .isEqualTo(Refusal.INSUFFICIENT_BALANCE));
        machines.off(terminal);
    }

    @Test
    @DisplayName("M-098 A terminal that was off catches up, and keeps them over a restart")
    void a_terminal_that_was_off_catches_up() {
        var machine = machines.register();
        set(machine, Map.of("mode", "FIXED_AMOUNT", "fixedCents", 700));
        set(machine, Map.of("fixedCents", 800, "repeatSeconds", 11));
        assertThat(standing(machine)).isEqualTo("WAITING");
        var journal = new MemoryJournal();
        var terminal =
                machines.on(machine, new MemoryJournal(), journal, machines.port("collection"));
        await().atMost(LONG).until(() -> terminal.setup().fixedAmount().equals(Money.ofCents(800)));
        assertThat(terminal.setup().repeatInterval()).isEqualTo(Duration.ofSeconds(11));
        awaitApplied(machine);
        machines.off(terminal);
        assertThat(journal.lines()).hasSize(1);
        set(machine, Map.of("fixedCents", 900));
        assertThat(standing(machine)).isEqualTo("WAITING");
        var again = machines.on(machine, new MemoryJournal(), journal, machines.port("collection"));
        assertThat(again.setup().mode()).as("kept").isEqualTo(Mode.FIXED_AMOUNT);
        await().atMost(LONG).until(() -> again.setup().fixedAmount().equals(KEYED));
        awaitApplied(machine);
        machines.off(again);
    }

    @Test
    @DisplayName("M-096 M-098 A terminal that cannot work by them says why, and goes on as before")
    void a_terminal_that_cannot_says_why() {
        var machine = machines.register();
        var terminal = on(machine);
        set(machine, Map.of("mode", "COUNT"));
        awaitApplied(machine);
        set(machine, Map.of("mode", "FREE_AMOUNT", "physicalNumber", false));
        await().atMost(LONG).until(() -> standing(machine).equals("FAILED"));
        JsonNode state = state(machine);
        assertThat(state.get("failedReason").asString()).isEqualTo("UNSUPPORTED");
        assertThat(state.get("failedWords").asString()).contains("physical number");
        assertThat(state.get("failedAt").asString()).isNotEmpty();
        assertThat(state.get("applied").asLong()).isLessThan(state.get("wanted").asLong());
        assertThat(terminal.setup().mode()).isEqualTo(Mode.COUNT);
        set(machine, Map.of("physicalNumber", true));
        awaitApplied(machine);
        assertThat(terminal.setup().mode()).isEqualTo(Mode.FREE_AMOUNT);
        machines.off(terminal);
    }

    @Test
    @DisplayName(
            "M-097 M-099 M-103 D-20 D-34 Purchase mode, allow list, interval, offline limits and"
                    + " timetable arrive as they were set")
    void everything_arrives() {
        var machine = machines.register();
        var terminal = on(machine);
        set(
                machine,
                Map.of(
                        "purchaseMode",
                        "STORE_AND_FORWARD",
                        "checkAllowList",
                        true,
                        "repeatSeconds",
                        5_940,
                        "heartbeatSeconds",
                        20,
                        "tillMillis",
                        4_000,
                        "offline",
                        Map.of("purchaseCents", 3_000, "listAgeSeconds", 3_600),
                        "slots",
                        List.of(
                                slot("11:00", "13:30", "FIXED_AMOUNT", 1_200),
                                slot("23:00", "24:00", "COUNT", 0))));
        awaitApplied(machine);
        var setup = terminal.setup();
        assertThat(setup.purchaseMode()).isEqualTo(PurchaseMode.STORE_AND_FORWARD);
        assertThat(setup.checkAllowList()).isTrue();
        assertThat(setup.repeatInterval()).isEqualTo(Duration.ofMinutes(99));
        assertThat(setup.heartbeat()).isEqualTo(Duration.ofSeconds(20));
        assertThat(setup.tillTime()).isEqualTo(Duration.ofSeconds(4));
        assertThat(setup.offline().perPurchase()).contains(Money.ofCents(3_000));
        assertThat(setup.offline().perCard()).as("unlimited").isEmpty();
        assertThat(setup.offline().listAge()).contains(Duration.ofHours(1));
        var plan = setup.plan().orElseThrow();
        assertThat(plan.slots()).hasSize(2);
        assertThat(plan.slots().getFirst().weekdays())
                .containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.SUNDAY);
        assertThat(plan.slots().getFirst().toMinute()).isEqualTo(810);
        assertThat(plan.slots().getLast().toMinute()).isEqualTo(1_440);
        machines.off(terminal);
    }

    @Test
    @DisplayName("D-34 M-103 Unlimited is a value, and a timetable is taken away again")
    void unlimited_is_a_value() {
        var machine = machines.register();
        var terminal = on(machine);
        set(
                machine,
                Map.of(
                        "purchaseMode",
                        "STORE_AND_FORWARD",
                        "slots",
                        List.of(slot("11:00", "13:00", "COUNT", 0))));
        awaitApplied(machine);
        assertThat(terminal.setup().offline()).isEqualTo(OfflineLimits.USUAL);
        assertThat(terminal.setup().plan()).isPresent();
        set(machine, Map.of("offline", Map.of(), "slots", List.of()));
        awaitApplied(machine);
        assertThat(terminal.setup().offline()).isEqualTo(OfflineLimits.UNLIMITED);
        assertThat(terminal.setup().plan()).isEmpty();
        assertThat(terminal.setup().purchaseMode()).isEqualTo(PurchaseMode.STORE_AND_FORWARD);
        machines.off(terminal);
    }

    @Test
    @DisplayName("M-098 A terminal that moves or whose merchant is renamed shows its new name")
    void the_display_follows_the_register() {
        var machine = machines.register();
        var terminal = on(machine);
        set(machine, Map.of("mode", "COUNT"));
        awaitApplied(machine);
        assertThat(terminal.setup().merchant()).isEqualTo("第一食堂");
        int merchant =
                house.asAdministrator(() -> house.bean(Merchants.class).add("夜宵")).id().value();
        JsonNode item = item(machine);
        administrator.patch(
                "/api/v1/terminals/" + item.get("id").asInt(),
                "\"" + item.get("revision").asLong() + "\"",
                Map.of("merchantId", merchant, "machineNo", 77));
        administrator.without("If-Match");
        await().atMost(LONG).until(() -> terminal.setup().merchant().equals("夜宵"));
        assertThat(terminal.setup().machineNo().orElseThrow().value()).isEqualTo(77);
        awaitApplied(machine);
        machines.off(terminal);
    }
}
