package onecard.platform.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import onecard.vocabulary.SerialNo;
import org.eclipse.californium.elements.EndpointContext;

/// Who can be spoken to through a gate without having asked: terminals that were heard lately and
/// did not leave the last hint unanswered. One place per terminal, so it is as long as the
/// register.
final class Reached {
    /// Three heartbeats, as for the lamp.
    static final Duration HEARD_WITHIN = Duration.ofSeconds(90);

    private final Map<SerialNo, Peer> peers = new ConcurrentHashMap<>();

    /// A terminal and the session through which it was heard.
    record Peer(SerialNo terminal, EndpointContext session, Instant heardAt) {}

    /// Notes that a terminal spoke: it hears, too.
    void heard(SerialNo terminal, EndpointContext session, Instant at) {
        peers.put(terminal, new Peer(terminal, session, at));
    }

    /// Notes that a terminal did not hear a hint. It is not spoken to again before it speaks.
    void deaf(Peer peer) {
        peers.remove(peer.terminal(), peer);
    }

    /// Lists whom a hint can reach now, and forgets who was silent too long.
    List<Peer> reachable(Instant now, Predicate<SerialNo> whom) {
        var reachable = new ArrayList<Peer>();
        for (var terminal : new HashSet<>(peers.keySet())) {
            Optional.ofNullable(peers.get(terminal))
                    .ifPresent(peer -> {
                        if (peer.heardAt().plus(HEARD_WITHIN).isBefore(now)) {
                            peers.remove(terminal, peer);
                        } else if (whom.test(terminal)) {
                            reachable.add(peer);
                        }
                    });
        }
        return reachable;
    }
}
