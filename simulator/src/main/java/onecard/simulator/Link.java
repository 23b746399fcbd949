package onecard.simulator;

import java.time.Duration;
import onecard.wire.Request;

/// A terminal's session to one port of the platform. One request is open at a time. An
/// implementation shakes hands by itself, and anew after two silent requests.
public interface Link extends AutoCloseable {
    /// Asks, repeats the message as CoAP does, and waits for this long at most.
    Reply ask(Request request, Duration patience);

    /// Makes a waiting [#ask] end at once, silently.
    void interrupt();

    @Override
    void close();
}
