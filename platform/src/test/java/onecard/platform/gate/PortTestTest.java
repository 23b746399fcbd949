package onecard.platform.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PortTestTest extends GateScene {
    private final InetAddress everywhere = address("0.0.0.0");
    private final InetAddress here = InetAddress.getLoopbackAddress();

    private static InetAddress address(String text) {
        return InetAddress.ofLiteral(text);
    }

    private int port() {
        return address().getPort();
    }

    @Test
    @DisplayName("M-210 what answers at loopback and not by the network is behind a firewall")
    void a_firewall_is_named() throws Exception {
        InetAddress network = address("127.0.0.2");
        try (var dropping = new DatagramSocket(port(), network)) {
            PortTest.Result result = PortTest.of(everywhere, port(), List.of(network), false);
            assertThat(result.verdict()).isEqualTo(PortTest.Verdict.FIREWALL);
            assertThat(result.knocks())
                    .extracting(PortTest.Knock::answered)
                    .containsExactly(true, false);
            dropping.receive(new DatagramPacket(new byte[64], 64));
        }
    }

    @Test
    @DisplayName("M-210 what answers by the network is good once another machine was heard")
    void what_answers_is_good() {
        assertThat(PortTest.of(everywhere, port(), List.of(here), true).verdict())
                .isEqualTo(PortTest.Verdict.GOOD);
        assertThat(PortTest.of(everywhere, port(), List.of(here), false).verdict())
                .isEqualTo(PortTest.Verdict.NOBODY_CAME);
        assertThat(PortTest.of(here, port(), List.of(), false).verdict())
                .isEqualTo(PortTest.Verdict.LOOPBACK_ONLY);
    }

    @Test
    @DisplayName("M-210 a port that swallows the hello does not answer")
    void silence_is_no_answer() throws Exception {
        try (var silent = new DatagramSocket(0, here)) {
            assertThat(
                            PortTest.of(everywhere, silent.getLocalPort(), List.of(here), true)
                                    .verdict())
                    .isEqualTo(PortTest.Verdict.NO_ANSWER);
        }
    }

    @Test
    @DisplayName("M-095 the hello opens nothing: no session, no stranger")
    void a_test_leaves_nothing() {
        assertThat(PortTest.of(here, port(), List.of(), false).knocks().getFirst().answered())
                .isTrue();
        assertThat(gate.counts().handshakes()).isZero();
        assertThat(gate.counts().strangers()).isZero();
        assertThat(gate.counts().fromOutside()).isZero();
    }
}
