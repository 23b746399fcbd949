package onecard.platform.gate;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import onecard.platform.system.MasterKey;
import onecard.platform.terminals.TerminalKeys;
import onecard.platform.terminals.TerminalsChanged;
import onecard.vocabulary.SerialNo;
import onecard.wire.Newest;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Makes gates, and shuts out of all of them whose key was taken away.
@Component
public class Gates {
    private final TerminalKeys keys;
    private final MasterKey masterKey;
    private final InstantSource clock;
    private final int sourceSecret = new SecureRandom().nextInt();
    private final List<Gate> gates = new CopyOnWriteArrayList<>();

    Gates(TerminalKeys keys, MasterKey masterKey, InstantSource clock) {
        this.keys = keys;
        this.masterKey = masterKey;
        this.clock = clock;
    }

    /// Makes a gate before a door; it is closed.
    Gate before(Door door, GateSettings settings, Doorkeeper doorkeeper) {
        Gate gate = new CoapGate(settings, door, keys, masterKey, clock, sourceSecret, doorkeeper);
        gates.add(gate);
        return gate;
    }

    /// Closes a gate for ever.
    void drop(Gate gate) {
        gates.remove(gate);
        gate.close();
    }

    /// Hints those of these terminals that can be reached through any gate, each once.
    void hint(Function<SerialNo, Newest> newest, Predicate<SerialNo> whom) {
        var told = new HashSet<SerialNo>();
        gates.forEach(gate ->
                told.addAll(
                        gate.hint(newest, serial -> whom.test(serial) && !told.contains(serial))));
    }

    @EventListener
    void shutOut(TerminalsChanged news) {
        gates.forEach(Gate::shutOut);
    }
}
