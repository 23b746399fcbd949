package onecard.platform.receipts;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Speaks to one printer in the network: connects, writes, closes, each within its limit.
///
/// @param watch closes the line to a printer that takes no more, because it is out of paper
record NetworkPrinter(InetSocketAddress address, ScheduledExecutorService watch) {
    /// How long a printer may take to answer the call.
    static final Duration CONNECT_MAX = Duration.ofSeconds(2);

    /// How long it may take to take a receipt.
    static final Duration WRITE_MAX = Duration.ofSeconds(10);

    /// Prints; empty if the printer took all of it.
    Optional<PrintTrouble> print(byte[] bytes) {
        try (Socket socket = new Socket()) {
            try {
                socket.connect(address, Math.toIntExact(CONNECT_MAX.toMillis()));
            } catch (IOException _) {
                return Optional.of(PrintTrouble.NOT_REACHED);
            }
            var end =
                    watch.schedule(
                            () -> close(socket), WRITE_MAX.toMillis(), TimeUnit.MILLISECONDS);
            try {
                socket.getOutputStream().write(bytes);
                socket.shutdownOutput();
            } finally {
                end.cancel(false);
            }
            return Optional.empty();
        } catch (IOException _) {
            return Optional.of(PrintTrouble.BROKE_OFF);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // The writer learns of it all the same.
        }
    }
}
