package onecard.bridge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A receipt printer that keeps what it was sent.
final class LoopbackPrinter implements AutoCloseable {
    final BlockingQueue<byte[]> printed = new LinkedBlockingQueue<>();
    private final ServerSocket socket;

    LoopbackPrinter() throws IOException {
        socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    String address() {
        return "tcp:127.0.0.1:" + socket.getLocalPort();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (Socket job = socket.accept()) {
                printed.add(job.getInputStream().readAllBytes());
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
