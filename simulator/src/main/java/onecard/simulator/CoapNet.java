package onecard.simulator;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import onecard.vocabulary.SerialNo;
import onecard.wire.Limits;
import onecard.wire.Protocol;
import onecard.wire.Resource;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.core.server.ServerMessageDeliverer;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.util.ExecutorsUtil;
import org.eclipse.californium.elements.util.NamedThreadFactory;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.cipher.CipherSuite;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedSinglePskStore;

/// Makes [CoapLink]s, all with the settings of the published protocol, on a few threads shared by
/// all of them.
public final class CoapNet implements AutoCloseable {
    /// Shared by every session; what they do is short.
    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());

    /// A lost datagram of a handshake is repeated as fast as a lost request.
    private static final int HANDSHAKE_REPEAT_MS = 250;

    private static final int HANDSHAKE_REPEAT_MAX_MS = 1_000;
    private static final int HANDSHAKE_REPEATS = 5;

    /// One request is open at a time; more than a few copies of it are never remembered.
    private static final int COPIES_REMEMBERED = 8;

    /// A long list is a thousand messages: one that is lost for good would lose all others.
    private static final int LONG_RETRANSMIT = 10;

    private static final float LONG_TIMEOUT_SCALE = 1.3f;

    private final ScheduledExecutorService workers =
            ExecutorsUtil.newScheduledThreadPool(THREADS, new NamedThreadFactory("coap-"));
    private final ScheduledExecutorService timers =
            ExecutorsUtil.newDefaultSecondaryScheduler("coap-timer-");
    private final Configuration configuration = configuration();
    private final Configuration longConfiguration =
            configuration()
                    .set(CoapConfig.MAX_RETRANSMIT, LONG_RETRANSMIT)
                    .set(CoapConfig.ACK_TIMEOUT_SCALE, LONG_TIMEOUT_SCALE);

    static {
        CoapConfig.register();
        DtlsConfig.register();
    }

    /// Returns a session, not yet shaken hands for, of this terminal to the first of these
    /// addresses that answers.
    ///
    /// @param hinted called when the platform hints that something is new
    public CoapLink link(
            SerialNo serial, String key, List<InetSocketAddress> addresses, Runnable hinted) {
        return new CoapLink(() -> endpoint(configuration, serial, key, hinted), addresses);
    }

    private CoapLink longLink(
            SerialNo serial, String key, List<InetSocketAddress> addresses, Runnable hinted) {
        return new CoapLink(() -> endpoint(longConfiguration, serial, key, hinted), addresses);
    }

    /// Where a platform is asked: the first address of each that answers.
    public record Doors(List<InetSocketAddress> trade, List<InetSocketAddress> records) {}

    /// Returns a terminal with a session to each of these doors, of which the one for records does
    /// not give up in the middle of a long answer. A hint of the platform makes it look.
    public Terminal terminal(
            TerminalSetup setup,
            String key,
            Doors doors,
            TerminalBooks books,
            Watch watch,
            RandomGenerator random) {
        var hinted = new HintedLater();
        var terminal =
                new Terminal(
                        setup,
                        books,
                        link(setup.serial(), key, doors.trade(), hinted),
                        longLink(setup.serial(), key, doors.records(), hinted),
                        watch,
                        random);
        hinted.terminal = Optional.of(terminal);
        return terminal;
    }

    /// The links are there before the terminal is.
    private static final class HintedLater implements Runnable {
        private volatile Optional<Terminal> terminal = Optional.empty();

        @Override
        public void run() {
            terminal.ifPresent(Terminal::hinted);
        }
    }

    private CoapEndpoint endpoint(
            Configuration configuration, SerialNo serial, String key, Runnable hinted) {
        DtlsConnectorConfig dtls =
                DtlsConnectorConfig.builder(configuration)
                        .setAdvancedPskStore(
                                new AdvancedSinglePskStore(
                                        serial.value(), key.getBytes(StandardCharsets.US_ASCII)))
                        .build();
        DTLSConnector connector = new DTLSConnector(dtls);
        connector.setExecutor(workers);
        CoapEndpoint endpoint =
                CoapEndpoint.builder()
                        .setConfiguration(configuration)
                        .setConnector(connector)
                        .build();
        endpoint.setExecutors(workers, timers);
        endpoint.setMessageDeliverer(
                new ServerMessageDeliverer(
                        new CoapResource("").add(new Hint(hinted)), configuration));
        return endpoint;
    }

    /// The one resource a terminal serves. Whatever it is told, it looks for itself.
    private static final class Hint extends CoapResource {
        private final Runnable hinted;

        Hint(Runnable hinted) {
            super(Resource.HINT.path());
            this.hinted = hinted;
        }

        @Override
        public void handlePUT(CoapExchange exchange) {
            hinted.run();
            exchange.respond(CoAP.ResponseCode.CHANGED);
        }
    }

    private static Configuration configuration() {
        return new Configuration(CoapConfig.DEFINITIONS, DtlsConfig.DEFINITIONS)
                .set(CoapConfig.ACK_TIMEOUT, Protocol.ACK_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .set(CoapConfig.ACK_INIT_RANDOM, 1.5f)
                .set(CoapConfig.ACK_TIMEOUT_SCALE, 2.0f)
                .set(CoapConfig.MAX_RETRANSMIT, Protocol.MAX_RETRANSMIT)
                .set(CoapConfig.NSTART, 1)
                .set(CoapConfig.DEDUPLICATOR, CoapConfig.DEDUPLICATOR_PEERS_MARK_AND_SWEEP)
                .set(CoapConfig.PEERS_MARK_AND_SWEEP_MESSAGES, COPIES_REMEMBERED)
                .set(CoapConfig.PREFERRED_BLOCK_SIZE, 1024)
                .set(CoapConfig.MAX_MESSAGE_SIZE, 1024)
                .set(CoapConfig.MAX_RESOURCE_BODY_SIZE, Limits.MAX_LIST_BYTES)
                .set(CoapConfig.MAX_ACTIVE_PEERS, 8)
                .set(DtlsConfig.DTLS_ROLE, DtlsConfig.DtlsRole.CLIENT_ONLY)
                .setAsList(
                        DtlsConfig.DTLS_CIPHER_SUITES,
                        CipherSuite.TLS_PSK_WITH_AES_128_GCM_SHA256,
                        CipherSuite.TLS_PSK_WITH_AES_128_CCM_8)
                .set(DtlsConfig.DTLS_CONNECTION_ID_LENGTH, 0)
                .set(DtlsConfig.DTLS_MAX_CONNECTIONS, 8)
                .set(DtlsConfig.DTLS_RECEIVER_THREAD_COUNT, 1)
                .set(DtlsConfig.DTLS_CONNECTOR_THREAD_COUNT, 1)
                .set(
                        DtlsConfig.DTLS_RETRANSMISSION_TIMEOUT,
                        HANDSHAKE_REPEAT_MS,
                        TimeUnit.MILLISECONDS)
                .set(
                        DtlsConfig.DTLS_MAX_RETRANSMISSION_TIMEOUT,
                        HANDSHAKE_REPEAT_MAX_MS,
                        TimeUnit.MILLISECONDS)
                .set(DtlsConfig.DTLS_MAX_RETRANSMISSIONS, HANDSHAKE_REPEATS);
    }

    @Override
    public void close() {
        ExecutorsUtil.shutdownExecutorGracefully(1_000, workers, timers);
    }
}
