package onecard.platform.gate;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/// Writes addresses as people read them, without asking a name server.
final class Addresses {
    private Addresses() {}

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
