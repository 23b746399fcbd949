package onecard.platform.faces;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onecard.vocabulary.SerialNo;
import org.springframework.stereotype.Component;

/// Devices that call and are not registered, the newest [#KEPT] of them, in memory: whoever is
/// really there calls again.
@Component
class Strangers {
    static final int KEPT = 100;

    private final Map<SerialNo, Stranger> known = new LinkedHashMap<>();

    /// Somebody at the door.
    ///
    /// @param address where it called from last
    /// @param calls how often
    record Stranger(SerialNo serial, String address, Instant lastAt, long calls) {}

    /// Notes a call.
    ///
    /// @return whether it is the first one
    synchronized boolean called(SerialNo serial, String address, Instant at) {
        Stranger before = known.remove(serial);
        if (before == null && known.size() == KEPT) {
            known.remove(known.keySet().iterator().next());
        }
        known.put(
                serial, new Stranger(serial, address, at, before == null ? 1 : before.calls() + 1));
        return before == null;
    }

    /// A stranger that was registered is none.
    synchronized void forget(SerialNo serial) {
        known.remove(serial);
    }

    /// Returns them, the last caller first.
    synchronized List<Stranger> all() {
        return known.values().stream()
                .sorted(Comparator.comparing(Stranger::lastAt).reversed())
                .toList();
    }
}
