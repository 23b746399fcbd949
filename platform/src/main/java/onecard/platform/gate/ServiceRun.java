package onecard.platform.gate;

import java.util.Optional;
import java.util.Set;
import onecard.vocabulary.SerialNo;
import onecard.wire.Answer;
import org.jspecify.annotations.Nullable;

/// An instance of a service on this node: its gate, whom it serves, and what it wrote down.
final class ServiceRun implements Doorkeeper {
    private final ServiceLog log;
    private volatile ServiceTable.Row row;
    private volatile Set<SerialNo> ticked = Set.of();
    private volatile @Nullable Gate gate;

    ServiceRun(ServiceTable.Row row, ServiceLog log) {
        this.row = row;
        this.log = log;
    }

    void has(Gate its) {
        gate = its;
    }

    void is(ServiceTable.Row now, Set<SerialNo> terminals) {
        row = now;
        ticked = terminals;
    }

    ServiceTable.Row row() {
        return row;
    }

    ServiceLog log() {
        return log;
    }

    Gate gate() {
        Gate its = gate;
        if (its == null) {
            throw new IllegalStateException("Service " + row.id() + " has no gate yet");
        }
        return its;
    }

    @Override
    public boolean serves(SerialNo terminal) {
        return row.everybody() || ticked.contains(terminal);
    }

    @Override
    public void answered(Visitor visitor, String path, Answer answer) {
        log.add(visitor, path, answer);
    }

    /// Returns the port it listens on, empty while it does not.
    Optional<Integer> openPort() {
        return switch (gate().state()) {
            case GateState.Open(int port) -> Optional.of(port);
            case GateState.Closed _, GateState.Failed _ -> Optional.empty();
        };
    }
}
