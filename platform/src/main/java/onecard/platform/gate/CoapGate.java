package onecard.platform.gate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.security.Principal;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import onecard.platform.system.MasterKey;
import onecard.platform.system.StartFailure;
import onecard.platform.terminals.TerminalKeys;
import onecard.vocabulary.SerialNo;
import onecard.wire.Codec;
import onecard.wire.HintRequest;
import onecard.wire.Newest;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.util.DataStreamReader;
import org.eclipse.californium.elements.util.DatagramWriter;
import org.eclipse.californium.elements.util.ExecutorsUtil;
import org.eclipse.californium.elements.util.Filter;
import org.eclipse.californium.elements.util.NamedThreadFactory;
import org.eclipse.californium.elements.util.SerializationUtil;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A gate on Californium. This class and its helpers beside it ([Exchanges], [KeyDesk],
/// [StrangerFilter], [CoapConfiguration]) are all that knows the library.
final class CoapGate implements Gate {
    private static final Logger LOG = LoggerFactory.getLogger(CoapGate.class);
    private static final int PROTOCOL_THREADS = 2;

    private final GateSettings settings;
    private final Door door;
    private final Doorkeeper doorkeeper;
    private final InstantSource clock;
    private final Tally tally;
    private final KeyDesk keys;
    private final StrangerFilter filter;
    private final SessionVault vault;
    private final Reached reached = new Reached();
    private final ReentrantLock opening = new ReentrantLock();

    private volatile GateState state = new GateState.Closed();
    private @Nullable Running running;

    /// What exists while the gate is open.
    private record Running(
            DTLSConnector connector,
            CoapEndpoint endpoint,
            Exchanges exchanges,
            ScheduledExecutorService protocol,
            ScheduledExecutorService timer,
            ExecutorService inside) {}

    CoapGate(
            GateSettings settings,
            Door door,
            TerminalKeys keyring,
            MasterKey masterKey,
            InstantSource clock,
            int sourceSecret,
            Doorkeeper doorkeeper) {
        this.settings = settings;
        this.door = door;
        this.doorkeeper = doorkeeper;
        this.clock = clock;
        this.tally = new Tally(settings.insideMax());
        this.keys = new KeyDesk(keyring, tally);
        this.filter =
                new StrangerFilter(
                        new SourceRates(
                                settings.sourcePerSecond(),
                                settings.sourceBurst(),
                                sourceSecret,
                                System::nanoTime),
                        tally);
        this.vault = new SessionVault(settings, masterKey, clock);
    }

    @Override
    public void open() {
        opening.lock();
        try {
            if (running == null) {
                running = start();
                InetSocketAddress address = running.endpoint().getAddress();
                state = new GateState.Open(address.getPort());
                LOG.info("Gate {} is open at {}", settings.name(), Addresses.text(address));
            }
        } finally {
            opening.unlock();
        }
    }

    private Running start() {
        Configuration configuration = CoapConfiguration.of(settings);
        DTLSConnector connector = connector(configuration);
        restoreSessions(connector);
        CoapEndpoint endpoint =
                CoapEndpoint.builder()
                        .setConfiguration(configuration)
                        .setConnector(connector)
                        .setLoggingTag(settings.name())
                        .build();
        String name = "gate-" + settings.name();
        ScheduledExecutorService protocol =
                ExecutorsUtil.newScheduledThreadPool(
                        PROTOCOL_THREADS, new NamedThreadFactory(name + "-coap#"));
        ScheduledExecutorService timer =
                ExecutorsUtil.newDefaultSecondaryScheduler(name + "-timer#");
        ExecutorService inside =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name(name + "-", 0).factory());
        endpoint.setExecutors(protocol, timer);
        Exchanges exchanges =
                new Exchanges(
                        new Porch(door, tally, doorkeeper),
                        keys,
                        reached,
                        tally,
                        clock,
                        inside,
                        timer,
                        this::close);
        endpoint.setMessageDeliverer(exchanges);
        Running started = new Running(connector, endpoint, exchanges, protocol, timer, inside);
        try {
            endpoint.start();
        } catch (IOException e) {
            end(started);
            throw taken(e);
        }
        return started;
    }

    private DTLSConnector connector(Configuration configuration) {
        return new DTLSConnector(
                DtlsConnectorConfig.builder(configuration)
                        .setAddress(settings.bind())
                        .setReuseAddress(false)
                        .setAdvancedPskStore(keys)
                        .setApplicationLevelInfoSupplier(keys)
                        .setSessionListener(keys)
                        .setDatagramFilter(filter)
                        .setLoggingTag(settings.name())
                        .build());
    }

    private StartFailure taken(IOException e) {
        String where = Addresses.text(settings.bind());
        String why =
                e instanceof BindException
                        ? "UDP %s cannot be had: %s. Another program has it, or the address is not"
                                + " this machine's; choose another with %s."
                        : "UDP %s cannot be opened: %s. Choose another with %s.";
        String sentence = why.formatted(where, e.getMessage(), settings.portOption());
        state = new GateState.Failed(PortTrouble.of(e), sentence);
        return new StartFailure(sentence, e);
    }

    @Override
    public void close() {
        opening.lock();
        try {
            if (running != null) {
                Running ending = running;
                running = null;
                state = new GateState.Closed();
                ending.exchanges().close();
                awaitInside();
                ending.endpoint().stop();
                saveSessions(ending.connector());
                end(ending);
                LOG.info("Gate {} is closed", settings.name());
            }
        } finally {
            opening.unlock();
        }
    }

    /// Those inside have been told nothing yet: they get their answers before the door shuts.
    private void awaitInside() {
        long until = System.nanoTime() + GateSettings.LEAVE_WITHIN.toNanos();
        while (tally.inside() > 0 && System.nanoTime() - until < 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private static void end(Running ending) {
        ending.endpoint().destroy();
        ending.inside().shutdown();
        ExecutorsUtil.shutdownExecutorGracefully(500, ending.protocol(), ending.timer());
    }

    private void saveSessions(DTLSConnector connector) {
        var bytes = new ByteArrayOutputStream();
        DatagramWriter mark = new DatagramWriter();
        SerializationUtil.writeNanotimeSynchronizationMark(mark);
        try {
            mark.writeTo(bytes);
            int saved = connector.saveConnections(bytes, GateSettings.SESSIONS_KEEP.toSeconds());
            LOG.info("Gate {} keeps {} sessions for the next start", settings.name(), saved);
            vault.put(bytes.toByteArray());
        } catch (IOException e) {
            LOG.warn("Sessions of gate {} are not saved: {}", settings.name(), e.toString());
        }
    }

    private void restoreSessions(DTLSConnector connector) {
        Optional<byte[]> saved = vault.take();
        if (saved.isEmpty()) {
            return;
        }
        try (var bytes = new ByteArrayInputStream(saved.get())) {
            long delta =
                    SerializationUtil.readNanotimeSynchronizationMark(new DataStreamReader(bytes));
            int restored = connector.loadConnections(bytes, delta);
            LOG.info("Gate {} goes on with {} sessions", settings.name(), restored);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("Saved sessions of gate {} are unreadable: {}", settings.name(), e.toString());
        }
    }

    @Override
    public Set<SerialNo> hint(Function<SerialNo, Newest> newest, Predicate<SerialNo> whom) {
        Running now = running;
        if (now == null) {
            return Set.of();
        }
        var bodies = new HashMap<Newest, byte[]>();
        var told = new HashSet<SerialNo>();
        for (var peer : reached.reachable(clock.instant(), whom)) {
            byte[] body =
                    bodies.computeIfAbsent(
                            newest.apply(peer.terminal()),
                            versions -> Codec.encode(new HintRequest(versions)));
            now.exchanges().hint(now.endpoint(), peer, body);
            told.add(peer.terminal());
        }
        return told;
    }

    @Override
    public void shutOut() {
        opening.lock();
        try {
            if (running != null) {
                shutOut(running.connector());
            }
        } finally {
            opening.unlock();
        }
    }

    private void shutOut(DTLSConnector connector) {
        Filter<Principal> unfit = principal -> !keys.admits(principal);
        var _ = connector.startTerminateConnectionsForPrincipal(unfit, true);
    }

    private void close(Principal principal) {
        Running now = running;
        if (now != null) {
            Filter<Principal> his = other -> other.equals(principal) && !keys.admits(other);
            var _ = now.connector().startTerminateConnectionsForPrincipal(his, true);
        }
    }

    @Override
    public GateState state() {
        return state;
    }

    @Override
    public GateCounts counts() {
        return tally.counts();
    }
}
