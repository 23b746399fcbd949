package onecard.platform.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import onecard.platform.system.StartFailure;
import onecard.vocabulary.Money;
import onecard.vocabulary.SerialNo;
import onecard.wire.Answer;
import onecard.wire.Approved;
import onecard.wire.Failure;
import onecard.wire.PurchaseAnswer;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GateTest extends GateScene {
    @Test
    @DisplayName("W-01 a till asks over DTLS and gets the door's answer under its own name")
    void a_till_is_answered() throws Exception {
        Answer answer = till(KEY).ask(Till.purchase(7, 900));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        PurchaseAnswer.class,
                        yes ->
                                assertThat(yes.decision())
                                        .isInstanceOfSatisfying(
                                                Approved.class,
                                                approved ->
                                                        assertThat(approved.charged())
                                                                .isEqualTo(Money.ofCents(900))));
        assertThat(counter.visitors.getFirst().terminal()).isEqualTo(SERIAL);
        assertThat(counter.visitors.getFirst().address()).startsWith("127.0.0.1:");
        assertThat(counter.visitors.getFirst().arrivedAt()).isEqualTo(now);
        assertThat(keys.opened).containsExactly(1);
    }

    @Test
    @DisplayName("W-01 what cannot be read is answered 4.00 and names the field")
    void malformed_names_the_field() throws Exception {
        byte[] noSeq = {(byte) 0xA1, 0x02, 0x01};
        CoapResponse response = till(KEY).ask("purchase", noSeq);
        assertThat(response.getCode()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(response.getResponseText()).startsWith("seq");
        assertThat(till(KEY).ask("purchase", new byte[] {1, 2, 3}).getCode())
                .isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(counter.asked).isEmpty();
        assertThat(gate.counts().malformed()).isEqualTo(2);
    }

    @Test
    @DisplayName("W-01 what this gate does not serve is answered 4.04")
    void other_resources_are_not_here() throws Exception {
        Till till = till(KEY);
        for (String path : List.of("records", "lists/allow", "", ".well-known/core", "void")) {
            assertThat(till.ask(path, new byte[] {1}).getCode())
                    .as(path)
                    .isEqualTo(ResponseCode.NOT_FOUND);
        }
    }

    @Test
    @DisplayName("W-01 a body over the limit is answered 4.13, in one piece or in blocks")
    void too_large_is_refused() throws Exception {
        Till till = till(KEY);
        for (int bytes : new int[] {1_025, 5_000, 40_000}) {
            assertThat(till.ask("purchase", new byte[bytes]).getCode())
                    .as("%d bytes", bytes)
                    .isEqualTo(ResponseCode.REQUEST_ENTITY_TOO_LARGE);
        }
        assertThat(till.ask("purchase", new byte[1_024]).getCode())
                .isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(counter.asked).isEmpty();
    }

    @Test
    @DisplayName("W-01 over the bound a standing session is told when to come again")
    void a_full_gate_says_so() throws Exception {
        reopen(1, GateSettings.SOURCE_BURST);
        CompletableFuture<Boolean> release = new CompletableFuture<>();
        Till first = till(KEY);
        first.patience = Duration.ofSeconds(20);
        Till second = till(SERIAL, KEY);
        keys.with(new SerialNo("OC-000124"), KEY);
        Till other = till(new SerialNo("OC-000124"), KEY);
        assertThat(other.ask(Till.purchase(1, 100))).isInstanceOf(PurchaseAnswer.class);
        counter.pace = answer -> release.thenCombine(answer, (_, yes) -> yes);
        CompletableFuture<Answer> waiting =
                CompletableFuture.supplyAsync(() -> askQuietly(first, 1));
        await().until(() -> gate.counts().inside() == 1);
        Answer busy = other.ask(Till.purchase(2, 100));
        assertThat(busy).isEqualTo(new Failure.Busy(Duration.ofSeconds(1)));
        assertSilence(second);
        assertThat(gate.counts().droppedFull()).isPositive();
        release.complete(true);
        assertThat(waiting.get(20, TimeUnit.SECONDS)).isInstanceOf(PurchaseAnswer.class);
        await().until(() -> gate.counts().inside() == 0);
    }

    @Test
    @DisplayName("W-01 a slow commit is announced at 150 ms; the till does not ask in vain")
    void a_slow_answer_comes_separately() throws Exception {
        counter.pace =
                answer ->
                        answer.thenApplyAsync(
                                yes -> yes,
                                CompletableFuture.delayedExecutor(1_500, TimeUnit.MILLISECONDS));
        Till till = till(KEY);
        CoapResponse response =
                till.ask("purchase", onecard.wire.Codec.encode(Till.purchase(1, 100)));
        assertThat(response.getCode()).isEqualTo(ResponseCode.CHANGED);
        assertThat(response.advanced().getType())
                .isEqualTo(org.eclipse.californium.core.coap.CoAP.Type.CON);
        assertThat(counter.asked).hasSize(1);
    }

    @Test
    @DisplayName("W-01 a door that breaks is answered 5.00: no decision, ask again")
    void a_broken_door_is_no_decision() throws Exception {
        counter.pace = _ -> CompletableFuture.failedFuture(new IllegalStateException("planted"));
        assertThat(till(KEY).ask(Till.purchase(1, 100))).isEqualTo(new Failure.Unavailable());
        counter.pace =
                _ -> {
                    throw new IllegalStateException("planted");
                };
        assertThat(till(KEY).ask(Till.purchase(2, 100))).isEqualTo(new Failure.Unavailable());
        await().until(() -> gate.counts().inside() == 0);
    }

    @Test
    @DisplayName("M-210 a taken port is told in one sentence with the way out")
    void a_taken_port_is_told() {
        Gate second = gate(address().getPort(), GateSettings.INSIDE_MAX, GateSettings.SOURCE_BURST);
        assertThatThrownBy(second::open)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("UDP 127.0.0.1:" + address().getPort())
                .hasMessageContaining("--port-8002");
        assertThat(second.state()).isInstanceOf(GateState.Failed.class);
    }

    @Test
    @DisplayName("M-206 a gate can be closed and opened again")
    void a_gate_opens_again() throws Exception {
        gate.close();
        assertThat(gate.state()).isEqualTo(new GateState.Closed());
        gate.close();
        gate.open();
        gate.open();
        assertThat(till(KEY).ask(Till.purchase(1, 100))).isInstanceOf(PurchaseAnswer.class);
    }
}
