package onecard.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class LossyProxyTest {
    private static final int SENT = 2_000;
    private static final InetSocketAddress ANY =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final List<Integer> arrived = new ArrayList<>();

    private void listen(DatagramSocket socket) {
        Thread.ofVirtual()
                .start(() -> {
                    byte[] bytes = new byte[16];
                    DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
                    while (true) {
                        try {
                            socket.receive(packet);
                        } catch (IOException _) {
                            return;
                        }
                        synchronized (arrived) {
                            arrived.add(ByteBuffer.wrap(bytes).getInt());
                        }
                    }
                });
    }

    @Test
    void it_loses_doubles_and_reorders_about_as_often_as_it_is_told() throws Exception {
        try (DatagramSocket platform = new DatagramSocket(ANY);
                LossyProxy proxy =
                        new LossyProxy(
                                ANY,
                                (InetSocketAddress) platform.getLocalSocketAddress(),
                                new LossyProxy.Faults(20, 10, 10, 10, Duration.ofMillis(50)),
                                1);
                DatagramSocket terminal = new DatagramSocket(ANY)) {
            platform.setReceiveBufferSize(1 << 20);
            listen(platform);
            send(terminal, proxy.address());
            Awaitility.await()
                    .atMost(60, TimeUnit.SECONDS)
                    .until(() -> {
                        LossyProxy.Counts counts = proxy.counts();
                        return counts.passed() + counts.lost() - counts.doubled() == SENT
                                && size() == counts.passed();
                    });
            assertThat(proxy.counts().lost()).isCloseTo(SENT / 5, within(SENT / 25L));
            assertThat(proxy.counts().doubled()).isCloseTo(SENT * 8 / 100, within(SENT / 25L));
            Map<Integer, Integer> copies = new HashMap<>();
            arrived.forEach(number -> copies.merge(number, 1, Integer::sum));
            assertThat(copies.size()).isEqualTo((int) (SENT - proxy.counts().lost()));
            assertThat(arrived).as("some were overtaken").isNotEqualTo(sorted(arrived));
        }
    }

    private void send(DatagramSocket terminal, InetSocketAddress to) throws IOException {
        for (int number = 0; number < SENT; number++) {
            byte[] bytes = ByteBuffer.allocate(4).putInt(number).array();
            terminal.send(new DatagramPacket(bytes, bytes.length, to));
            if (number % 50 == 49) {
                int least = number / 2;
                Awaitility.await().pollInterval(Duration.ofMillis(1)).until(() -> size() >= least);
            }
        }
    }

    private int size() {
        synchronized (arrived) {
            return arrived.size();
        }
    }

    private static List<Integer> sorted(List<Integer> numbers) {
        return numbers.stream().sorted().toList();
    }
}
