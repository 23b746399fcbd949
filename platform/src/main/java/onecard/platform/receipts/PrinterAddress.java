package onecard.platform.receipts;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/// Where a receipt printer listens: a number, not a name, so that no name server decides whom the
/// platform speaks to; and only inside the house, so that it cannot be sent elsewhere.
///
/// @param host an IPv4 or IPv6 address as written
/// @param port 1024 to 65535: below are services that are no printers
record PrinterAddress(String host, int port) {
    static final int PORT_MIN = 1_024;
    static final int PORT_MAX = 65_535;

    private static final int UNIQUE_LOCAL = 0xFC;
    private static final int UNIQUE_LOCAL_MASK = 0xFE;

    /// Returns the address if it can be a printer's.
    ///
    /// @param alsoLoopback whether this machine itself may be spoken to
    Optional<InetSocketAddress> reachable(boolean alsoLoopback) {
        if (port < PORT_MIN || port > PORT_MAX) {
            return Optional.empty();
        }
        return literal(host)
                .filter(address ->
                        isInside(address) || (alsoLoopback && address.isLoopbackAddress()))
                .map(address -> new InetSocketAddress(address, port));
    }

    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Private addresses: 10/8, 172.16/12, 192.168/16, fc00::/7. Not link-local ones, where clouds
    /// keep their secrets.
    private static boolean isInside(InetAddress address) {
        if (address instanceof Inet6Address) {
            return (address.getAddress()[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
        }
        return address.isSiteLocalAddress();
    }
}
