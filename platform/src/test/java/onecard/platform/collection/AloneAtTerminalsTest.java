package onecard.platform.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import onecard.platform.Browser;
import onecard.platform.House;
import onecard.platform.PlatformTest;
import onecard.simulator.Ending;
import onecard.simulator.LossyProxy;
import onecard.simulator.Terminal;
import onecard.vocabulary.Instrument;
import onecard.vocabulary.Money;
import onecard.wire.ListKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// Terminals that sell without asking, as the console sees them.
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AloneAtTerminalsTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    /// A shaken hand and an answer come within this on a busy machine as well.
    private static final int PATIENT_MILLIS = 5_000;

    private static final Money PRICE = Money.ofCents(900);
    private static final LossyProxy.Faults CUT = new LossyProxy.Faults(100, 0, 0, 0, Duration.ZERO);

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

    private static InetSocketAddress at(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private JsonNode alone() {
        return administrator.get("/api/v1/terminals/alone").json();
    }

    private Optional<JsonNode> alone(Machines.Machine machine) {
        return StreamSupport.stream(alone().get("items").spliterator(), false)
                .filter(each -> each.get("serial").asString().equals(machine.serial().value()))
                .findFirst();
    }

    private void set(Machines.Machine machine, Map<String, ?> change) {
        int id = 0;
        for (JsonNode item : administrator.get("/api/v1/terminals").json().get("items")) {
            if (item.get("serial").asString().equals(machine.serial().value())) {
                id = item.get("id").asInt();
            }
        }
        assertThat(
                        administrator
                                .post(
                                        "/api/v1/terminals/parameters",
                                        Map.of("terminalIds", List.of(id), "change", change))
                                .status())
                .isEqualTo(200);
    }

    private static Ending buys(Terminal terminal, Machines.Holder holder) {
        return terminal.purchase(new Instrument.Card(holder.card(), false), PRICE);
    }

    private void mustBeShown(Machines.Machine machine, long storedCents) {
        await().atMost(LONG)
                .until(() ->
                        alone(machine)
                                .filter(each -> each.get("storedCents").asLong() == storedCents)
                                .isPresent());
        JsonNode shown = alone(machine).orElseThrow();
        assertThat(shown.get("why").asString()).isEqualTo("NO_ANSWER");
        assertThat(shown.get("toDo").asBoolean()).isFalse();
        assertThat(shown.get("boundCents").asLong()).isEqualTo(500_000);
        assertThat(alone().get("storedCents").asLong()).isEqualTo(storedCents);
    }

    @Test
    @DisplayName(
            "W-05 M-099 a terminal that nobody answers sells by itself, the console shows what that"
                    + " comes to, and when the platform answers everything is booked once")
    void the_console_shows_who_sells_by_itself() throws Exception {
        var holder = machines.richHolder();
        var machine = machines.register();
        set(
                machine,
                Map.of(
                        "switchAfter",
                        1,
                        "tillMillis",
                        PATIENT_MILLIS,
                        "repeatSeconds",
                        0,
                        "heartbeatSeconds",
                        5));
        try (var line = new LossyProxy(at(0), at(machines.port("authorization")), CUT, 1)) {
            line.calm(true);
            Terminal terminal = machines.onTradePort(machine, line.address().getPort());
            await().atMost(LONG)
                    .until(() ->
                            terminal.setup().switchAfter() == 1
                                    && terminal.lists().contains(ListKind.ALLOW, holder.card()));
            assertThat(buys(terminal, holder)).isInstanceOf(Ending.Decided.class);
            assertThat(alone(machine)).isEmpty();
            line.calm(false);
            assertThat(buys(terminal, holder)).isInstanceOf(Ending.SoldOffline.class);
            assertThat(buys(terminal, holder)).isInstanceOf(Ending.SoldOffline.class);
            mustBeShown(machine, 1_800);
            assertThat(machines.balance(holder)).isEqualTo(91_00);
            line.calm(true);
            await().atMost(LONG)
                    .until(() -> alone(machine).isEmpty() && terminal.lines().unanswered() == 0);
            assertThat(machines.balance(holder)).isEqualTo(73_00);
            // The platform's own interval may refuse it; that it decides is what counts.
            assertThat(buys(terminal, holder)).isInstanceOf(Ending.Decided.class);
        }
    }

    @Test
    @DisplayName(
            "M-038 W-05 a terminal still in store-and-forward while the platform answers is a to-do"
                    + " until it is set back")
    void who_was_told_to_sell_alone_is_a_to_do() {
        var machine = machines.register();
        set(machine, Map.of("purchaseMode", "STORE_AND_FORWARD", "heartbeatSeconds", 5));
        assertThat(alone(machine))
                .as("it may be away")
                .map(each -> each.get("toDo").asBoolean())
                .contains(false);
        Terminal terminal = machines.on(machine);
        await().atMost(LONG)
                .until(() ->
                        alone(machine).filter(each -> each.get("toDo").asBoolean()).isPresent());
        assertThat(alone(machine).orElseThrow().get("why").asString()).isEqualTo("BY_PARAMETER");
        assertThat(alone().get("toDo").asInt()).isEqualTo(1);
        set(machine, Map.of("purchaseMode", "ONLINE"));
        assertThat(alone(machine)).isEmpty();
        await().atMost(LONG)
                .until(() ->
                        terminal.setup().purchaseMode() == onecard.vocabulary.PurchaseMode.ONLINE);
    }
}
