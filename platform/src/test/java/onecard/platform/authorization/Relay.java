package onecard.platform.authorization;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// Stands between a client and a gate, hands every datagram on, and keeps those of the client.
final class Relay implements AutoCloseable {
    private static final int DATAGRAM_BYTES = 65_535;

    private final DatagramSocket front;
    private final DatagramSocket back;
    private final SocketAddress gate;
    private final List<byte[]> sent = new CopyOnWriteArrayList<>();
    private volatile @Nullable SocketAddress client;

    Relay(int gatePort) throws IOException {
        front = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        back = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        gate = new InetSocketAddress(InetAddress.getLoopbackAddress(), gatePort);
        Thread.ofVirtual().start(this::inwards);
        Thread.ofVirtual().start(this::outwards);
    }

    int port() {
        return front.getLocalPort();
    }

    int recorded() {
        return sent.size();
    }

    /// Sends everything again that the client ever sent, from the same address.
    void replay() throws IOException {
        for (byte[] datagram : sent) {
            back.send(new DatagramPacket(datagram, datagram.length, gate));
        }
    }

    private void inwards() {
        try {
            while (!front.isClosed()) {
                DatagramPacket packet = receive(front);
                client = packet.getSocketAddress();
                byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
                sent.add(bytes);
                back.send(new DatagramPacket(bytes, bytes.length, gate));
            }
        } catch (IOException _) {
            // Closed.
        }
    }

    private void outwards() {
        try {
            while (!back.isClosed()) {
                DatagramPacket packet = receive(back);
                SocketAddress to = client;
                if (to != null) {
                    front.send(new DatagramPacket(packet.getData(), packet.getLength(), to));
                }
            }
        } catch (IOException _) {
            // Closed.
        }
    }

    private static DatagramPacket receive(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[DATAGRAM_BYTES], DATAGRAM_BYTES);
        socket.receive(packet);
        return packet;
    }

    @Override
    public void close() {
        front.close();
        back.close();
    }
}
