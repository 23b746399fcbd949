package onecard.platform.faces;

import java.net.InetAddress;

/// Addresses that people type: numbers only, no name is looked up.
final class SourceAddress {
    private SourceAddress() {}

    static boolean exists(String said) {
        try {
            var _ = InetAddress.ofLiteral(said);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
