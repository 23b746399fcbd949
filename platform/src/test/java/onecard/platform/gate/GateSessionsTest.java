package onecard.platform.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import onecard.wire.Answer;
import onecard.wire.Failure;
import onecard.wire.PurchaseAnswer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GateSessionsTest extends GateScene {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    @DisplayName("W-01 while two keys are good a till comes in with either, at the second try")
    void both_keys_open_during_a_rotation() throws Exception {
        keys.with(SERIAL, NEW_KEY, KEY);
        try (Till old = till(KEY)) {
            assertSilence(old);
            assertThat(afterSilence(old, 1)).isInstanceOf(PurchaseAnswer.class);
        }
        assertThat(keys.opened).containsExactly(1);
        try (Till again = till(KEY)) {
            assertThat(again.ask(Till.purchase(2, 100)))
                    .as("the key that worked last is offered first")
                    .isInstanceOf(PurchaseAnswer.class);
        }
        try (Till renewed = till(NEW_KEY)) {
            assertSilence(renewed);
            assertThat(afterSilence(renewed, 3)).isInstanceOf(PurchaseAnswer.class);
        }
        assertThat(keys.opened).containsExactly(1, 1, 2);
    }

    /// Where the machine is slow, the handshake that failed ends only now and takes the next
    /// questions with it; a till asks again then.
    private static Answer afterSilence(Till till, long seq) {
        return await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> till.ask(Till.purchase(seq, 100)), Objects::nonNull);
    }

    @Test
    @DisplayName("W-01 a revoked key closes the session at once and opens no other")
    void a_revoked_key_closes_the_session() throws Exception {
        Till till = till(KEY);
        assertThat(till.ask(Till.purchase(1, 100))).isInstanceOf(PurchaseAnswer.class);
        keys.revoke(SERIAL);
        gate.shutOut();
        int before = counter.asked.size();
        till.patience = Duration.ofSeconds(2);
        assertThat(till.ask("purchase", new byte[0])).isNull();
        assertSilence(till(KEY));
        assertThat(counter.asked).hasSize(before);
    }

    @Test
    @DisplayName("W-01 a session whose key is gone is answered 4.01 even before it is closed")
    void a_session_without_a_key_is_unauthorized() throws Exception {
        Till till = till(KEY);
        assertThat(till.ask(Till.purchase(1, 100))).isInstanceOf(PurchaseAnswer.class);
        keys.with(SERIAL, NEW_KEY, KEY);
        keys.retireOld(SERIAL);
        assertThat(till.ask(Till.purchase(2, 100))).isEqualTo(new Failure.Unauthorized());
        assertThat(counter.asked).hasSize(1);
    }

    @Test
    @DisplayName("W-01 sessions outlive an orderly stop; the file is sealed and used once")
    void sessions_outlive_an_orderly_stop() throws Exception {
        Till till = till(KEY);
        assertThat(till.ask(Till.purchase(1, 100))).isInstanceOf(PurchaseAnswer.class);
        int port = address().getPort();
        gate.close();
        Path file = folder.resolve("sessions-8002");
        assertThat(file).exists();
        assertThat(
                        new String(
                                Files.readAllBytes(file),
                                java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(SERIAL.value());
        gate = gate(port, GateSettings.INSIDE_MAX, GateSettings.SOURCE_BURST);
        gate.open();
        assertThat(file).doesNotExist();
        assertThat(till.ask(Till.purchase(2, 100))).isInstanceOf(PurchaseAnswer.class);
        assertThat(gate.counts().handshakes()).as("no new handshake").isZero();
    }

    @Test
    @DisplayName("W-01 old, foreign and damaged session files are not used")
    void bad_session_files_are_refused() throws Exception {
        Till till = till(KEY);
        assertThat(till.ask(Till.purchase(1, 100))).isInstanceOf(PurchaseAnswer.class);
        gate.close();
        Path file = folder.resolve("sessions-8002");
        byte[] saved = Files.readAllBytes(file);
        now = now.plus(Duration.ofMinutes(16));
        assertThatSessionsAreLost("too old");
        now = now.minus(Duration.ofMinutes(17));
        Files.write(file, saved);
        assertThatSessionsAreLost("from the future");
        now = now.plus(Duration.ofMinutes(1));
        saved[saved.length - 1] ^= 1;
        Files.write(file, saved);
        assertThatSessionsAreLost("damaged");
    }

    private void assertThatSessionsAreLost(String why) {
        gate = gate(0, GateSettings.INSIDE_MAX, GateSettings.SOURCE_BURST);
        gate.open();
        assertThat(folder.resolve("sessions-8002")).as(why).doesNotExist();
        gate.close();
    }
}
