package onecard.platform.gate;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Optional;

/// Why a port cannot be listened at.
public enum PortTrouble {
    /// Another program has it.
    TAKEN,
    /// The system does not let this program have it: ports below 1024 need a right of their own.
    NOT_ALLOWED,
    /// The address is not one of this machine's.
    NOT_OURS,
    /// Something else, told in the log.
    OTHER;

    static PortTrouble of(IOException e) {
        String said = e.getMessage() == null ? "" : e.getMessage();
        if (!(e instanceof BindException)) {
            return OTHER;
        }
        if (said.contains("ermission")) {
            return NOT_ALLOWED;
        }
        return said.contains("assign") ? NOT_OURS : TAKEN;
    }

    /// Tries to have a port for a moment; empty if it can be had.
    static Optional<PortTrouble> at(InetSocketAddress address) {
        try (var tried = new DatagramSocket(null)) {
            tried.setReuseAddress(false);
            tried.bind(address);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(of(e));
        }
    }
}
