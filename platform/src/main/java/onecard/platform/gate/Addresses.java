package onecard.platform.gate;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes addresses as people read them, without asking a name server.
final class Addresses {
    private Addresses() {}

    /// Returns the addresses of this machine in its networks, without loopback.
    static List<InetAddress> own() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(each -> !each.isLoopbackAddress() && !each.isLinkLocalAddress())
                    .toList();
        } catch (SocketException _) {
            return List.of();
        }
    }

    static String text(@Nullable InetSocketAddress address) {
        if (address == null) {
            return "";
        }
        InetAddress host = address.getAddress();
        String name = host == null ? address.getHostString() : host.getHostAddress();
        return name.contains(":")
                ? "[%s]:%d".formatted(name, address.getPort())
                : "%s:%d".formatted(name, address.getPort());
    }
}
