package onecard.platform.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import onecard.platform.terminals.TerminalKeys;
import onecard.vocabulary.SerialNo;

/// Which of a terminal's keys the next handshake is tried with. A handshake knows the name only, so
/// one key must be chosen: while two are good, the one that opened the last session, and after a
/// handshake that led nowhere the other. A terminal shakes hands anew by itself, so it is in at the
/// second try at the latest.
final class KeyOffers {
    /// Terminals with two keys at a time; there is no more than one entry for each.
    private final Map<SerialNo, Offer> offers = new ConcurrentHashMap<>();

    private record Offer(int keyNumber, boolean worked) {}

    /// Chooses a key.
    Optional<TerminalKeys.Key> next(SerialNo terminal, List<TerminalKeys.Key> keys) {
        if (keys.size() < 2) {
            offers.remove(terminal);
            return keys.stream().findFirst();
        }
        Offer last = offers.get(terminal);
        TerminalKeys.Key chosen = keys.getFirst();
        for (TerminalKeys.Key key : keys) {
            if (last != null && last.worked() == (key.number() == last.keyNumber())) {
                chosen = key;
                break;
            }
        }
        offers.put(terminal, new Offer(chosen.number(), false));
        return Optional.of(chosen);
    }

    /// Notes that a session was opened with this key.
    void worked(SerialNo terminal, int keyNumber) {
        offers.computeIfPresent(terminal, (_, _) -> new Offer(keyNumber, true));
    }
}
