package onecard.platform.gate;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Knocks at a port of ours the way a terminal does (端口自检): with the hello of a handshake, which
/// every gate answers before it knows who asks. Where it answers at loopback and not by the address
/// of the network, something between drops what comes: the firewall.
final class PortTest {
    /// How long one address may take to answer.
    static final Duration WAIT = Duration.ofSeconds(1);

    private static final int TRIES = 2;
    private static final int HELLO_BODY_BYTES = 42;
    private static final int HEADERS_BYTES = 25;
    private static final int RANDOM_BYTES = 32;
    private static final int ANSWER_BYTES_MAX = 1_500;

    private PortTest() {}

    /// What was found.
    enum Verdict {
        /// It answers here and by the network, and other machines were heard.
        GOOD,
        /// It answers here and by the network, and no other machine was heard yet.
        NOBODY_CAME,
        /// It answers at loopback, and not by the network.
        FIREWALL,
        /// It listens for this machine alone.
        LOOPBACK_ONLY,
        /// It is open, and does not even answer at loopback.
        NO_ANSWER,
        /// It is not open.
        NOT_RUNNING
    }

    /// An address, and whether it answered.
    record Knock(String address, boolean answered) {}

    record Result(Verdict verdict, List<Knock> knocks) {}

    /// Tests a gate.
    ///
    /// @param bind where it listens
    /// @param port the port it really has
    /// @param own this machine's addresses in its networks
    /// @param heard whether other machines were heard
    static Result of(InetAddress bind, int port, List<InetAddress> own, boolean heard) {
        InetAddress near = bind.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bind;
        Knock inside = knock(near, port);
        List<Knock> outside =
                bind.isAnyLocalAddress()
                        ? own.parallelStream().map(each -> knock(each, port)).toList()
                        : List.of();
        var all = new ArrayList<Knock>();
        all.add(inside);
        all.addAll(outside);
        return new Result(verdict(bind, inside, outside, heard), List.copyOf(all));
    }

    private static Verdict verdict(
            InetAddress bind, Knock inside, List<Knock> outside, boolean heard) {
        if (!inside.answered()) {
            return Verdict.NO_ANSWER;
        }
        if (bind.isLoopbackAddress()) {
            return Verdict.LOOPBACK_ONLY;
        }
        if (!outside.isEmpty() && outside.stream().noneMatch(Knock::answered)) {
            return Verdict.FIREWALL;
        }
        return heard ? Verdict.GOOD : Verdict.NOBODY_CAME;
    }

    private static Knock knock(InetAddress address, int port) {
        var to = new InetSocketAddress(address, port);
        return new Knock(Addresses.text(to), answers(to));
    }

    private static boolean answers(InetSocketAddress to) {
        byte[] hello = hello();
        try (var socket = new DatagramSocket()) {
            socket.setSoTimeout((int) WAIT.toMillis() / TRIES);
            for (int each = 0; each < TRIES; each++) {
                socket.send(new DatagramPacket(hello, hello.length, to));
                try {
                    var answer = new DatagramPacket(new byte[ANSWER_BYTES_MAX], ANSWER_BYTES_MAX);
                    socket.receive(answer);
                    return true;
                } catch (SocketTimeoutException _) {
                    // The next try, or silence.
                }
            }
            return false;
        } catch (IOException _) {
            return false;
        }
    }

    /// The first hello of DTLS 1.2 (RFC 6347, 4.2.1), without a cookie, offering one cipher suite:
    /// TLS_PSK_WITH_AES_128_CCM_8.
    private static byte[] hello() {
        return ByteBuffer.allocate(HEADERS_BYTES + HELLO_BODY_BYTES)
                .put((byte) 22)
                .putShort((short) 0xFEFD)
                .putLong(0)
                .putShort((short) (HELLO_BODY_BYTES + 12))
                .putInt(1 << 24 | HELLO_BODY_BYTES)
                .putShort((short) 0)
                .put((byte) 0)
                .putShort((short) 0)
                .put((byte) 0)
                .putShort((short) HELLO_BODY_BYTES)
                .putShort((short) 0xFEFD)
                .put(new byte[RANDOM_BYTES])
                .putShort((short) 0)
                .putShort((short) 2)
                .putShort((short) 0xC0A8)
                .putShort((short) 0x0100)
                .array();
    }
}
