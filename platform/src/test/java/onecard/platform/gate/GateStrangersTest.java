package onecard.platform.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.util.Random;
import onecard.vocabulary.SerialNo;
import onecard.wire.PurchaseAnswer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GateStrangersTest extends GateScene {
    @Test
    @DisplayName("D-51 an unknown serial number gets silence, and is noted as knocking")
    void an_unknown_identity_gets_silence() {
        assertSilence(till(new SerialNo("STRANGER-1"), KEY));
        assertThat(keys.knocked).contains("STRANGER-1 127.0.0.1");
        assertThat(counter.asked).isEmpty();
        assertThat(gate.counts().strangers()).isPositive();
        assertThat(gate.counts().handshakes()).isZero();
    }

    @Test
    @DisplayName("M-042 a wrong key gets silence, the same as an unknown name")
    void a_wrong_key_gets_silence() {
        assertSilence(till(NEW_KEY));
        assertThat(counter.asked).isEmpty();
        assertThat(keys.knocked).isEmpty();
        assertThat(gate.counts().handshakes()).isZero();
    }

    @Test
    @DisplayName("W-01 garbage costs nothing: a till is served while it rains noise")
    void garbage_is_dropped() throws Exception {
        Till till = till(KEY);
        assertThat(till.ask(Till.purchase(1, 100))).isInstanceOf(PurchaseAnswer.class);
        Random random = new Random(1);
        try (DatagramSocket noise = new DatagramSocket()) {
            rain(2_000, noise, random);
            assertThat(till.ask(Till.purchase(2, 100))).isInstanceOf(PurchaseAnswer.class);
            // Where the machine is busy its kernel drops most of the noise before the gate can.
            await().until(() -> {
                rain(50, noise, random);
                return gate.counts().droppedNoise() > 1_000;
            });
        }
        assertThat(gate.counts().handshakes()).isEqualTo(1);
        assertThat(counter.asked).hasSize(2);
    }

    private void rain(int drops, DatagramSocket noise, Random random) throws IOException {
        for (int n = 0; n < drops; n++) {
            byte[] bytes = new byte[1 + random.nextInt(2_000)];
            random.nextBytes(bytes);
            noise.send(new DatagramPacket(bytes, bytes.length, address()));
        }
    }

    @Test
    @DisplayName("W-01 one source that floods hellos is slowed, sessions that stand are not")
    void a_flood_of_hellos_is_slowed() throws Exception {
        reopen(GateSettings.INSIDE_MAX, 20);
        Till till = till(KEY);
        assertThat(till.ask(Till.purchase(1, 100))).isInstanceOf(PurchaseAnswer.class);
        byte[] hello = new byte[60];
        hello[0] = 22;
        hello[1] = (byte) 0xFE;
        hello[2] = (byte) 0xFD;
        hello[12] = 47;
        hello[13] = 1;
        try (DatagramSocket flood = new DatagramSocket()) {
            await().until(() -> {
                for (int n = 0; n < 500; n++) {
                    flood.send(new DatagramPacket(hello, hello.length, address()));
                }
                return gate.counts().droppedRate() > 400;
            });
        }
        assertThat(till.ask(Till.purchase(2, 100))).isInstanceOf(PurchaseAnswer.class);
    }
}
