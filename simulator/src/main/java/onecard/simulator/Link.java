package onecard.simulator;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import onecard.wire.Request;

/// A terminal's session to one port of the platform. One request is open at a time. An
/// implementation shakes hands by itself, and anew after two silent requests.
public interface Link extends AutoCloseable {
    /// Asks, repeats the message as CoAP does, and waits for this long at most.
    Reply ask(Request request, Duration patience);

    /// Makes a waiting [#ask] end at once, silently.
    void interrupt();

    /// Returns the addresses that are tried, in their order; none where there is no network.
    default List<InetSocketAddress> addresses() {
        return List.of();
    }

    /// Returns a session of the same terminal to another address; empty where there is no network.
    default Optional<Link> elsewhere(InetSocketAddress address) {
        return Optional.empty();
    }

    @Override
    void close();
}
