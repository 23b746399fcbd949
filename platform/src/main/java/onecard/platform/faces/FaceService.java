package onecard.platform.faces;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import onecard.platform.terminals.TerminalsChanged;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The face service (人脸识别服务): makes the socket on this node what the table says. It is off until
/// somebody starts it, here or by the option `--face-port`. A port that cannot be had is shown as
/// failed in the console and stops nothing else.
@Component
class FaceService implements SmartLifecycle {
    /// The port where nobody says another.
    static final int USUAL_PORT = 9901;

    /// The option was not given.
    static final int NO_PORT = -1;

    private static final Logger LOG = LoggerFactory.getLogger(FaceService.class);
    private static final int PHASE = Integer.MAX_VALUE - 512;

    private final FaceServiceTable table;
    private final FaceDoor door;
    private final FacePorch porch;
    private final FaceLog log;
    private final InetAddress bind;
    private final int optionPort;
    private final Guests guests = new Guests();
    private State state = new State.Stopped();
    private @Nullable FaceListener listener;
    private int wantedPort = NO_PORT;
    private boolean begun;

    FaceService(
            FaceServiceTable table,
            FaceDoor door,
            FacePorch porch,
            FaceLog log,
            @Value("${onecard.bind:0.0.0.0}") InetAddress bind,
            @Value("${onecard.face-port:-1}") int optionPort) {
        this.table = table;
        this.door = door;
        this.porch = porch;
        this.log = log;
        this.bind = bind;
        this.optionPort = optionPort;
    }

    /// How the service is on this node.
    sealed interface State {
        record Running(int port) implements State {}

        record Stopped() implements State {}

        /// @param taken whether another program has the port
        record Failed(int port, boolean taken) implements State {}
    }

    /// The port it listens on, or would.
    int port(FaceServiceTable.Row row) {
        return row.port().orElse(optionPort == NO_PORT ? USUAL_PORT : optionPort);
    }

    boolean shallRun(FaceServiceTable.Row row) {
        return row.running().orElse(optionPort != NO_PORT);
    }

    synchronized State state() {
        return state;
    }

    /// Opens, closes or moves the socket until it is as wanted.
    synchronized void apply() {
        if (!begun) {
            return;
        }
        FaceServiceTable.Row row = table.read();
        int port = port(row);
        boolean shall = shallRun(row);
        if (!shall || port != wantedPort) {
            close();
            state = new State.Stopped();
        }
        if (shall && listener == null) {
            open(port);
        }
    }

    private void open(int port) {
        wantedPort = port;
        try {
            listener = FaceListener.open(new InetSocketAddress(bind, port), door, guests, porch);
            state = new State.Running(listener.port());
            log.add(FaceLog.Event.STARTED, listener.port());
            LOG.info("face-service-started port={}", listener.port());
        } catch (IOException e) {
            state = new State.Failed(port, e.getCause() instanceof BindException);
            log.add(FaceLog.Event.PORT_TAKEN, port);
            LOG.warn("face-service-failed port={} why={}", port, String.valueOf(e.getCause()));
        }
    }

    private void close() {
        Optional.ofNullable(listener)
                .ifPresent(open -> {
                    open.close();
                    log.add(FaceLog.Event.STOPPED, open.port());
                    LOG.info("face-service-stopped");
                });
        listener = null;
        wantedPort = NO_PORT;
    }

    /// Another node, or this one, changed how it shall be.
    @EventListener
    void on(TerminalsChanged news) {
        Thread.ofVirtual()
                .name("face-service")
                .start(() -> {
                    try {
                        apply();
                    } catch (RuntimeException e) {
                        LOG.warn("The face service is not as wanted yet: {}", e.toString());
                    }
                });
    }

    @Override
    public synchronized void start() {
        begun = true;
        apply();
    }

    @Override
    public synchronized void stop() {
        begun = false;
        close();
        state = new State.Stopped();
    }

    @Override
    public synchronized boolean isRunning() {
        return begun;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /// The port it really listens on, 0 while it does not.
    synchronized int openPort() {
        return listener == null ? 0 : listener.port();
    }
}
