package onecard.platform.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import onecard.vocabulary.SerialNo;
import onecard.wire.Answer;
import org.eclipse.californium.elements.exception.ConnectorException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A gate that is open on loopback, tills before it and a cashier behind it.
abstract class GateScene {
    static final SerialNo SERIAL = new SerialNo("OC-000123");
    static final String KEY = "kJ8sd7fGh2kL0pQw3eRt5yUi9oPa1sDf";
    static final String NEW_KEY = "zX2cV5bN8mQ1wE4rT7yU0iO3pA6sD9fG";

    @TempDir Path folder;

    final Keys keys = new Keys().with(SERIAL, KEY);
    final Counter counter = new Counter();
    final SealedBox box = new SealedBox();
    final List<AutoCloseable> open = new ArrayList<>();
    Instant now = Instant.parse("2026-11-18T04:00:00Z");
    Gate gate;

    @BeforeEach
    void openGate() {
        gate = gate(0, GateSettings.INSIDE_MAX, GateSettings.SOURCE_BURST);
        gate.open();
    }

    @AfterEach
    void closeAll() throws Exception {
        gate.close();
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    Gate gate(int port, int insideMax, int sourceBurst) {
        InstantSource clock = () -> now;
        return new CoapGate(
                new GateSettings(
                        "8002",
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                        "--port-8002",
                        insideMax,
                        1_024,
                        1,
                        sourceBurst,
                        folder.resolve("sessions-8002")),
                counter,
                keys,
                box,
                clock,
                4711,
                Doorkeeper.NOBODY);
    }

    void reopen(int insideMax, int sourceBurst) {
        gate.close();
        gate = gate(0, insideMax, sourceBurst);
        gate.open();
    }

    InetSocketAddress address() {
        return new InetSocketAddress(
                InetAddress.getLoopbackAddress(), ((GateState.Open) gate.state()).port());
    }

    Till till(String key) {
        return till(SERIAL, key);
    }

    Till till(SerialNo serial, String key) {
        Till till = new Till(serial, key, address());
        open.add(till);
        return till;
    }

    static void assertSilence(Till till) {
        till.patience = Duration.ofSeconds(2);
        try {
            assertThat(till.ask("purchase", new byte[0])).isNull();
        } catch (ConnectorException | IOException _) {
            // The till found out by itself that nobody shakes hands.
        }
    }

    static Answer askQuietly(Till till, long seq) {
        try {
            return till.ask(Till.purchase(seq, 100));
        } catch (ConnectorException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
