package onecard.platform.gate;

import java.net.InetSocketAddress;
import onecard.platform.system.OpenDoor;
import org.jspecify.annotations.Nullable;

/// A kind of service: what lies behind its gates, and how the first of them, the default instance,
/// is set up when nobody says otherwise. [RunningServices] opens and closes the gates.
public abstract class GateService implements OpenDoor {
    private final String name;
    private final ServiceKind kind;
    private final Door door;
    private final GateSettings first;
    private volatile @Nullable Gate gate;

    /// Makes the service.
    ///
    /// @param name what operators and scripts call it
    /// @param door what lies behind each of its gates
    /// @param first how the default instance is set up by the start
    protected GateService(String name, ServiceKind kind, Door door, GateSettings first) {
        this.name = name;
        this.kind = kind;
        this.door = door;
        this.first = first;
    }

    ServiceKind kind() {
        return kind;
    }

    Door door() {
        return door;
    }

    /// The port the platform was started with; 0 takes any that is free.
    int startPort() {
        return first.bind().getPort();
    }

    /// Returns where a gate at this port would listen.
    InetSocketAddress at(int port) {
        return new InetSocketAddress(first.bind().getAddress(), port);
    }

    /// How the gate of an instance is set up.
    GateSettings settings(ServiceTable.Row service) {
        return first.at(
                service.port().orElse(startPort()),
                service.standard() ? "" : Integer.toString(service.id()));
    }

    /// The default instance got this gate.
    void has(Gate its) {
        gate = its;
    }

    /// Returns the gate of the default instance.
    public Gate gate() {
        Gate its = gate;
        if (its == null) {
            throw new IllegalStateException("The services have not begun yet");
        }
        return its;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int port() {
        return switch (gate().state()) {
            case GateState.Open(int port) -> port;
            case GateState.Closed _, GateState.Failed _ -> 0;
        };
    }
}
