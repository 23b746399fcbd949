package onecard.platform.receipts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A receipt printer on this machine: what was sent to it, receipt by receipt.
final class LoopbackPrinter implements AutoCloseable {
    private final ServerSocket socket;
    private final BlockingQueue<byte[]> paper = new LinkedBlockingQueue<>();

    LoopbackPrinter() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (var line = socket.accept()) {
                paper.add(line.getInputStream().readAllBytes());
            } catch (IOException _) {
                // Switched off.
            }
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /// What it printed next; null if nothing came.
    byte @Nullable [] next() throws InterruptedException {
        return paper.poll(20, TimeUnit.SECONDS);
    }

    /// Whether more was sent to it than was looked at.
    boolean hasMore() {
        return !paper.isEmpty();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
