package onecard.platform.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import onecard.vocabulary.SerialNo;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.elements.AddressEndpointContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Long answers in blocks, and who can be hinted.
class TransfersTest {
    private static final Instant NOW = Instant.parse("2026-11-18T04:00:00Z");
    private static final SerialNo ONE = new SerialNo("OC-0001");
    private static final SerialNo TWO = new SerialNo("OC-0002");
    private static final String LIST = "lists/allow?since=0";

    private static Porch.Outgoing body(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31 + (i >> 8));
        }
        return new Porch.Outgoing(69, bytes, true, Optional.empty(), new byte[] {1, 2, 3});
    }

    private static Request block(int exponent, int number) {
        Request request = new Request(CoAP.Code.GET);
        request.getOptions().setBlock2(exponent, false, number);
        return request;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 17, 1_023, 1_024, 1_025, 5_000})
    @DisplayName("the blocks of any size put together are the body")
    void the_blocks_put_together_are_the_body(int length) {
        for (int exponent = 0; exponent <= 6; exponent++) {
            var whole = body(length);
            var together = new ByteArrayOutputStream();
            int number = 0;
            Blocks.Block got;
            do {
                got = Blocks.of(block(exponent, number), whole);
                Response response = got.response();
                together.writeBytes(response.getPayload());
                assertThat(response.getOptions().getBlock2().getNum()).isEqualTo(number);
                assertThat(response.getOptions().getBlock2().isM()).isEqualTo(got.more());
                assertThat(response.getOptions().getETags()).containsExactly(whole.tag());
                number++;
            } while (got.more());
            assertThat(together.toByteArray()).isEqualTo(whole.body());
            assertThat(Blocks.of(block(exponent, number), whole).response().getCode())
                    .as("a block that is not there")
                    .isEqualTo(CoAP.ResponseCode.BAD_OPTION);
        }
    }

    @Test
    @DisplayName("who asks for no block gets the first, and a short body whole")
    void who_asks_for_no_block() {
        var first = Blocks.of(new Request(CoAP.Code.GET), body(2_000));
        assertThat(first.more()).isTrue();
        assertThat(first.response().getPayload()).hasSize(1_024);
        assertThat(first.response().getOptions().getSize2()).isEqualTo(2_000);
        var whole = Blocks.of(new Request(CoAP.Code.GET), body(1_024));
        assertThat(whole.more()).isFalse();
        assertThat(whole.response().getOptions().hasBlock2()).isFalse();
    }

    @Test
    @DisplayName("a terminal goes on with the body it began, another with its own")
    void a_terminal_goes_on_with_the_body_it_began() {
        var transfers = new Transfers();
        var old = body(3_000);
        var fresh = body(4_000);
        transfers.begin(ONE, LIST, old, NOW);
        transfers.begin(TWO, LIST, fresh, NOW);
        Instant later = NOW.plus(Transfers.PAUSE.minusSeconds(1));
        assertThat(transfers.goOn(ONE, LIST, later)).containsSame(old);
        assertThat(transfers.goOn(TWO, LIST, later)).containsSame(fresh);
        assertThat(transfers.goOn(ONE, "lists/block?since=0", later)).isEmpty();
        assertThat(transfers.goOn(ONE, LIST, later.plus(Transfers.PAUSE).plusMillis(1))).isEmpty();
        transfers.end(TWO, LIST);
        assertThat(transfers.goOn(TWO, LIST, later)).isEmpty();
    }

    @Test
    @DisplayName("transfers under way are bounded, and those that paused are forgotten")
    void transfers_are_bounded() {
        var transfers = new Transfers();
        for (int i = 0; i < Transfers.UNDER_WAY_MAX + 10; i++) {
            transfers.begin(new SerialNo("OC-%05d".formatted(i)), LIST, body(2_000), NOW);
        }
        assertThat(transfers.underWay()).isEqualTo(Transfers.UNDER_WAY_MAX);
        transfers.begin(ONE, LIST, body(2_000), NOW.plus(Transfers.PAUSE).plusSeconds(1));
        assertThat(transfers.underWay()).isEqualTo(1);
    }

    @Test
    @DisplayName("only who was heard lately and hears is hinted")
    void only_who_was_heard_lately_is_hinted() {
        var reached = new Reached();
        var session =
                new AddressEndpointContext(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 5_684));
        reached.heard(ONE, session, NOW);
        reached.heard(TWO, session, NOW.plusSeconds(60));
        assertThat(reached.reachable(NOW.plusSeconds(80), ONE::equals))
                .extracting(Reached.Peer::terminal)
                .containsExactly(ONE);
        var both = reached.reachable(NOW.plusSeconds(80), _ -> true);
        assertThat(both).hasSize(2);
        both.stream().filter(peer -> peer.terminal().equals(TWO)).forEach(reached::deaf);
        assertThat(reached.reachable(NOW.plusSeconds(80), _ -> true)).hasSize(1);
        assertThat(reached.reachable(NOW.plus(Duration.ofSeconds(91)), _ -> true)).isEmpty();
        reached.heard(TWO, session, NOW.plusSeconds(100));
        assertThat(reached.reachable(NOW.plusSeconds(101), _ -> true)).hasSize(1);
    }
}
