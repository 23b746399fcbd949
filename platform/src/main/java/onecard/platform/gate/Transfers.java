package onecard.platform.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import onecard.vocabulary.SerialNo;

/// The long answers that are on their way block by block. A terminal gets all blocks of the body it
/// began with, whatever became of the list meanwhile; many terminals share one body, of which there
/// is one copy. What nobody went on with for a while is forgotten: the terminal gets the block of
/// what is there then, and its `ETag` tells it to begin anew.
final class Transfers {
    /// How long a transfer may pause.
    static final Duration PAUSE = Duration.ofSeconds(60);

    /// How many can be under way: one per terminal and list of the largest site.
    static final int UNDER_WAY_MAX = 8_192;

    private final Map<Key, Transfer> transfers = new LinkedHashMap<>(16, 0.75f, true);

    private record Key(SerialNo terminal, String question) {}

    private record Transfer(Porch.Outgoing body, Instant usedAt) {}

    synchronized void begin(SerialNo terminal, String question, Porch.Outgoing body, Instant now) {
        forget(now);
        transfers.put(new Key(terminal, question), new Transfer(body, now));
    }

    synchronized Optional<Porch.Outgoing> goOn(SerialNo terminal, String question, Instant now) {
        var key = new Key(terminal, question);
        var found = transfers.get(key);
        if (found == null || found.usedAt().plus(PAUSE).isBefore(now)) {
            return Optional.empty();
        }
        transfers.put(key, new Transfer(found.body(), now));
        return Optional.of(found.body());
    }

    synchronized void end(SerialNo terminal, String question) {
        transfers.remove(new Key(terminal, question));
    }

    private void forget(Instant now) {
        transfers.values().removeIf(each -> each.usedAt().plus(PAUSE).isBefore(now));
        if (transfers.size() >= UNDER_WAY_MAX) {
            transfers.remove(transfers.keySet().iterator().next());
        }
    }

    synchronized int underWay() {
        return transfers.size();
    }
}
