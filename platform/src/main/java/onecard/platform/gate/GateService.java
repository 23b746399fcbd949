package onecard.platform.gate;

import onecard.platform.system.OpenDoor;
import org.springframework.context.SmartLifecycle;

/// A gate that opens with the platform and closes with it, before all else: what terminals hear
/// last is an answer or nothing. In between it can be closed and opened by hand.
public abstract class GateService implements SmartLifecycle, OpenDoor {
    private static final int PHASE = Integer.MAX_VALUE - 512;

    private final String name;
    private final Gate gate;

    /// Makes the service.
    ///
    /// @param name what operators and scripts call it
    protected GateService(String name, Gate gate) {
        this.name = name;
        this.gate = gate;
    }

    /// Returns its gate.
    public Gate gate() {
        return gate;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int port() {
        return switch (gate.state()) {
            case GateState.Open(int port) -> port;
            case GateState.Closed _, GateState.Failed _ -> 0;
        };
    }

    @Override
    public void start() {
        gate.open();
    }

    @Override
    public void stop() {
        gate.close();
    }

    @Override
    public boolean isRunning() {
        return gate.state() instanceof GateState.Open;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
