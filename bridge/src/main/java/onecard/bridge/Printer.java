package onecard.bridge;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where receipts are printed.
sealed interface Printer {
    /// How long a printer in the network may take to answer the call.
    Duration CONNECT_MAX = Duration.ofSeconds(2);

    /// The port that receipt printers listen on unless they say otherwise.
    int USUAL_PORT = 9_100;

    /// A printer in the network, spoken to over TCP.
    record Network(String host, int port) implements Printer {}

    /// A device file, such as `/dev/usb/lp0`.
    record Device(Path file) implements Printer {}

    /// How it ended.
    sealed interface Ending {
        /// The printer has taken all of it.
        record Printed() implements Ending {}

        /// It could not be reached; nothing is on paper, so it may be tried again.
        record NotReached(String why) implements Ending {}

        /// It broke off in the midst; part of it may be on paper, so a person decides.
        record BrokeOff(String why) implements Ending {}
    }

    /// Reads an address: `tcp:HOST`, `tcp:HOST:PORT` or `file:PATH`.
    ///
    /// @throws IllegalArgumentException with a sentence for the person, if it is none
    static Printer at(String address) {
        Matcher tcp = Pattern.compile("tcp:([^:\\s]+)(?::(\\d{1,5}))?").matcher(address);
        if (tcp.matches()) {
            int port = tcp.group(2) == null ? USUAL_PORT : Integer.parseInt(tcp.group(2));
            if (port >= 1 && port <= 65_535) {
                return new Network(tcp.group(1), port);
            }
        }
        if (address.startsWith("file:") && address.length() > "file:".length()) {
            return new Device(Path.of(address.substring("file:".length())));
        }
        throw new IllegalArgumentException(
                "A printer is tcp:HOST, tcp:HOST:PORT or file:PATH, not \"" + address + "\"");
    }

    /// Prints; takes as long as the printer takes.
    default Ending print(Receipt receipt) {
        return switch (this) {
            case Network(String host, int port) -> overNetwork(host, port, receipt);
            case Device(Path file) -> intoDevice(file, receipt);
        };
    }

    private static Ending overNetwork(String host, int port, Receipt receipt) {
        try (Socket socket = new Socket()) {
            try {
                socket.connect(
                        new InetSocketAddress(host, port), Math.toIntExact(CONNECT_MAX.toMillis()));
            } catch (IOException e) {
                return new Ending.NotReached(String.valueOf(e.getMessage()));
            }
            OutputStream out = socket.getOutputStream();
            receipt.writeTo(out);
            socket.shutdownOutput();
            return new Ending.Printed();
        } catch (IOException e) {
            return new Ending.BrokeOff(String.valueOf(e.getMessage()));
        }
    }

    private static Ending intoDevice(Path file, Receipt receipt) {
        if (!Files.isWritable(file)) {
            return new Ending.NotReached(file + " is not there or may not be written");
        }
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
            receipt.writeTo(out);
            return new Ending.Printed();
        } catch (IOException e) {
            return new Ending.BrokeOff(String.valueOf(e.getMessage()));
        }
    }
}
